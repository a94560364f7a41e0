// The tables beside a report, as CSV.
#include <algorithm>
#include <array>

#include "evaluate/evidence.h"
#include "model/words.h"
#include "render/answer_wording.h"
#include "render/csv_writer.h"
#include "render/model_wording.h"
#include "render/report_files.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

std::string day_text(const std::optional<Day>& day) {
  return day ? iso_text(date_of(*day)) : "";
}
std::string date_text(const std::optional<Date>& date) {
  return date ? iso_text(*date) : "";
}

std::string pillar_title(const MaturityModel& model, std::optional<PillarIndex> pillar) {
  return pillar ? model.pillars[*pillar].title : std::string();
}

/// Writes one row of the roadmap for each action on the way, whatever was decided about it.
class RoadmapTable {
 public:
  explicit RoadmapTable(const AssessmentEvaluation& evaluation)
      : evaluation_(evaluation), model_(*evaluation.model) {
    for (const PlannedAction* planned : open_actions(evaluation))
      numbers_.push_back(planned->action->id);
  }

  std::string bytes() {
    for (const RoadmapStep& step : evaluation_.roadmap) {
      for (const PlannedAction& planned : step.open) add_open(planned);
      for (const Action* action : step.satisfied) add_closed(*action, "in-place", "");
      for (const Action* action : step.skipped)
        add_closed(*action, "left-out", evaluation_.assessment->actions.at(action->id).skip);
      for (const DeferredAction& deferred : step.deferred)
        add_closed(*deferred.action, "deferred", deferred.deferral->reason);
    }
    return csv_.take();
  }

 private:
  std::size_t number_of(const ActionId& id) const {
    const auto found = std::find(numbers_.begin(), numbers_.end(), id);
    return found == numbers_.end() ? 0 : static_cast<std::size_t>(found - numbers_.begin()) + 1;
  }

  void begin(const Action& action, std::size_t number) {
    csv_.text(number > 0 ? std::to_string(number) : "");
    csv_.text(action.id.text()).text(action.title);
    csv_.text(action.pillar ? pillar_title(model_, action.pillar) : action.area);
    csv_.text(action.from ? stage_number(*action.from) : "");
    csv_.text(action.from ? stage_number(*action.from + 1) : "");
  }

  void add_open(const PlannedAction& planned) {
    const Action& action = *planned.action;
    begin(action, number_of(action.id));
    csv_.number(Exact(planned.impact)).number(Exact(planned.effort)).text(planned.owner);
    csv_.text(planned.dates ? day_text(planned.dates->first) : "");
    csv_.text(planned.dates ? day_text(planned.dates->last) : "");
    std::vector<std::string> after, moves;
    for (const ActionId& id : action.depends_on) after.push_back(model_.find(id)->id.text());
    for (const MovedKpi& moved : planned.moves) moves.push_back(moved.kpi->title);
    const bool is_started = planned.decision && planned.decision->status == ActionStatus::started;
    csv_.list(after).list(moves).text(is_started ? "started" : "open");
    std::vector<std::string> marks;
    if (planned.quick_win) marks.push_back("quick-win");
    if (planned.foundation) marks.push_back("foundation");
    if (planned.dates && planned.dates->is_late) marks.push_back("late");
    if (planned.dates && planned.dates->is_too_early) marks.push_back("too-early");
    csv_.list(marks).text(planned.decision ? planned.decision->note : "").text(action.text);
    csv_.end_row();
  }

  void add_closed(const Action& action, std::string_view status, const std::string& note) {
    begin(action, 0);
    csv_.number(Exact(action.impact)).number(Exact(action.effort)).text(action.owner);
    csv_.empty().empty().empty().empty().text(status).empty().text(note).text(action.text);
    csv_.end_row();
  }

  const AssessmentEvaluation& evaluation_;
  const MaturityModel& model_;
  std::vector<ActionId> numbers_;
  CsvWriter csv_{{"number", "id", "action", "pillar", "from", "to", "impact", "effort", "owner",
                  "start", "end", "after", "moves", "status", "marks", "note", "text"}};
};

/// What an issue says: the action, how to know that it is done, and what it should move.
std::string issue_text(const PageScope& scope, const PlannedAction& planned) {
  const Action& action = *planned.action;
  std::string text = action.text;
  const auto add = [&](const std::string& heading, const std::vector<std::string>& points) {
    if (points.empty()) return;
    text += "\n\n" + heading + ":";
    for (const std::string& point : points) text += "\n- " + point;
  };
  add(scope.label("action.checks"), action.checks);
  std::vector<std::string> moves;
  for (const MovedKpi& moved : planned.moves) moves.push_back(moved.kpi->title);
  add(scope.label("action.moves"), moves);
  if (!action.risk.empty()) add(scope.label("part.risk"), {action.risk});
  return text;
}

const char* issue_priority(const PlannedAction& planned) {
  constexpr int high = 4, medium = 3;
  if (planned.impact >= high) return "High";
  return planned.impact == medium ? "Medium" : "Low";
}

