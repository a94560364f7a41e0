#include <array>

#include "evaluate/evaluate_project.h"
#include "model/report_sections.h"
#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/report_files.h"
#include "render/report_parts.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

/// One section of a report: the label of its heading, and what it holds.
struct SectionPlan {
  const char* label;
  std::vector<ReportBlock> (*blocks)(const ReportScope&);
};

std::vector<ReportBlock> no_blocks(const ReportScope&) {
  return {};
}

/// In the order of report_section_ids.
constexpr std::array<SectionPlan, report_section_ids.size()> section_plans{{
    {"report.summary", no_blocks},
    {"report.method", method_blocks},
    {"report.position", no_blocks},
    {"report.results", result_blocks},
    {"report.findings_by_pillar", finding_blocks},
    {"report.kpis", kpi_blocks},
    {"report.gap", gap_blocks},
    {"report.recommendations", no_blocks},
    {"report.roadmap", roadmap_blocks},
    {"report.worth", worth_blocks},
    {"report.risks", risk_blocks},
    {"report.changes", change_blocks},
    {"report.next_steps", decision_blocks},
    {"report.appendix", appendix_blocks},
}};

std::string version_note(const PageScope& scope, const Assessment& assessment) {
  const std::string& then = assessment.model_version;
  if (then.empty() || then == scope.model().version) return {};
  return scope.sentence("report.version_note", {{"then", then}, {"now", scope.model().version}});
}

/// The consultant's own text of a section, with the values of the report in it; empty: none.
std::string note_text(const ReportScope& scope, std::string_view section, const ValueMap& report) {
  const auto note = scope.assessment().notes.find(section);
  if (note == scope.assessment().notes.end()) return {};
  return scope.page.part(note->second, ValueMap{{"report", report}});
}

/// The sections that the page shows: one, or all of them. `report` is what their own texts see.
ValueList sections_of(const ReportScope& scope, const ValueMap& report) {
  const std::optional<std::size_t>& shown = scope.page.page().section;
  ValueList sections;
  for (std::size_t i = 0; i < report_section_ids.size(); ++i) {
    if (shown && *shown != i) continue;
    const SectionPlan& plan = section_plans[i];
    sections.emplace_back(ValueMap{{"id", report_section_ids[i]},
                                   {"number", std::to_string(i + 1)},
                                   {"title", scope.page.label(plan.label)},
                                   {"note", note_text(scope, report_section_ids[i], report)},
                                   {"blocks", blocks_view(scope.page, plan.blocks(scope))}});
  }
  return sections;
}

/// Where each section stands: on this page, or on a page of its own.
ValueList contents_of(const PageScope& page) {
  ValueList contents;
  for (std::size_t i = 0; i < report_section_ids.size(); ++i) {
    const std::string id(report_section_ids[i]);
    contents.emplace_back(ValueMap{{"title", page.label(section_plans[i].label)},
                                   {"href", page.page().section ? "../" + id + "/" : "#" + id},
                                   {"page", page.page().section ? "../" + id + "/" : id + "/"},
                                   {"current", page.page().section == i}});
  }
  return contents;
}

std::string_view format_of(ReportFile file) {
  switch (file) {
    case ReportFile::calendar:
      return "ICS";
    case ReportFile::chart:
      return "SVG";
    default:
      return "CSV";
  }
}

/// The files beside the report, tables before charts.
ValueList files_of(const PageScope& page) {
  ValueList files;
  for (const PlannedReportFile& file : page.plan().report_files)
    if (page.plan().pages[file.page].kind == PageKind::report &&
        page.plan().pages[file.page].assessment == page.page().assessment)
      files.emplace_back(ValueMap{{"title", report_file_title(page, file)},
                                  {"href", page.href(file.path)},
                                  {"format", format_of(file.file)}});
  return files;
}

/// The page of the trend; null where there is none.
Value trend_href(const PageScope& scope, const Assessment& assessment) {
  const Listing listing =
      assessment.audience == Audience::everyone ? Listing::listed : Listing::unlisted;
  const PlannedPage* trend = scope.plan().find_trend_page(scope.page().assessment, listing);
  return trend ? Value(scope.href(*trend)) : Value();
}

/// What staying costs: a month's delay where there is a calculation, else what the model says.
std::string staying_text(const ReportScope& scope) {
  if (scope.evaluation.roi && scope.evaluation.roi->cases.expected.cost_of_delay > 0)
    return scope.page.sentence(
        "report.worth_delay_sentence",
        {{"cost", money_text(scope, scope.evaluation.roi->cases.expected.cost_of_delay)}});
  return scope.evaluation.current ? scope.model().stages[*scope.evaluation.current].cost_of_staying
                                  : std::string();
}

}  // namespace

const char* report_section_label(std::size_t section) {
  return section_plans[section].label;
}

ValueMap report_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const Assessment& assessment = scope.project().assessments[scope.page().assessment];
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  const Assessment* before = earlier_assessment(scope.project(), assessment);
  std::optional<AssessmentEvaluation> earlier;
  if (before) earlier = evaluate_assessment(model, *before);
  const ReportScope parts = report_scope(scope, evaluation, earlier ? &*earlier : nullptr);

  const std::string& client = assessment.subject.name;
  ValueMap report{
      {"client", client},
      {"description", assessment.subject.description},
      {"scope", assessment.scope},
      {"assessor", assessment.assessor},
      {"date", scope.date(assessment.date)},
      {"title", scope.sentence("report.title", {{"model", model.short_title}, {"client", client}})},
      {"model", ValueMap{{"title", model.title},
                         {"href", scope.href(*scope.plan().find_model_page(scope.page().model))},
                         {"version", model.version}}},
      {"trend", trend_href(scope, assessment)},
      {"version_note", version_note(scope, assessment)},
      {"confidential", confidential_line(scope, assessment.audience, client)},
      {"draft", assessment.is_draft ? scope.label("report.draft") : ""},
      {"worth", worth_sentence(parts)},
      {"staying", staying_text(parts)}};
  ValueList stages;
  for (StageIndex stage = 0; stage < model.stages.size(); ++stage)
    stages.push_back(stage_reference(scope, stage));
  report.set("stages", std::move(stages));

  add_summary(scope, evaluation, report);
  add_position(scope, evaluation, report);
  add_kpis(scope, evaluation, report);
  add_gaps(scope, evaluation, report);
  add_roadmap(scope, evaluation, report);
  add_appendix(scope, evaluation, report);
  report.set("contents", contents_of(scope));
  report.set("files", files_of(scope));
  report.set("whole", scope.page().section ? Value("../") : Value());
  report.set("sections", sections_of(parts, report));
  return report;
}

}  // namespace stagecraft
