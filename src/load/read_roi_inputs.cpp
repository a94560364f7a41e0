#include "load/read_roi_inputs.h"

#include <fmt/format.h>

#include "load/resolve_part.h"
#include "model/currency.h"
#include "scoring/formula_value.h"

namespace stagecraft {
namespace {

std::optional<RoiValue> read_value(const ReadContext& context, const Node& node) {
  RoiValue value;
  if (node.kind != NodeKind::map) {
    const std::optional<Exact> number = read_number(context, node, "value");
    if (!number) return std::nullopt;
    value.low = value.expected = value.high = *number;
    return value;
  }
  MapReader reader(context, node, "value");
  const std::optional<Exact> expected = reader.required_number("expected");
  value.expected = expected.value_or(0);
  value.low = reader.number("low").value_or(value.expected);
  value.high = reader.number("high").value_or(value.expected);
  value.source = reader.text("source");
  if (reader.find("method"))
    value.method = reader.choice("method", proof_words, ProofMethod::estimate);
  reader.finish();
  if (!expected) return std::nullopt;
  if (value.low > value.expected) reader.error(*reader.find("low"), "'low' is above 'expected'");
  if (value.high < value.expected)
    reader.error(*reader.find("high"), "'high' is below 'expected'");
  return value;
}

std::string read_currency(MapReader& reader) {
  const std::string currency = reader.required_text("currency");
  const Node* node = reader.find("currency");
  if (node && !currency.empty() && !currency_decimals(currency)) {
    const std::vector<std::string> codes = currency_codes();
    const std::string_view nearest = nearest_choice(currency, codes);
    reader.error(*node, fmt::format("'{}' is no currency of ISO 4217", currency),
                 {nearest.empty() ? "a currency is three capitals, such as EUR"
                                  : fmt::format("did you mean '{}'?", nearest)});
  }
  return currency;
}

/// Reports the lines that can divide by 0 with the values of `inputs`.
void check_divisors(MapReader& reader, const RoiModel& roi, const RoiInputs& inputs) {
  std::vector<Range> ranges;
  for (const RoiInput& input : roi.inputs) {
    const auto own = inputs.values.find(input.id);
    ranges.push_back(own == inputs.values.end() ? Range{input.low, input.high}
                                                : Range{own->second.low, own->second.high});
  }
  for (const RoiLine& line : roi.lines)
    if (!range_of(line.formula, ranges))
      reader.error(*reader.find("inputs"), fmt::format("with these values, line '{}' can divide "
                                                       "by 0", line.id.text()),
                   {line.amount});
}

}  // namespace

void read_roi_inputs(MapReader& root, const MaturityModel& model, Assessment& assessment) {
  const Node* node = root.find("roi");
  if (!node) return;
  MapReader reader(root.context(), *node, "roi");
  if (node->kind != NodeKind::map) return;
  if (!model.roi) {
    reader.error(*node, fmt::format("the model '{}' has no calculation", model.id.text()));
    return;
  }
  RoiInputs inputs;
  inputs.currency = read_currency(reader);
  reader.each_member("inputs", [&](const Member& member) {
    const auto index = resolve_part(root.context(), model.roi->inputs, member, "input");
    const auto value = index ? read_value(root.context(), member.value) : std::nullopt;
    if (value) inputs.values.emplace(model.roi->inputs[*index].id, *value);
  });
  reader.finish();
  if (!inputs.values.empty()) check_divisors(reader, *model.roi, inputs);
  assessment.roi = std::move(inputs);
}

}  // namespace stagecraft
