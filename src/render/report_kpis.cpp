#include <algorithm>

#include "render/chart/range_chart.h"
#include "render/model_wording.h"
#include "render/report_parts.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

/// "stage 2", "stages 2 and 3": stage numbers as one text.
std::string stages_text(const PageScope& scope, const std::vector<StageIndex>& stages) {
  std::string numbers;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (i > 0) numbers += scope.label(i + 1 == stages.size() ? "words.and" : "words.comma");
    numbers += stage_number(stages[i]);
  }
  return scope.sentence("report.kpi_stages", {{"count", static_cast<std::int64_t>(stages.size())},
                                              {"numbers", numbers}});
}

/// "stage 2, between the stages 2 and 3": places on the ladder as one text.
std::string places_text(const PageScope& scope, const std::vector<LadderPlace>& places) {
  std::string text;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const StageIndex stage = places[i].stage;
    if (i > 0) text += scope.label("words.comma");
    text += places[i].is_between
                ? scope.sentence("report.kpi_between", {{"lower", stage_number(stage)},
                                                        {"higher", stage_number(stage + 1)}})
                : stages_text(scope, {stage});
  }
  return text;
}

/// What the KPIs of the whole say of its stage, in a sentence; empty where nothing is compared.
std::string stages_sentence(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (evaluation.kpi_stages.empty() || evaluation.kpi_stages.front().pillar) return {};
  const KpiStages& whole = evaluation.kpi_stages.front();
  const MessageValues values{{"places", places_text(scope, whole.implied)},
                             {"weight", std::to_string(whole.weight)},
                             {"all", std::to_string(whole.whole_weight)},
                             {"stage", whole.answered ? stage_number(*whole.answered) : ""}};
  switch (whole.agreement) {
    case KpiAgreement::not_compared:
      return scope.sentence("report.kpi_stages_only", values);
    case KpiAgreement::agrees:
      return scope.sentence("report.kpi_stages_agree", values);
    case KpiAgreement::near:
      return scope.sentence("report.kpi_stages_near", values);
    case KpiAgreement::below:
    case KpiAgreement::above:
    case KpiAgreement::split:
      break;
  }
  return scope.sentence("report.kpi_stages_contradict", values);
}

bool has_range(const Kpi& kpi) {
  return std::any_of(kpi.typical.begin(), kpi.typical.end(), [](const TypicalValue& typical) {
    return typical.kind == TypicalKind::range;
  });
}

std::string status_key(const KpiResult& result) {
  if (!result.measured) return "words.no_data";
  switch (result.at_current) {
    case RangePosition::below: return "words.below";
    case RangePosition::within: return "words.within";
    case RangePosition::above: return "words.above";
    case RangePosition::no_range: return "words.no_range";
  }
  return "words.no_range";
}

std::string reading_text(const PageScope& scope, const KpiResult& result) {
  if (!result.measured) return scope.sentence("report.kpi_reading_no_data");
  if (!result.current) return scope.sentence("report.kpi_reading_no_stage");
  const StageIndex stage = *result.current;
  const MessageValues values{
      {"stage", stages_text(scope, {stage})},
      {"typical", typical_text(scope, *result.kpi, result.kpi->typical[stage])}};
  switch (result.at_current) {
    case RangePosition::below: return scope.sentence("report.kpi_reading_below", values);
    case RangePosition::within: return scope.sentence("report.kpi_reading_within", values);
    case RangePosition::above: return scope.sentence("report.kpi_reading_above", values);
    case RangePosition::no_range: break;
  }
  return scope.sentence("report.kpi_reading_no_range", values);
}

/// The stages whose range holds the value, or the two that it lies between.
std::string fits_text(const PageScope& scope, const KpiResult& result) {
  if (!result.measured || !has_range(*result.kpi)) return {};
  if (!result.fits.empty())
    return scope.sentence("report.kpi_fits", {{"stages", stages_text(scope, result.fits)}});
  if (result.places.empty()) return scope.sentence("report.kpi_fits_none");
  return scope.sentence("report.kpi_speaks_for", {{"places", places_text(scope, result.places)}});
}

/// Why the value speaks for less than it seems to; empty: it does not.
std::string age_text(const PageScope& scope, const KpiResult& result) {
  if (!result.measured) return {};
  if (result.is_stale) return scope.sentence("report.kpi_stale");
  return result.measured->date ? "" : scope.sentence("report.kpi_undated");
}

std::string typical_at(const PageScope& scope, const Kpi& kpi, std::optional<StageIndex> stage) {
  if (!stage) return {};
  const TypicalValue& typical = kpi.typical[*stage];
  return typical.kind == TypicalKind::not_defined ? scope.label("words.none_given")
                                                  : typical_text(scope, kpi, typical);
}

std::string method_text(const PageScope& scope, const std::optional<ProofMethod>& method) {
  if (!method) return {};
  switch (*method) {
    case ProofMethod::holdout: return scope.label("words.method_holdout");
    case ProofMethod::ab_test: return scope.label("words.method_ab_test");
    case ProofMethod::before_after: return scope.label("words.method_before_after");
    case ProofMethod::estimate: return scope.label("words.method_estimate");
  }
  return {};
}

