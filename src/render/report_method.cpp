// How the report came about: who was asked, what stands behind the answers, what the method is; and
// at its end where everything comes from.
#include <algorithm>

#include "render/answer_wording.h"
#include "render/model_wording.h"
#include "render/report_sections.h"
#include "render/score_wording.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

const char* grade_label(EvidenceGrade grade) {
  switch (grade) {
    case EvidenceGrade::verified:
      return "report.grade_verified";
    case EvidenceGrade::corroborated:
      return "report.grade_corroborated";
    case EvidenceGrade::reported:
      break;
  }
  return "report.grade_reported";
}

std::string confidence_sentence(const ReportScope& scope) {
  const ConfidenceCounts& sure = scope.evidence.front().confidence;
  if (sure.high + sure.medium + sure.low == 0)
    return scope.page.sentence("report.method_no_confidence");
  return scope.page.sentence("report.method_confidence", {{"high", count(sure.high)},
                                                          {"medium", count(sure.medium)},
                                                          {"low", count(sure.low)},
                                                          {"none", count(sure.not_given)}});
}

std::string evidence_sentence(const ReportScope& scope) {
  const GradeCounts& grades = scope.evidence.front().grades;
  return scope.page.sentence("report.method_evidence",
                             {{"verified", count(grades.verified)},
                              {"corroborated", count(grades.corroborated)},
                              {"reported", count(grades.reported)},
                              {"none", count(grades.none)}});
}

/// Who was asked, by role. Names stay out.
std::vector<std::string> roles_of(const Assessment& assessment) {
  std::vector<std::string> roles;
  for (const Respondent& respondent : assessment.respondents)
    if (!respondent.role.empty()) roles.push_back(respondent.role);
  return roles;
}

std::string respondents_sentence(const ReportScope& scope) {
  const Assessment& assessment = scope.assessment();
  if (assessment.respondents.empty()) return scope.page.sentence("report.method_no_respondents");
  const std::vector<std::string> roles = roles_of(assessment);
  const MessageValues values{{"count", count(assessment.respondents.size())},
                             {"roles", joined(scope.page, roles)}};
  return scope.page.sentence(
      roles.empty() ? "report.method_respondents" : "report.method_respondents_roles", values);
}

// ---- appendix

/// How one node came about, part by part.
PartEntry derivation_of(const ReportScope& scope, std::size_t index) {
  const PageScope& page = scope.page;
  const MaturityModel& model = scope.model();
  const NodeScore& node = scope.evaluation.scores.methods.front().nodes[index];
  PartEntry entry;
  entry.id = "derivation-" + (node.pillar ? model.pillars[*node.pillar].id.text() : "whole");
  entry.title = node_title(scope.page, node.pillar);
  entry.paragraphs = {
      page.sentence(node.result.value ? "report.derived_value" : "report.derived",
                    {{"result", reading_text(scope, node.result)},
                     {"value", node.result.value ? page.number(*node.result.value) : ""},
                     {"answered", count(node.counts.answered)},
                     {"asked", count(node.counts.questions())}})};
  for (const NodePart& part : node.parts) {
    const std::string title =
        part.question
            ? page.sentence("report.derived_question",
                            {{"number", question_number(model, model.questions[*part.question])},
                             {"title", model.questions[*part.question].title}})
            : node_title(scope.page, part.pillar);
    entry.points.push_back(page.sentence(
        part.value ? (part.weight == 1 ? "report.derived_part" : "report.derived_part_weighted")
                   : "report.derived_part_out",
        {{"title", title},
         {"value", part.value ? page.number(*part.value) : ""},
         {"weight", page.number(part.weight)}}));
  }
  std::vector<std::string> fulfilled;
  for (const Fulfilment& each : node.fulfilment)
    if (each.share)
      fulfilled.push_back(page.sentence(
          "report.point",
          {{"title", stage_name(model, each.stage)},
           {"text", page.sentence("report.percent",
                                  {{"number", page.number(Exact(*each.share * 100))}})}}));
  entry.add_list(page.label("report.fulfilled"), fulfilled);
  return entry;
}

std::optional<ReportBlock> derivations(const ReportScope& scope) {
  if (scope.evaluation.scores.methods.empty()) return std::nullopt;
  ReportBlock block("derivations", scope.page.label("report.derivations"));
  block.text.note = scope.page.sentence("report.derivations_note");
  for (const std::size_t node : shown_nodes(scope))
    block.text.entries.push_back(derivation_of(scope, node));
  return block;
}