/// One row of an answer; `who`: empty, of the assessment as a whole.
void add_answer(CsvWriter& csv, const PageScope& scope, const AssessmentEvaluation& evaluation,
                QuestionIndex index, const std::string& who, const Answer* answer) {
  const MaturityModel& model = *evaluation.model;
  const Question& question = model.questions[index];
  const QuestionScore* score = evaluation.scores.find(index);
  std::vector<std::string> pillars, evidence;
  for (const Contribution& each : question.contributions)
    if (each.pillar) pillars.push_back(pillar_title(model, each.pillar));
  csv.text(question_number(model, question)).text(question.id.text()).text(question.text);
  csv.list(pillars).text(question.stage() ? stage_number(*question.stage()) : "").text(who);
  csv.text(who.empty() ? answer_text(scope, evaluation, question)
                       : answer_text(scope, question, answer));
  csv.number(who.empty() && score ? score->value : std::nullopt);
  csv.text(answer ? answer->note : "");
  if (answer)
    for (const Evidence& each : answer->evidence) evidence.push_back(each.text);
  csv.list(evidence);
  const Grade grade = answer ? grade_beside(*answer) : std::nullopt;
  csv.text(grade ? word_of(grade_words, *grade) : "");
  csv.text(answer && answer->confidence != Confidence::not_given
               ? word_of(confidence_words, answer->confidence)
               : "");
  csv.text(answer ? date_text(answer->date) : "");
  csv.end_row();
}

}  // namespace

std::string roadmap_csv(const AssessmentEvaluation& evaluation) {
  return RoadmapTable(evaluation).bytes();
}

std::string issues_csv(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  CsvWriter csv(
      {"title", "description", "due_date", "start_date", "assignee", "labels", "priority"});
  for (const PlannedAction* planned : open_actions(evaluation)) {
    const Action& action = *planned->action;
    csv.text(action.title).text(issue_text(scope, *planned));
    csv.text(planned->dates ? day_text(planned->dates->last) : "");
    csv.text(planned->dates ? day_text(planned->dates->first) : "");
    csv.text(planned->owner);
    std::string labels = "roadmap";
    if (action.pillar) labels += " " + evaluation.model->pillars[*action.pillar].id.text();
    if (planned->quick_win) labels += " quick-win";
    if (planned->foundation) labels += " foundation";
    csv.text(labels).text(issue_priority(*planned));
    csv.end_row();
  }
  return csv.take();
}

std::string report_kpis_csv(const AssessmentEvaluation& evaluation) {
  CsvWriter csv({"id", "kpi", "unit", "better", "value", "date", "source", "method", "stage_now",
                 "typical_now_from", "typical_now_to", "position_now", "stage_target",
                 "typical_target_from", "typical_target_to", "gap_to_target", "stale"});
  constexpr std::array<Word<RangePosition>, 4> positions{{{"below", RangePosition::below},
                                                          {"within", RangePosition::within},
                                                          {"above", RangePosition::above},
                                                          {"no-range", RangePosition::no_range}}};
  for (const KpiResult& result : evaluation.kpis) {
    const Kpi& kpi = *result.kpi;
    const KpiValue* measured = result.measured;
    const auto typical = [&](const std::optional<StageIndex>& stage) {
      const bool is_range = stage && kpi.typical[*stage].kind == TypicalKind::range;
      csv.number(is_range ? kpi.typical[*stage].low : std::nullopt);
      csv.number(is_range ? kpi.typical[*stage].high : std::nullopt);
    };
    csv.text(kpi.id.text()).text(kpi.title).text(word_of(unit_words, kpi.unit));
    csv.text(word_of(direction_words, kpi.direction));
    csv.number(measured ? std::optional(measured->value) : std::nullopt);
    csv.text(measured ? date_text(measured->date) : "").text(measured ? measured->source : "");
    csv.text(measured && measured->method ? word_of(proof_words, *measured->method) : "");
    csv.text(result.current ? stage_number(*result.current) : "");
    typical(result.current);
    csv.text(measured ? word_of(positions, result.at_current) : "");
    csv.text(result.target ? stage_number(*result.target) : "");
    typical(result.target);
    csv.number(result.gap).text(measured ? (result.is_stale ? "yes" : "no") : "");
    csv.end_row();
  }
  return csv.take();
}

std::string report_answers_csv(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  CsvWriter csv({"number", "id", "question", "pillars", "stage", "respondent", "answer", "value",
                 "note", "evidence", "grade", "confidence", "date"});
  const Assessment& assessment = *evaluation.assessment;
  for (QuestionIndex index = 0; index < evaluation.model->questions.size(); ++index) {
    const QuestionId& id = evaluation.model->questions[index].id;
    const auto agreed = assessment.answers.find(id);
    add_answer(csv, scope, evaluation, index, "",
               agreed == assessment.answers.end() ? nullptr : &agreed->second);
    for (const Respondent& respondent : assessment.respondents) {
      const auto own = respondent.answers.find(id);
      if (own == respondent.answers.end()) continue;
      add_answer(csv, scope, evaluation, index,
                 respondent.role.empty() ? scope.label("words.respondent") : respondent.role,
                 &own->second);
    }
  }
  return csv.take();
}

}  // namespace stagecraft
