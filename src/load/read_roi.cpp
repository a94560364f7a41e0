#include <fmt/format.h>

#include <algorithm>

#include "load/formula.h"
#include "load/model_parts.h"
#include "scoring/formula_value.h"

namespace stagecraft {
namespace {

constexpr int longest_months = 600;
/// The most inputs and the most lines, so that no calculation is slow.
constexpr std::size_t most_entries = 40;

bool is_input_id(std::string_view text) {
  const auto is_lower = [](char c) { return 'a' <= c && c <= 'z'; };
  return !text.empty() && text.size() <= 64 && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_lower(c) || ('0' <= c && c <= '9') || c == '_'; });
}

RoiInputId read_input_id(MapReader& reader) {
  const Node* node = reader.find_required("id");
  const auto text = node ? read_text(reader.context(), *node, "id") : std::nullopt;
  if (!text) return {};
  if (!is_input_id(*text))
    reader.error(*node, fmt::format("'{}' cannot be used in a formula", *text),
                 {"the id of an input has lower-case letters, digits and '_', begins with a letter "
                  "and is at most 64 characters long"});
  return RoiInputId(*text);
}

RoiInput read_input(const ModelIds& ids, MapReader& reader) {
  RoiInput input;
  input.id = read_input_id(reader);
  input.title = reader.required_text("title");
  input.unit = reader.choice("unit", roi_unit_words, RoiUnit::number);
  const std::optional<Exact> expected = reader.required_number("expected");
  input.expected = expected.value_or(0);
  input.low = reader.number("low").value_or(input.expected);
  input.high = reader.number("high").value_or(input.expected);
  input.help = reader.text("help");
  input.source = ids.sources.reference(reader, "source");
  if (expected && input.low > input.expected)
    reader.error(*reader.find("low"), "'low' is above 'expected'");
  if (expected && input.high < input.expected)
    reader.error(*reader.find("high"), "'high' is below 'expected'");
  return input;
}

/// The place of `length` bytes from byte `offset` of the text of `node`; all of it where the file
/// spells the text in another way, over several lines or with escapes.
SourceSpan span_within(const Document& document, const Node& node, std::size_t offset,
                       std::size_t length) {
  const SourceSpan whole = document.span_of(node);
  for (const std::size_t start : {node.offset, node.offset + 1})
    if (document.source->text().compare(start, node.scalar.size(), node.scalar) == 0)
      return {whole.source, start + offset, length};
  return whole;
}

/// Reads the formula at `amount` and what it means.
void read_amount(MapReader& reader, const std::vector<std::string>& inputs, RoiLine& line) {
  line.amount = reader.required_text("amount");
  const Node* node = reader.find("amount");
  if (!node || line.amount.find_first_not_of(" \t\n") == std::string::npos) return;
  const ReadContext& context = reader.context();
  const auto formula = parse_formula(line.amount, inputs,
                                     [&](std::size_t offset, std::size_t length,
                                         std::string message, std::vector<std::string> notes) {
                                       context.diagnostics.error(
                                           span_within(context.document, *node, offset, length),
                                           std::move(message), std::move(notes));
                                     });
  if (formula) line.formula = *formula;
}

void check_divisors(MapReader& reader, const RoiModel& roi, const RoiLine& line) {
  std::vector<Range> ranges;
  for (const RoiInput& input : roi.inputs) ranges.push_back({input.low, input.high});
  if (range_of(line.formula, ranges)) return;
  reader.error(*reader.find("amount"), fmt::format("line '{}' can divide by 0", line.id.text()),
               {"a divisor can be 0 while its inputs go from 'low' to 'high'"});
}

RoiLine read_line(const ModelIds& ids, MapReader& reader, const RoiModel& roi,
                  const std::vector<std::string>& inputs) {
  RoiLine line;
  line.id = reader.required_id<RoiLineId>("id");
  line.title = reader.required_text("title");
  line.kind = reader.required_choice("kind", roi_kind_words);
  read_amount(reader, inputs, line);
  check_divisors(reader, roi, line);
  line.every = reader.choice("every", every_words, Every::month);
  line.is_lift = reader.yes_no("lift");
  line.text = reader.text("text");
  line.source = ids.sources.reference(reader, "source");
  return line;
}

void check_count(MapReader& reader, std::string_view key) {
  const Node* node = reader.find(key);
  if (node && node->items.size() > most_entries)
    reader.error(*node, fmt::format("a calculation has at most {} {}", most_entries, key));
}

void read_inputs(const ModelIds& ids, MapReader& reader, RoiModel& roi) {
  reader.require_entries("inputs", 1);
  check_count(reader, "inputs");
  IdNames("input").collect_list(reader.context(), reader.find("inputs"));
  reader.each_map("inputs", "input",
                  [&](MapReader& input) { roi.inputs.push_back(read_input(ids, input)); });
}

void read_lines(const ModelIds& ids, MapReader& reader, RoiModel& roi) {
  std::vector<std::string> inputs;
  for (const RoiInput& input : roi.inputs) inputs.push_back(input.id.text());
  reader.require_entries("lines", 1);
  check_count(reader, "lines");
  IdNames("line").collect_list(reader.context(), reader.find("lines"));
  reader.each_map("lines", "line", [&](MapReader& line) {
    roi.lines.push_back(read_line(ids, line, roi, inputs));
  });
}

void read_rate(MapReader& reader, RoiModel& roi) {
  roi.rate = reader.percent("rate");
  if (roi.rate && !is_shown_exactly(*roi.rate, 2))
    reader.error(*reader.find("rate"), "'rate' has at most two decimals");
}

void read_trust(MapReader& reader, RoiModel& roi) {
  reader.in_map("proof", "'proof'", [&](MapReader& proof) {
    for (std::size_t i = 0; i < proof_words.size(); ++i) {
      const std::string_view method = proof_words[i].text;
      roi.trust[i] = proof.percent(method).value_or(roi.trust[i]);
      if (i > 0 && roi.trust[i] > roi.trust[i - 1])
        proof.error(proof.find(method) ? *proof.find(method) : proof.node(),
                    fmt::format("'{}' is trusted more than '{}', which is stronger", method,
                                proof_words[i - 1].text));
    }
  });
}

}  // namespace

void read_roi(ModelReading& reading) {
  reading.root.in_map("roi", "'roi'", [&](MapReader& reader) {
    RoiModel roi;
    roi.title = reader.required_text("title");
    roi.text = reader.text("text");
    roi.source = reading.ids.sources.reference(reader, "source");
    read_inputs(reading.ids, reader, roi);
    read_lines(reading.ids, reader, roi);
    reader.in_map("ramp", "'ramp'", [&](MapReader& ramp) {
      roi.ramp_months = ramp.required_whole("months", 1, longest_months);
    });
    roi.horizon = reader.whole("horizon", 1, longest_months, 60);
    read_rate(reader, roi);
    read_trust(reader, roi);
    roi.other_benefits = reader.texts("other_benefits");
    reading.model.roi = std::move(roi);
  });
}

}  // namespace stagecraft