/// Where `evidence` leads: to the page of the audit that it is from a way within the site.
std::string link_of(const PageScope& page, const Evidence& evidence) {
  const std::vector<Catalog>& catalogs = page.project().catalogs;
  for (std::size_t catalog = 0; catalog < catalogs.size(); ++catalog) {
    if (catalogs[catalog].id != evidence.audit) continue;
    const PlannedPage* audit = page.plan().find_catalog_page(PageKind::audit, catalog);
    if (audit && audit->listing == Listing::listed) return page.href(*audit);
  }
  return evidence.link;
}

void add_evidence(const ReportScope& scope, const Question& question, const Answer& answer,
                  PartTable& table) {
  const PageScope& page = scope.page;
  for (const Evidence& evidence : answer.evidence) {
    PartRow row{page.sentence("report.derived_question",
                              {{"number", question_number(scope.model(), question)},
                               {"title", question.title}}),
                {},
                {}};
    row.cells.push_back({evidence.text, link_of(page, evidence), false});
    row.cells.push_back(text_cell(page.label(grade_label(evidence.grade))));
    row.cells.push_back(evidence.date ? text_cell(page.date(*evidence.date)) : missing_cell(page));
    row.cells.push_back(evidence.owner.empty() ? missing_cell(page) : text_cell(evidence.owner));
    table.rows.push_back(std::move(row));
  }
  for (const TeamAnswer& team : answer.teams) add_evidence(scope, question, team.answer, table);
}

ReportBlock evidence_register(const ReportScope& scope) {
  const PageScope& page = scope.page;
  PartTable table;
  table.caption = page.label("report.register_caption");
  table.row_title = page.label("report.question");
  for (const char* column : {"report.evidence", "report.grade", "report.date", "report.kept_by"})
    table.columns.push_back({page.label(column), {}, false, false});
  for (const Question& question : scope.model().questions) {
    const auto agreed = scope.assessment().answers.find(question.id);
    if (agreed != scope.assessment().answers.end())
      add_evidence(scope, question, agreed->second, table);
    for (const Respondent& respondent : scope.assessment().respondents) {
      const auto own = respondent.answers.find(question.id);
      if (own != respondent.answers.end()) add_evidence(scope, question, own->second, table);
    }
  }
  ReportBlock block("evidence", page.label("report.register"));
  if (table.rows.empty())
    block.text.paragraphs.push_back(page.sentence("report.register_none"));
  else
    block.text.table = std::move(table);
  return block;
}

/// What the report was made from, so that it can be made again.
ReportBlock identity(const ReportScope& scope) {
  const PageScope& page = scope.page;
  ReportBlock block("identity", page.label("report.identity"));
  block.text.note = page.sentence("report.identity_note");
  PartEntry entry;
  entry.add_fact(page.label("report.model"),
                 page.sentence("report.model_version", {{"model", scope.model().title},
                                                        {"version", scope.model().version}}));
  entry.add_fact(page.label("report.assessed_with"), scope.assessment().model_version);
  entry.add_fact(page.label("report.hash_model"), scope.model().sha256);
  entry.add_fact(page.label("report.hash_assessment"), scope.assessment().sha256);
  block.text.entries.push_back(std::move(entry));
  return block;
}

}  // namespace

std::vector<ReportBlock> method_blocks(const ReportScope& scope) {
  const PageScope& page = scope.page;
  const Assessment& assessment = scope.assessment();
  ReportBlock block("method-text", "");
  std::vector<std::string>& texts = block.text.paragraphs;
  if (!assessment.scope.empty()) texts.push_back(assessment.scope);
  if (assessment.period)
    texts.push_back(page.sentence(
        "report.method_period",
        {{"from", page.date(assessment.period->from)}, {"to", page.date(assessment.period->to)}}));
  texts.push_back(respondents_sentence(scope));
  if (const ScoringMethod* method = scope.model().primary_method()) {
    texts.push_back(evidence_sentence(scope));
    texts.push_back(confidence_sentence(scope));
    if (!method->rule.empty()) texts.push_back(method->rule);
    texts.push_back(unanswered_text(page, *method));
  }
  texts.push_back(page.sentence("report.method_limits"));
  return {block};
}

std::vector<ReportBlock> appendix_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  if (auto block = derivations(scope)) blocks.push_back(std::move(*block));
  blocks.push_back(evidence_register(scope));
  blocks.push_back(identity(scope));
  return blocks;
}

}  // namespace stagecraft
