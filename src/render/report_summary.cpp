#include <algorithm>
#include <map>

#include "render/model_wording.h"
#include "render/report_parts.h"
#include "render/report_sections.h"
#include "render/report_sentences.h"
#include "render/score_wording.h"

namespace stagecraft {
namespace {

constexpr std::size_t summary_limit = 3;  // findings, and next actions

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

/// How many questions have their highest value, and how many are open.
std::string score_finding(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const NodeScore& overall = *evaluation.scores.overall();
  const std::vector<QuestionScore>& questions = evaluation.scores.methods.front().questions;
  const auto full = static_cast<std::size_t>(
      std::count_if(questions.begin(), questions.end(),
                    [](const QuestionScore& score) { return score.is_highest(); }));
  const bool is_count = counts_questions(*evaluation.model, *evaluation.model->primary_method());
  return scope.sentence(is_count ? "report.finding_score" : "report.finding_full",
                        {{"yes", count(full)},
                         {"questions", count(overall.counts.questions())},
                         {"open", count(overall.counts.open())}});
}

/// Whether a value is where it should be, or better.
bool is_good(const Kpi& kpi, RangePosition position) {
  return position == RangePosition::within ||
         position == (kpi.direction == Direction::higher_is_better ? RangePosition::above
                                                                   : RangePosition::below);
}

/// How many KPIs that have a range at the present stage reach it; empty when none has.
std::string kpi_finding(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  std::size_t compared = 0, good = 0;
  for (const KpiResult& result : evaluation.kpis) {
    if (result.at_current == RangePosition::no_range) continue;
    ++compared;
    good += is_good(*result.kpi, result.at_current) ? 1 : 0;
  }
  if (compared == 0) return {};
  return scope.sentence("report.finding_kpis",
                        {{"measured", count(compared)},
                         {"good", count(good)},
                         {"stage", evaluation.model->stages[*evaluation.current].title}});
}

/// The stage that most gaps belong to, the lowest of equals.
std::string gap_finding(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (evaluation.gaps.empty()) return {};
  std::map<StageIndex, std::size_t> by_stage;
  for (const AnswerGap& gap : evaluation.gaps) ++by_stage[*gap.question->stage()];
  const auto most = std::max_element(by_stage.begin(), by_stage.end(), [](auto& a, auto& b) {
    return a.second < b.second;
  });
  return scope.sentence("report.finding_gap",
                        {{"gaps", count(evaluation.gaps.size())},
                         {"most", count(most->second)},
                         {"stage", stage_number(most->first)},
                         {"title", evaluation.model->stages[most->first].title}});
}

/// Which pillars are behind and which ahead; empty where that cannot be said.
std::string profile_finding(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const std::optional<Profile> profile = position_of(evaluation).profile;
  if (!profile || !profile->imbalance || *profile->imbalance == 0) return {};
  const auto titles = [&](const std::vector<PillarIndex>& pillars) {
    std::vector<std::string> list;
    for (const PillarIndex pillar : pillars) list.push_back(scope.model().pillars[pillar].title);
    return joined(scope, list);
  };
  return scope.sentence("report.finding_profile",
                        {{"lagging", titles(profile->lagging)},
                         {"leading", titles(profile->leading)},
                         {"lags", count(profile->lagging.size())},
                         {"leads", count(profile->leading.size())}});
}

ValueList findings(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  ValueList list;
  const auto add = [&](std::string text) {
    if (!text.empty() && list.size() < summary_limit) list.emplace_back(std::move(text));
  };
  const std::string profile = profile_finding(scope, evaluation);
  if (!profile.empty())
    add(profile);
  else if (evaluation.scores.overall())
    add(score_finding(scope, evaluation));
  add(kpi_finding(scope, evaluation));
  add(gap_finding(scope, evaluation));
  return list;
}

ValueList next_actions(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  ValueList list;
  std::size_t number = 0;
  for (const RoadmapStep& step : evaluation.roadmap)
    for (const PlannedAction& planned : step.open) {
      if (++number > summary_limit) return list;
      const Action& action = *planned.action;
      list.emplace_back(ValueMap{
          {"number", std::to_string(number)},
          {"title", action.title},
          {"href", report_anchor(scope, "recommendations", action.id.text())},
          {"reason", scope.sentence("action.reason",
                                    {{"impact", std::to_string(planned.impact)},
                                     {"effort", std::to_string(planned.effort)},
                                     {"owner", planned.owner.empty()
                                                   ? scope.label("words.unassigned")
                                                   : planned.owner}})}});
    }
  return list;
}

}  // namespace

std::string verdict_text(const PageScope& scope, const MaturityModel& model,
                         const Assessment& assessment, std::optional<StageIndex> current) {
  const std::string& client = assessment.subject.name;
  if (!current) return scope.sentence("report.verdict_unknown", {{"client", client}});
  MessageValues values{{"client", client},
                       {"current", stage_number(*current)},
                       {"of", std::to_string(model.stages.size())},
                       {"current_title", model.stages[*current].title}};
  if (!assessment.target || !assessment.target->stage)
    return scope.sentence("report.verdict_no_target", values);
  const StageIndex target = *assessment.target->stage;
  values.emplace_back("target_title", model.stages[target].title);
  if (target == *current) return scope.sentence("report.verdict_reached", values);
  if (target < *current) return scope.sentence("report.verdict_beyond", values);
  values.emplace_back("steps", count(target - *current));
  return scope.sentence("report.verdict_way_to_go", values);
}

void add_summary(const PageScope& scope, const AssessmentEvaluation& evaluation,
                 ValueMap& report) {
  report.set("verdict", verdict_text(scope, *evaluation.model, *evaluation.assessment,
                                     evaluation.current));
  report.set("findings", findings(scope, evaluation));
  report.set("next", next_actions(scope, evaluation));
}

}  // namespace stagecraft