/// The typical ranges of all stages with the value on them; null when the model gives no range.
Value chart_of(const PageScope& scope, const KpiResult& result) {
  const Kpi& kpi = *result.kpi;
  RangeChart chart;
  std::string ranges;
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage) {
    const TypicalValue& typical = kpi.typical[stage];
    if (typical.kind != TypicalKind::range) continue;
    const std::string range = typical_text(scope, kpi, typical);
    const RangeRole role = result.current == stage  ? RangeRole::today
                           : result.target == stage ? RangeRole::target
                                                    : RangeRole::other;
    chart.ranges.push_back(
        {scope.sentence("report.kpi_chart_label", {{"number", stage_number(stage)}}), range,
         typical.low, typical.high, role});
    if (!ranges.empty()) ranges += scope.label("words.comma");
    ranges += scope.sentence("report.kpi_chart_range",
                             {{"number", stage_number(stage)}, {"range", range}});
  }
  if (chart.ranges.empty()) return {};

  if (kpi.unit == Unit::percent) chart.limit = 100;
  if (result.measured) {
    chart.value = result.measured->value;
    chart.value_text = scope.sentence(
        "typical.exactly",
        {{"low", scope.number(*chart.value)}, {"unit", unit_text(scope, kpi.unit)}});
    chart.title = scope.sentence("report.kpi_chart_title",
                                 {{"kpi", kpi.title}, {"value", chart.value_text}});
  } else {
    chart.value_text = scope.sentence("chart.no_data");
    chart.title = scope.sentence("report.kpi_chart_title_no_value", {{"kpi", kpi.title}});
  }
  chart.description = scope.sentence("report.kpi_chart_description", {{"ranges", ranges}});
  const std::string id = "chart-" + kpi.id.text();
  return chart_view(draw_range_chart(chart, ChartWidth::wide, id),
                    draw_range_chart(chart, ChartWidth::narrow, id + "-narrow"));
}

std::string gap_sentence(const PageScope& scope, const KpiResult& result) {
  if (!result.gap) return {};
  return scope.sentence("report.kpi_gap", {{"gap", gap_text(scope, *result.kpi, *result.gap)},
                                           {"stage", stages_text(scope, {*result.target})}});
}

ValueMap kpi_view(const PageScope& scope, const KpiResult& result) {
  const Kpi& kpi = *result.kpi;
  const KpiValue* measured = result.measured;
  return {{"id", kpi.id.text()},
          {"title", kpi.title},
          {"definition", kpi.definition},
          {"measured", measured != nullptr},
          {"figure", measured ? scope.number(measured->value) : ""},
          {"unit", measured ? unit_text(scope, kpi.unit) : ""},
          {"measured_on", measured && measured->date ? scope.date(*measured->date) : ""},
          {"source", measured ? measured->source : ""},
          {"method", measured ? method_text(scope, measured->method) : ""},
          {"direction", direction_text(scope, kpi.direction)},
          {"status", scope.label(status_key(result))},
          {"reading", reading_text(scope, result)},
          {"fits", fits_text(scope, result)},
          {"age", age_text(scope, result)},
          {"gap", gap_sentence(scope, result)},
          {"typical_now", typical_at(scope, kpi, result.current)},
          {"typical_target", typical_at(scope, kpi, result.target)},
          {"chart", chart_of(scope, result)},
          {"typical", typical_values(scope, kpi)}};
}

const char* agreement_label(KpiAgreement agreement) {
  switch (agreement) {
    case KpiAgreement::not_compared: return "report.kpi_not_compared";
    case KpiAgreement::agrees: return "report.kpi_agrees";
    case KpiAgreement::near: return "report.kpi_near";
    case KpiAgreement::below: return "report.kpi_answers_below";
    case KpiAgreement::above: return "report.kpi_answers_above";
    case KpiAgreement::split: break;
  }
  return "report.kpi_split";
}

}  // namespace

std::vector<ReportBlock> kpi_blocks(const ReportScope& scope) {
  const PageScope& page = scope.page;
  if (scope.evaluation.kpi_stages.empty()) return {};
  ReportBlock block("kpi-implied", page.label("report.kpi_implied"));
  block.text.note = page.sentence("report.kpi_implied_note");
  PartTable table;
  table.caption = page.label("report.kpi_implied_caption");
  table.row_title = page.label("report.pillar");
  for (const char* column :
       {"report.kpi_speaks_for", "report.kpi_from_answers", "report.kpi_together"})
    table.columns.push_back({page.label(column), {}, false, false});
  for (const KpiStages& stages : scope.evaluation.kpi_stages)
    table.rows.push_back(
        {node_title(scope.page, stages.pillar),
         {},
         {text_cell(places_text(page, stages.implied)),
          stages.answered ? text_cell(stage_name(scope.model(), *stages.answered))
                          : missing_cell(page),
          text_cell(page.label(agreement_label(stages.agreement)))}});
  block.text.table = std::move(table);
  return {block};
}

std::string gap_text(const PageScope& scope, const Kpi& kpi, const Exact& gap) {
  const DecimalNumber number{decimal_text(gap, 2)};
  return scope.sentence(kpi.unit == Unit::percent ? "report.kpi_gap_percent"
                                                  : "report.kpi_gap_times",
                        {{"gap", number}});
}

void add_kpis(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report) {
  ValueList kpis, unmeasured;
  std::int64_t measured = 0, measurable = 0;
  for (const KpiResult& result : evaluation.kpis) {
    measured += result.measured ? 1 : 0;
    measurable += result.kpi->unit != Unit::text ? 1 : 0;
    kpis.emplace_back(kpi_view(scope, result));
    if (!result.measured && !has_range(*result.kpi)) unmeasured.emplace_back(result.kpi->title);
  }
  report.set("kpi_note",
             kpis.empty()
                 ? scope.sentence("report.kpi_note_none")
                 : scope.sentence("report.kpi_note",
                                  {{"measured", measured}, {"all", measurable}}));
  report.set("kpi_stages", stages_sentence(scope, evaluation));
  report.set("kpis", std::move(kpis));
  report.set("unmeasured", std::move(unmeasured));
}

}  // namespace stagecraft
