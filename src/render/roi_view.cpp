// The calculator of a model with the model's own examples: content/docs/roi.md.
#include <algorithm>
#include <array>

#include "evaluate/roi.h"
#include "render/formula_wording.h"
#include "render/model_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

constexpr int money_places = 2;
constexpr int percent_places = 1;
constexpr int most_places = 4;

std::string unit_of(const PageScope& scope, RoiUnit unit) {
  switch (unit) {
    case RoiUnit::number: return scope.label("roi.unit_number");
    case RoiUnit::percent: return scope.label("words.unit_percent");
    case RoiUnit::money: return scope.label("roi.unit_money");
    case RoiUnit::hours: return scope.label("words.unit_hours");
    case RoiUnit::months: return scope.label("roi.unit_months");
  }
  return {};
}

/// Where the example of an input comes from; empty for an example of the model's own.
std::string source_text(const PageScope& scope, const RoiModel& roi, const RoiInput& input) {
  const SourceId& id = input.source.text().empty() ? roi.source : input.source;
  const Source* source = scope.model().find(id);
  return source ? scope.sentence("roi.source", {{"document", source->document}}) : std::string();
}

ValueList inputs_view(const PageScope& scope, const RoiModel& roi) {
  ValueList inputs;
  for (const RoiInput& input : roi.inputs)
    inputs.emplace_back(ValueMap{{"id", input.id.text()},
                                 {"title", input.title},
                                 {"unit", unit_of(scope, input.unit)},
                                 {"low", scope.number(input.low)},
                                 {"expected", scope.number(input.expected)},
                                 {"high", scope.number(input.high)},
                                 {"help", input.help},
                                 {"source", source_text(scope, roi, input)}});
  return inputs;
}

std::string kind_of(const PageScope& scope, RoiKind kind) {
  switch (kind) {
    case RoiKind::benefit: return scope.label("roi.benefit");
    case RoiKind::saving: return scope.label("roi.saving");
    case RoiKind::cost: return scope.label("roi.cost");
  }
  return {};
}

std::string every_of(const PageScope& scope, Every every) {
  switch (every) {
    case Every::month: return scope.label("roi.every_month");
    case Every::year: return scope.label("roi.every_year");
    case Every::once: return scope.label("roi.once");
  }
  return {};
}

ValueList lines_view(const PageScope& scope, const RoiResult& result) {
  ValueList lines;
  for (const RoiLineResult& each : result.lines)
    lines.emplace_back(ValueMap{{"title", each.line->title},
                                {"kind", kind_of(scope, each.line->kind)},
                                {"every", every_of(scope, each.line->every)},
                                {"formula", formula_in_words(*result.model, *each.line)},
                                {"is_lift", each.line->is_lift},
                                {"text", each.line->text}});
  return lines;
}

/// An amount of money without a currency; a loss is called one.
std::string amount_text(const PageScope& scope, const Exact& amount) {
  const std::string text = scope.fixed(amount, money_places);
  return amount < 0 ? scope.sentence("roi.loss", {{"amount", text}}) : text;
}

std::string share_text(const PageScope& scope, const RoiCase& found) {
  if (!found.return_percent) return scope.label("roi_live.no_share");
  return scope.sentence("roi.percent",
                        {{"number", scope.fixed(*found.return_percent, percent_places)}});
}

std::string payback_text(const PageScope& scope, const RoiCase& found) {
  if (!found.payback_month) return scope.label("roi_live.never");
  if (*found.payback_month == 0) return scope.label("roi_live.at_once");
  return scope.sentence("roi.month", {{"month", std::to_string(*found.payback_month)}});
}

std::string delay_text(const PageScope& scope, const RoiCase& found) {
  return found.cost_of_delay > 0 ? amount_text(scope, found.cost_of_delay)
                                 : scope.label("roi_live.waiting_free");
}

/// One result in the three cases, each as `say` says it.
template <class Say>
ValueMap result_row(std::string_view name, std::string label, const ByCase<RoiCase>& cases,
                    const Say& say) {
  return {{"name", name},
          {"label", std::move(label)},
          {"low", say(cases.low)},
          {"expected", say(cases.expected)},
          {"high", say(cases.high)}};
}

