#include "evaluate/trend.h"

#include <algorithm>

#include "evaluate/position.h"

namespace stagecraft {
namespace {

const QuestionScore* score_of(const MethodScore& score, QuestionIndex question) {
  for (const QuestionScore& each : score.questions)
    if (each.question == question) return &each;
  return nullptr;
}

bool is_answered(const QuestionScore* score) {
  return score && score->state == QuestionState::answered;
}

/// Compares two assessments by their primary methods.
class Comparison {
 public:
  Comparison(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later)
      : earlier_(earlier),
        later_(later),
        has_one_model_(earlier.model == later.model),
        then_(earlier.scores.methods.front()),
        now_(later.scores.methods.front()) {}

  void compare_questions(Trend& trend);
  void compare_nodes(Trend& trend) const;

 private:
  /// The question of then that is `question` of now; null: none.
  const Question* before(const Question& question) const {
    return has_one_model_ ? &question : counterpart_in(*earlier_.model, question);
  }
  const QuestionScore* score_then(const Question& question) const {
    const auto index = static_cast<QuestionIndex>(&question - earlier_.model->questions.data());
    return score_of(then_, index);
  }
  Assessment translated() const;
  const NodeScore* node_then(std::optional<PillarIndex> pillar) const;
  std::optional<Exact> progress_of(const NodeScore& node, const NodePosition& position) const;
  bool has_same_stages() const;

  const AssessmentEvaluation& earlier_;
  const AssessmentEvaluation& later_;
  bool has_one_model_;
  const MethodScore& then_;
  const MethodScore& now_;
  std::vector<QuestionIndex> comparable_;
};

void Comparison::compare_questions(Trend& trend) {
  std::vector<const Question*> matched;
  for (const QuestionScore& score : now_.questions) {
    if (!is_answered(&score)) continue;
    const Question& question = later_.model->questions[score.question];
    const Question* earlier = before(question);
    const QuestionScore* then = earlier ? score_then(*earlier) : nullptr;
    if (!is_answered(then) || !is_same_question(*earlier, question)) {
      trend.only_now.push_back(score.question);
      continue;
    }
    matched.push_back(earlier);
    comparable_.push_back(score.question);
    if (*then->value < *score.value) trend.risen.push_back(score.question);
    if (*score.value < *then->value) trend.fallen.push_back(score.question);
  }
  trend.comparable = comparable_.size();
  for (const QuestionScore& score : then_.questions) {
    const Question& question = earlier_.model->questions[score.question];
    const bool is_matched =
        std::find(matched.begin(), matched.end(), &question) != matched.end();
    if (is_answered(&score) && !is_matched)
      trend.only_then.push_back(question.id);
  }
}

/// What was said then to the comparable questions, under their ids of now.
Assessment Comparison::translated() const {
  const Assessment& said = *earlier_.assessment;
  Assessment view;
  view.date = said.date;
  view.teams = said.teams;
  for (const Respondent& respondent : said.respondents)
    view.respondents.push_back({respondent.id, respondent.role, respondent.group, {}, {}});
  const auto take = [](const Answers& from, const QuestionId& id, Answers& to,
                       const QuestionId& as) {
    const auto answer = from.find(id);
    if (answer != from.end()) to.emplace(as, answer->second);
  };
  for (const QuestionIndex index : comparable_) {
    const Question& question = later_.model->questions[index];
    const QuestionId& old = before(question)->id;
    take(said.answers, old, view.answers, question.id);
    for (std::size_t i = 0; i < said.respondents.size(); ++i)
      take(said.respondents[i].answers, old, view.respondents[i].answers, question.id);
  }
  return view;
}

const NodeScore* Comparison::node_then(std::optional<PillarIndex> pillar) const {
  if (!pillar) return &then_.overall();
  for (PillarIndex other = 0; other < earlier_.model->pillars.size(); ++other)
    if (later_.model->find(earlier_.model->pillars[other].id) == pillar)
      return &then_.of_pillar(other);
  return nullptr;
}

bool Comparison::has_same_stages() const {
  const auto is_same = [](const Stage& a, const Stage& b) { return a.id == b.id; };
  const std::vector<Stage>&a = earlier_.model->stages, &b = later_.model->stages;
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same);
}

std::optional<Exact> Comparison::progress_of(const NodeScore& node,
                                             const NodePosition& position) const {
  if (!position.target || !position.number || !has_same_stages()) return std::nullopt;
  const auto start = number_of(then_, node, earlier_.model->stages.size());
  const Exact goal(position.target->stage + 1);
  if (!start || *start >= goal) return std::nullopt;
  return 100 * (*position.number - *start) / (goal - *start);
}

void Comparison::compare_nodes(Trend& trend) const {
  // Whether a question was asked is settled: it was answered at both dates.
  MaturityModel model = *later_.model;
  for (Question& question : model.questions) question.asked_if.reset();
  ScoringMethod method = *now_.method;
  method.questions = comparable_;
  method.enough = 0;
  const MethodScore then = score_by(model, method, translated());
  const MethodScore now = score_by(model, method, *later_.assessment);
  const Position position = position_of(later_);
  for (std::size_t i = 0; i < now_.nodes.size(); ++i) {
    NodeTrend node;
    node.pillar = now_.nodes[i].pillar;
    node.then = then.nodes[i].result.value;
    node.now = now.nodes[i].result.value;
    if (const auto stage = now_.nodes[i].result.stage)
      node.stage_now = later_.model->stages[*stage].id;
    if (const NodeScore* earlier = node_then(node.pillar)) {
      if (const auto stage = earlier->result.stage)
        node.stage_then = earlier_.model->stages[*stage].id;
      node.progress = progress_of(*earlier, position.nodes[i]);
    }
    trend.nodes.push_back(std::move(node));
  }
}

}  // namespace

Trend trend_between(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later) {
  Trend trend;
  trend.since = earlier.assessment->date;
  const bool has_one_model = earlier.model == later.model;
  const std::string& before = earlier.assessment->model_version;
  trend.has_same_model = has_one_model
                             ? !before.empty() && before == later.assessment->model_version
                             : earlier.model->version == later.model->version;
  trend.is_assumed = has_one_model && !trend.has_same_model;
  if (!has_one_model) trend.model_changes = compare_models(*earlier.model, *later.model);
  if (earlier.scores.methods.empty() || later.scores.methods.empty()) return trend;
  Comparison comparison(earlier, later);
  comparison.compare_questions(trend);
  comparison.compare_nodes(trend);
  return trend;
}

}  // namespace stagecraft
