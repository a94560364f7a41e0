#include "load/load_benchmark.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/map_reader.h"
#include "load/resolve_part.h"

namespace stagecraft {
namespace {

constexpr int most_others = 1000000;
constexpr std::string_view below_first_key = "below-first";

/// A whole number from 0; nothing, and an error, for anything else.
std::optional<std::size_t> read_count(const ReadContext& context, const Member& member) {
  const std::optional<Exact> number =
      member.value.is_scalar() ? parse_decimal(member.value.scalar) : std::nullopt;
  if (number && is_whole(*number) && *number >= 0 && *number <= most_others)
    return static_cast<std::size_t>(*whole_number(*number));
  context.error(member.value, fmt::format("'{}' must be a whole number from 0 to {}", member.key,
                                          most_others));
  return std::nullopt;
}

BenchmarkCounts read_counts(const ReadContext& context, const Node& node,
                            const MaturityModel& model) {
  BenchmarkCounts counts;
  counts.by_stage.resize(model.stages.size());
  if (node.kind != NodeKind::map) {
    context.error(node, "the counts must be a map from stages to numbers");
    return counts;
  }
  for (const Member& member : node.members) {
    const std::optional<std::size_t> count = read_count(context, member);
    if (member.key == below_first_key) {
      counts.below_first = count.value_or(0);
      continue;
    }
    if (const auto stage = resolve_part(context, model.stages, member, "stage"))
      counts.by_stage[*stage] = count.value_or(0);
  }
  return counts;
}

void check_model(MapReader& root, const MaturityModel& model) {
  const Node* name = root.find_required("model");
  if (!name || !name->is_scalar()) return;
  const bool is_same = name->scalar == model.id.text() ||
                       std::any_of(model.formerly.begin(), model.formerly.end(),
                                   [&](const ModelId& id) { return id.text() == name->scalar; });
  if (!is_same)
    root.error(*name, fmt::format("the benchmark is by the model '{}', and the assessment by '{}'",
                                  name->scalar, model.id.text()));
}

}  // namespace

std::optional<Benchmark> load_benchmark(const Document& document, const MaturityModel& model,
                                        Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MapReader root(ReadContext{document, diagnostics}, document.root, "the benchmark");
  if (document.root.kind != NodeKind::map) return std::nullopt;
  check_model(root, model);
  Benchmark benchmark;
  benchmark.model = model.id;
  benchmark.title = root.required_text("title");
  if (root.find_required("date")) benchmark.date = root.date("date").value_or(Date{});
  benchmark.method = root.required_text("method");
  benchmark.source = root.text("source");
  if (const Node* whole = root.find("whole"))
    benchmark.nodes.push_back(read_counts(root.context(), *whole, model));
  root.each_member("pillars", [&](const Member& member) {
    const auto pillar = resolve_part(root.context(), model.pillars, member, "pillar");
    BenchmarkCounts counts = read_counts(root.context(), member.value, model);
    counts.pillar = pillar;
    if (pillar) benchmark.nodes.push_back(std::move(counts));
  });
  std::stable_sort(benchmark.nodes.begin(), benchmark.nodes.end(),
                   [](const BenchmarkCounts& a, const BenchmarkCounts& b) {
                     return a.pillar < b.pillar;
                   });
  if (!root.find("whole") && !root.find("pillars"))
    root.error(document.root, "the benchmark has no 'whole' and no 'pillars'");
  root.finish();
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return benchmark;
}

}  // namespace stagecraft