ValueList results_view(const PageScope& scope, const RoiResult& result) {
  ValueList rows;
  const auto add = [&](std::string_view name, std::string label, const auto& say) {
    rows.emplace_back(result_row(name, std::move(label), result.cases,
                                 [&](const RoiCase& found) { return say(scope, found); }));
  };
  const auto add_amount = [&](std::string_view name, Exact RoiCase::*amount) {
    add(name, scope.label("roi." + std::string(name)),
        [&](const PageScope& in, const RoiCase& found) { return amount_text(in, found.*amount); });
  };
  add_amount("benefits", &RoiCase::benefits);
  add_amount("costs", &RoiCase::costs);
  add_amount("net", &RoiCase::net);
  add("share", scope.label("roi.share"), share_text);
  add("payback", scope.label("roi.payback"), payback_text);
  add("delay", scope.label("roi.delay"), delay_text);
  if (const std::optional<Exact>& rate = result.model->rate)
    add("present", scope.sentence("roi.present", {{"rate", scope.number(*rate)}}),
        [](const PageScope& in, const RoiCase& found) {
          return amount_text(in, *found.present_value);
        });
  return rows;
}

ValueList sensitivity_view(const PageScope& scope, const RoiResult& result) {
  ValueList rows;
  for (const RoiSensitivity& each : result.sensitivity) {
    const RoiInput& input = *result.inputs[each.input].input;
    rows.emplace_back(ValueMap{{"id", input.id.text()},
                               {"title", input.title},
                               {"low", amount_text(scope, each.net_at_low)},
                               {"high", amount_text(scope, each.net_at_high)},
                               {"swing", amount_text(scope, each.swing)}});
  }
  return rows;
}

/// How an effect can be proven, and what each proof is trusted with, the weakest first.
ValueList proofs_view(const PageScope& scope, const RoiModel& roi) {
  constexpr std::array<const char*, 4> names{"holdout", "ab_test", "before_after", "estimate"};
  ValueList proofs;
  for (std::size_t i = names.size(); i-- > 0;) {
    const std::string& method = scope.label(std::string("words.method_") + names[i]);
    const std::string percent = scope.number(roi.trust[i]);
    std::string label = scope.sentence("roi.proof", {{"method", method}, {"percent", percent}});
    proofs.emplace_back(ValueMap{{"trust", decimal_text(roi.trust[i], most_places)},
                                 {"label", std::move(label)}});
  }
  return proofs;
}

ValueList words_view(const PageScope& scope) {
  constexpr std::string_view group = "roi_live.";
  const auto& strings = scope.project().strings;
  ValueList words;
  for (auto text = strings.lower_bound(group);
       text != strings.end() && text->first.starts_with(group); ++text)
    words.emplace_back(ValueMap{{"key", text->first.substr(group.size())}, {"text", text->second}});
  return words;
}

/// Where the page's record stands.
std::string record_href(const PageScope& scope) {
  const auto& files = scope.page().files;
  const auto json = std::find_if(files.begin(), files.end(), [](const PageFile& file) {
    return file.form == PageForm::json;
  });
  return scope.href(json->path);
}

bool has_lift(const RoiModel& roi) {
  return std::any_of(roi.lines.begin(), roi.lines.end(),
                     [](const RoiLine& line) { return line.is_lift; });
}

}  // namespace

ValueMap roi_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const RoiModel& roi = *model.roi;
  const RoiResult result = *calculate_roi(roi, nullptr);
  const PlannedPage& overview = *scope.plan().find_model_page(scope.page().model);
  return {{"title", roi.title},
          {"text", roi.text},
          {"model", ValueMap{{"title", model.title},
                             {"version", model.version},
                             {"href", scope.href(overview)}}},
          {"record", record_href(scope)},
          {"period", scope.sentence("roi.period", {{"horizon", std::int64_t{roi.horizon}},
                                                   {"ramp", std::int64_t{roi.ramp_months}}})},
          {"inputs", inputs_view(scope, roi)},
          {"lines", lines_view(scope, result)},
          {"results", results_view(scope, result)},
          {"sensitivity", sensitivity_view(scope, result)},
          {"proofs", has_lift(roi) ? proofs_view(scope, roi) : ValueList()},
          {"other_benefits", texts(roi.other_benefits)},
          {"words", words_view(scope)}};
}

}  // namespace stagecraft
