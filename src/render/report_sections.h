#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/evidence.h"
#include "evaluate/position.h"
#include "evaluate/respondents.h"
#include "render/part_page.h"

namespace stagecraft {

// What the sections of a report are made of. content/docs/reports.md says what stands where.

/// One row of a heatmap.
struct HeatCell {
  std::string text;
  int heat = -1;     ///< 0 (none) to 4 (all); below 0: nothing is asked
  std::string mark;  ///< "Today"; may be empty
};
struct HeatRow {
  std::string title;
  std::vector<HeatCell> cells;  ///< one for each column
};
struct HeatMap {
  std::string caption;
  std::string row_title;
  std::vector<std::string> columns;
  std::vector<HeatRow> rows;
};

/// A stretch of a section: a section of a model's part, and what only reports have.
struct ReportBlock {
  ReportBlock(std::string id, std::string title) : text(std::move(id), std::move(title)) {}

  PartSection text;
  std::string chart_title;  ///< what the chart says
  Value chart;              ///< null: none
  std::optional<HeatMap> heat;
};

/// What every section is made from.
struct ReportScope {
  const PageScope& page;
  const AssessmentEvaluation& evaluation;
  const AssessmentEvaluation* earlier = nullptr;  ///< null: there is none
  Position position;
  std::vector<NodeEvidence> evidence;  ///< one per node of the primary method
  std::optional<RespondentComparison> respondents;

  const MaturityModel& model() const { return *evaluation.model; }
  const Assessment& assessment() const { return *evaluation.assessment; }
};

/// Blocks as templates see them.
ValueList blocks_view(const PageScope& page, const std::vector<ReportBlock>& blocks);

/// The line about confidentiality; empty on what everybody may see.
std::string confidential_line(const PageScope& scope, Audience audience,
                              const std::string& client);

ReportScope report_scope(const PageScope& page, const AssessmentEvaluation& evaluation,
                         const AssessmentEvaluation* earlier);

// The blocks of each section; empty: the section has none of this kind.
std::vector<ReportBlock> method_blocks(const ReportScope& scope);
std::vector<ReportBlock> result_blocks(const ReportScope& scope);
std::vector<ReportBlock> finding_blocks(const ReportScope& scope);
std::vector<ReportBlock> kpi_blocks(const ReportScope& scope);
std::vector<ReportBlock> gap_blocks(const ReportScope& scope);
std::vector<ReportBlock> roadmap_blocks(const ReportScope& scope);
std::vector<ReportBlock> worth_blocks(const ReportScope& scope);
std::vector<ReportBlock> risk_blocks(const ReportScope& scope);
std::vector<ReportBlock> change_blocks(const ReportScope& scope);
std::vector<ReportBlock> decision_blocks(const ReportScope& scope);
std::vector<ReportBlock> appendix_blocks(const ReportScope& scope);

// What several of them need.

/// The nodes of the primary method in which something counts, the whole first.
std::vector<std::size_t> shown_nodes(const ReportScope& scope);
/// Those of `shown_nodes` that findings are told of: pillars, or the whole of a model without.
std::vector<std::size_t> finding_nodes(const ReportScope& scope);
/// "Data and analytics"; "The whole".
std::string node_title(const PageScope& page, std::optional<PillarIndex> pillar);
/// "2 Developing".
std::string stage_name(const MaturityModel& model, StageIndex stage);
/// "2 Developing", "1.8", "below stage 1", or why there is nothing.
std::string reading_text(const ReportScope& scope, const Reading& reading);
/// "a", "a and b", "a, b and c".
std::string joined(const PageScope& page, const std::vector<std::string>& texts);
/// What there is in place of an empty cell.
PartCell missing_cell(const PageScope& page);
PartCell text_cell(std::string text);

/// What the business case comes to in one sentence; empty without one.
std::string worth_sentence(const ReportScope& scope);
/// "£12,300": whole units of the currency. Rule: content/docs/roi.md, "Money".
std::string money_text(const ReportScope& scope, const Exact& amount);

/// What has changed since `scope.earlier`. Requires: there is one.
ReportBlock change_block(const ReportScope& scope, std::string id, std::string title);
/// That the two were made with different versions of the model, or may have been. Requires: there
/// is an earlier one, and they do not name the same version.
std::string version_change(const ReportScope& scope);
/// When, how and by whom the figures of `benchmark` were made.
std::string benchmark_sentence(const PageScope& page, const Benchmark& benchmark);
/// "+1.5", "−2", "0".
std::string signed_number(const PageScope& page, const Exact& number);

/// "Unassigned" where an action has no owner.
std::string owner_of(const PageScope& page, const PlannedAction& planned);
/// "3 Connect the order flow": an open action by its place in the roadmap, counted from 0.
std::string numbered(std::size_t index, const Action& action);
/// What a deferral is about: the title of its action, question or pillar.
std::string deferred_title(const MaturityModel& model, const Deferral& deferral);
/// The anchor of the findings of a pillar, or of the whole.
std::string finding_id(const MaturityModel& model, std::optional<PillarIndex> pillar);
/// The label of the heading of a section, by its place in report_section_ids.
const char* report_section_label(std::size_t section);
/// Where `anchor` of `section` stands, seen from a page of the report.
std::string report_anchor(const PageScope& page, std::string_view section,
                          const std::string& anchor);

/// The open actions of the whole roadmap in their order.
std::vector<const PlannedAction*> open_actions(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
