// Measured values against typical ranges, in words and a table.
#include <fmt/format.h>

#include "model/words.h"
#include "render/plan_sheets.h"

namespace stagecraft {
namespace {

constexpr int value_digits = 4;

std::string unit_suffix(Unit unit) {
  if (unit == Unit::percent) return " %";
  if (unit == Unit::number || unit == Unit::money) return "";
  return " " + std::string(word_of(unit_words, unit));
}

std::string value_text(const KpiResult& result) {
  if (!result.measured) return "no data";
  return decimal_text(result.measured->value, value_digits) + unit_suffix(result.kpi->unit);
}

std::string position_text(RangePosition position) {
  switch (position) {
    case RangePosition::below:
      return "below";
    case RangePosition::within:
      return "within";
    case RangePosition::above:
      return "above";
    case RangePosition::no_range:
      break;
  }
  return "no range";
}

/// "2 to 3, 3": what lies between two stages, and stages.
std::string places_text(const std::vector<LadderPlace>& places) {
  std::string text;
  for (const LadderPlace& place : places) {
    if (!text.empty()) text += ", ";
    text += place.is_between ? fmt::format("between {} and {}", place.stage + 1, place.stage + 2)
                             : std::to_string(place.stage + 1);
  }
  return text.empty() ? sheet_dash : text;
}

std::string speaks_for(const KpiResult& result) {
  if (!result.measured) return sheet_dash;
  return result.is_stale ? "nothing, stale" : places_text(result.places);
}

SheetRow kpi_row(const KpiResult& result) {
  const bool at_current = result.measured && result.current;
  const bool at_target = result.measured && result.target;
  return {0,
          {sheet_text(result.kpi->title), value_text(result),
           at_current ? position_text(result.at_current) : sheet_dash,
           at_target ? position_text(result.at_target) : sheet_dash,
           result.gap ? decimal_text(*result.gap, value_digits) : sheet_dash, speaks_for(result)}};
}

std::string agreement_text(KpiAgreement agreement) {
  switch (agreement) {
    case KpiAgreement::agrees:
      return "which agrees";
    case KpiAgreement::near:
      return "half a step away";
    case KpiAgreement::below:
      return "which is lower";
    case KpiAgreement::above:
      return "which is higher";
    case KpiAgreement::split:
    case KpiAgreement::not_compared:
      break;
  }
  return "which lies between them";
}

std::string stages_sentence(const MaturityModel& model, const KpiStages& stages) {
  std::string text = fmt::format(
      "{}: the KPIs imply {} (weight {} of {})",
      stages.pillar ? sheet_text(model.pillars[*stages.pillar].title) : "Overall",
      places_text(stages.implied), stages.weight, stages.whole_weight);
  if (stages.answered)
    text += fmt::format("; the answers give stage {}, {}", *stages.answered + 1,
                        agreement_text(stages.agreement));
  return text + ".";
}

}  // namespace

std::vector<SheetSection> kpi_sections(const AssessmentEvaluation& evaluation) {
  if (evaluation.kpis.empty()) return {};
  SheetSection section;
  section.title = "KPIs";
  for (const KpiStages& stages : evaluation.kpi_stages)
    section.sentences.push_back(stages_sentence(*evaluation.model, stages));
  section.columns = {{"KPI", false, 0},      {"Value", true, 14},   {"Today", false, 8},
                     {"Target", false, 8},   {"Missing", true, 8},  {"Speaks for", false, 20}};
  for (const KpiResult& result : evaluation.kpis)
    if (result.kpi->unit != Unit::text) section.rows.push_back(kpi_row(result));
  if (section.rows.empty()) return {};
  return {section};
}

}  // namespace stagecraft
