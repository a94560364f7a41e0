#include "load/model_parts.h"

#include <fmt/format.h>

namespace stagecraft {
namespace {

/// The maps of `list` and of the lists `pillars` in them, parents before their children.
void add_pillars(const Node* list, std::vector<const Node*>& pillars) {
  if (!list || list->kind != NodeKind::list) return;
  for (const Node& item : list->items) {
    if (item.kind != NodeKind::map) continue;
    pillars.push_back(&item);
    add_pillars(item.find("pillars"), pillars);
  }
}

}  // namespace

void ModelIds::collect(const ReadContext& context, const Node& root) {
  const std::vector<std::pair<IdNames*, std::string_view>> lists{
      {&sources, "sources"},       {&facets, "facets"},
      {&stages, "stages"},         {&capabilities, "capabilities"},
      {&roles, "roles"},           {&use_cases, "use_cases"},
      {&phases, "phases"},         {&effort_classes, "effort_classes"},
      {&layers, "layers"},         {&answer_sets, "answer_sets"},
      {&questions, "questions"},   {&kpis, "kpis"},
      {&actions, "actions"},       {&claims, "claims"},
      {&benefits, "benefits"},     {&pitfalls, "pitfalls"},
      {&checklists, "checklists"}, {&tables, "tables"},
      {&topics, "topics"},         {&faq, "faq"},
      {&glossary, "glossary"}};
  for (const auto& [names, key] : lists) names->collect_list(context, root.find(key));

  const Node* scoring = root.find("scoring");
  if (scoring && scoring->kind == NodeKind::list) methods.collect_list(context, scoring);

  const Node* pillar_list = root.find("pillars");
  if (!pillar_list || pillar_list->kind != NodeKind::list)
    return pillars.collect_list(context, pillar_list);
  std::vector<const Node*> tree;
  add_pillars(pillar_list, tree);
  pillars.collect(context, tree);
}

std::optional<StageIndex> read_step(ModelReading& reading, MapReader& reader) {
  if (!reading.model.stages.empty()) reader.find_required("from");
  const std::optional<StageIndex> from = reading.ids.stages.position(reader, "from");
  if (from && *from + 1 == reading.model.stages.size())
    reader.error(*reader.find("from"),
                 fmt::format("'{}' is the last stage, nothing leads on from it",
                             reading.ids.stages.name(*from)));
  return from;
}

TimeUnit read_time_unit(MapReader& reader) {
  return reader.choice("unit", time_unit_words, TimeUnit::weeks);
}

Duration read_duration(MapReader& reader, std::string_view key) {
  Duration duration;
  reader.in_map(key, key, [&](MapReader& map) {
    duration.from = map.required_whole("from", 1, 999);
    duration.to = map.whole("to", 1, 999, duration.from);
    duration.unit = read_time_unit(map);
    if (duration.to < duration.from) map.error(map.node(), "the duration ends before it starts");
  });
  return duration;
}

std::vector<std::string> read_texts_by_stage(const ModelReading& reading, MapReader& reader,
                                             std::string_view key) {
  std::vector<std::string> texts(reading.model.stages.size());
  reading.ids.stages.each_keyed(reader, key, [&](StageIndex stage, const Node& node) {
    texts[stage] = read_text(reading.context, node, reading.ids.stages.name(stage)).value_or("");
  });
  return texts;
}

void Waiting::add(const Node* node, std::vector<std::size_t> positions) {
  nodes.push_back(node);
  needed.push_back(std::move(positions));
}

void report_circles(const ReadContext& context, const Waiting& waiting, const IdNames& names,
                    std::string_view kinds) {
  const std::size_t count = waiting.needed.size();
  std::vector<std::size_t> open(count);  // how many each one still waits for
  std::vector<std::vector<std::size_t>> waiters(count);
  for (std::size_t i = 0; i < count; ++i) {
    open[i] = waiting.needed[i].size();
    for (const std::size_t needed : waiting.needed[i]) waiters[needed].push_back(i);
  }

  // Takes away what waits for nothing; what stays waits in a circle.
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < count; ++i)
    if (open[i] == 0) free.push_back(i);
  while (!free.empty()) {
    const std::size_t taken = free.back();
    free.pop_back();
    for (const std::size_t waiter : waiters[taken])
      if (--open[waiter] == 0) free.push_back(waiter);
  }
  for (std::size_t i = 0; i < count; ++i)
    if (open[i] > 0)
      context.error(*waiting.nodes[i], fmt::format("{} '{}' waits for itself, or for {} that do",
                                                   names.kind(), names.name(i), kinds));
}

}  // namespace stagecraft
