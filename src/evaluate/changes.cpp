#include "evaluate/changes.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "evaluate/assessment_views.h"
#include "evaluate/change_choices.h"
#include "scoring/overall_result.h"
#include "scoring/question_states.h"

namespace stagecraft {
namespace {

/// A question whose answer may change.
struct Candidate {
  QuestionIndex question = 0;
  std::vector<Choice> choices;  ///< ascending
  std::vector<Choice> tried;    ///< the greatest of each way to meet the conditions
  bool is_free = false;         ///< it has no condition, and none names it
  bool is_complete = true;      ///< nothing is left out that could make a difference
  bool is_open = false;
  Exact share;       ///< how much of its range it has
  std::string kind;  ///< candidates of the same kind count in the same way
};

struct Picked {
  const Candidate* candidate = nullptr;
  Choice choice;
};

using List = std::vector<Picked>;

/// The questions of `method` and those that their conditions name, and so on, ascending.
std::vector<QuestionIndex> named_questions(const MaturityModel& model,
                                           const ScoringMethod& method) {
  std::vector<QuestionIndex> waiting = method.questions;
  std::set<QuestionIndex> named(waiting.begin(), waiting.end());
  while (!waiting.empty()) {
    const Question& question = model.questions[waiting.back()];
    waiting.pop_back();
    if (question.asked_if && named.insert(question.asked_if->question).second)
      waiting.push_back(question.asked_if->question);
  }
  return {named.begin(), named.end()};
}

/// Finds the candidates of one assessment.
class CandidateFinder {
 public:
  CandidateFinder(const MaturityModel& model, const ScoringMethod& method,
                  const Assessment& assessment)
      : model_(model), named_(named_questions(model, method)), counting_(method.questions) {
    ScoringMethod wider = method;
    wider.questions = named_;
    scores_ = question_scores(model, wider, assessment);
  }

  /// In the order in which they are tried.
  std::vector<Candidate> find() const {
    std::vector<Candidate> candidates;
    for (const QuestionScore& score : scores_)
      if (auto candidate = candidate_of(score)) candidates.push_back(std::move(*candidate));
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.share < b.share; });
    return candidates;
  }

 private:
  std::vector<const Condition*> conditions_about(QuestionIndex question) const {
    std::vector<const Condition*> conditions;
    for (const QuestionIndex index : named_) {
      const auto& condition = model_.questions[index].asked_if;
      if (condition && condition->question == question) conditions.push_back(&*condition);
    }
    return conditions;
  }

  std::optional<Candidate> candidate_of(const QuestionScore& score) const;
  std::string kind_of(const QuestionScore& score, bool is_settled) const;

  const MaturityModel& model_;
  std::vector<QuestionIndex> named_;
  const std::vector<QuestionIndex>& counting_;
  std::vector<QuestionScore> scores_;
};

/// The greatest choice of each way in which `conditions` hold and fail, the least way first.
std::vector<Choice> greatest_of_each_way(const std::vector<Choice>& choices,
                                         const std::vector<const Condition*>& conditions,
                                         const Question& question) {
  std::vector<std::vector<bool>> ways;
  std::vector<Choice> greatest;
  for (const Choice& choice : choices) {
    std::vector<bool> way;
    for (const Condition* condition : conditions)
      way.push_back(meets(*condition, question, choice.answer));
    const auto known = std::find(ways.begin(), ways.end(), way);
    if (known == ways.end()) {
      ways.push_back(std::move(way));
      greatest.push_back(choice);
    } else if (Choice& best = greatest[static_cast<std::size_t>(known - ways.begin())];
               best.value < choice.value) {
      best = choice;
    }
  }
  return greatest;
}

std::string CandidateFinder::kind_of(const QuestionScore& score, bool is_settled) const {
  const Question& question = model_.questions[score.question];
  std::string kind = is_settled ? "settled" : is_open(score.state) ? "open" : "out";
  kind += score.has_open ? " partly" : " wholly";
  kind += " " + fraction_text(score.whole.lowest) + " " + fraction_text(score.whole.highest);
  if (!std::binary_search(counting_.begin(), counting_.end(), score.question)) return kind;
  for (const Contribution& each : question.contributions) {
    kind += each.pillar ? " p" + std::to_string(*each.pillar) : " whole";
    kind += each.stage ? " s" + std::to_string(*each.stage) : " none";
    kind += " " + fraction_text(each.weight);
  }
  return kind;
}

std::optional<Candidate> CandidateFinder::candidate_of(const QuestionScore& score) const {
  const Question& question = model_.questions[score.question];
  if (score.state == QuestionState::not_applicable || !question.is_scored()) return std::nullopt;
  const auto conditions = conditions_about(score.question);
  const Exact had = score.value.value_or(score.whole.lowest);
  const bool is_done = score.state == QuestionState::answered && !score.has_open &&
                       had == score.whole.highest;
  if (is_done && conditions.empty()) return std::nullopt;
  std::vector<Exact> ends;
  for (const Condition* condition : conditions) {
    if (condition->at_least) ends.push_back(*condition->at_least);
    if (condition->at_most) ends.push_back(*condition->at_most);
  }
  Choices choices = choices_of(question, ends);
  Candidate candidate;
  candidate.question = score.question;
  candidate.tried = greatest_of_each_way(choices.ascending, conditions, question);
  candidate.choices = std::move(choices.ascending);
  candidate.is_free = conditions.empty() && !question.asked_if;
  candidate.is_complete = choices.is_complete || conditions.empty();
  candidate.is_open = is_open(score.state);
  if (score.whole.lowest < score.whole.highest)
    candidate.share = (had - score.whole.lowest) / (score.whole.highest - score.whole.lowest);
  candidate.kind = candidate.is_free ? kind_of(score, score.value.has_value())
                                     : "alone " + std::to_string(score.question);
  return candidate;
}

/// Looks for the shortest list.
class ChangeSearch {
 public:
  ChangeSearch(const AssessmentEvaluation& evaluation, std::size_t budget)
      : model_(*evaluation.model),
        method_(*evaluation.scores.methods.front().method),
        view_(reopened(*evaluation.assessment, [](Grade) { return true; })),
        candidates_(CandidateFinder(model_, method_, view_).find()),
        budget_(budget),
        present_(number_of(evaluation.scores.methods.front().overall().result)) {}

  Changes run();

 private:
  enum class Outcome { found, none, budget_spent };

  /// 0 below the first stage and without one.
  static std::size_t number_of(const Reading& reading) {
    return reading.stage ? *reading.stage + 1 : 0;
  }

  std::size_t stage_with(const List& list);
  bool raises(const List& list) { return stage_with(list) > present_; }
  List best_of_all() const;
  Outcome search(std::size_t more, std::size_t from, List& list, std::set<std::string> passed);
  List taken_back(const List& best);
  void make_modest(List& list);

  const MaturityModel& model_;
  const ScoringMethod& method_;
  Assessment view_;
  std::vector<Candidate> candidates_;
  std::size_t budget_;
  std::size_t present_;
  std::size_t tried_ = 0;
};

std::size_t ChangeSearch::stage_with(const List& list) {
  ++tried_;
  std::vector<std::pair<QuestionId, std::optional<Answer>>> before;
  for (const Picked& picked : list) {
    const QuestionId& id = model_.questions[picked.candidate->question].id;
    const auto said = view_.answers.find(id);
    before.emplace_back(id, said == view_.answers.end() ? std::nullopt
                                                        : std::optional(said->second));
    view_.answers[id] = picked.choice.answer;
  }
  const std::size_t stage = number_of(overall_result(model_, method_, view_));
  for (auto& [id, answer] : before) {
    if (answer)
      view_.answers[id] = std::move(*answer);
    else
      view_.answers.erase(id);
  }
  return stage;
}

List ChangeSearch::best_of_all() const {
  List best;
  for (const Candidate& candidate : candidates_) {
    const auto greatest = std::max_element(
        candidate.tried.begin(), candidate.tried.end(),
        [](const Choice& a, const Choice& b) { return a.value < b.value; });
    best.push_back({&candidate, *greatest});
  }
  return best;
}

/// Extends `list` by `more` further questions from the candidate `from` on. `passed` are kinds of
/// which one was tried before, with less to begin with: another one cannot do better.
ChangeSearch::Outcome ChangeSearch::search(std::size_t more, std::size_t from, List& list,
                                           std::set<std::string> passed) {
  if (more == 0) {
    if (tried_ >= budget_) return Outcome::budget_spent;
    return raises(list) ? Outcome::found : Outcome::none;
  }
  for (std::size_t at = from; at + more <= candidates_.size(); ++at) {
    const Candidate& candidate = candidates_[at];
    if (passed.contains(candidate.kind)) continue;
    for (const Choice& choice : candidate.tried) {
      list.push_back({&candidate, choice});
      const Outcome outcome = search(more - 1, at + 1, list, passed);
      if (outcome != Outcome::none) return outcome;
      list.pop_back();
    }
    passed.insert(candidate.kind);
  }
  return Outcome::none;
}

/// All answers at their best, or all but those to open questions, less what is not needed; empty if
/// neither raises the stage.
List ChangeSearch::taken_back(const List& best) {
  List list = best;
  if (!raises(list)) {
    std::erase_if(list, [](const Picked& picked) { return picked.candidate->is_open; });
    if (!raises(list)) return {};
  }
  for (std::size_t i = list.size(); i-- > 0;) {
    List without = list;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    if (raises(without)) list = std::move(without);
  }
  return list;
}

/// Replaces each answer by the one of least value that still raises the stage.
void ChangeSearch::make_modest(List& list) {
  std::sort(list.begin(), list.end(), [](const Picked& a, const Picked& b) {
    return a.candidate->question < b.candidate->question;
  });
  for (Picked& picked : list) {
    const Choice chosen = picked.choice;
    const std::vector<Choice>& choices = picked.candidate->choices;
    const auto fits = [&](const Choice& choice) {
      picked.choice = choice;
      return raises(list);
    };
    const auto less_end = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
      return choice.value >= chosen.value;
    });
    // Of a free question every answer after the first that fits does as well.
    const auto enough =
        picked.candidate->is_free
            ? std::partition_point(choices.begin(), less_end, std::not_fn(fits))
            : std::find_if(choices.begin(), less_end, fits);
    picked.choice = enough != less_end ? *enough : chosen;
  }
}

Changes ChangeSearch::run() {
  Changes changes;
  const List best = best_of_all();
  const bool is_plain =
      method_.unanswered != UnansweredPolicy::skip &&
      std::all_of(candidates_.begin(), candidates_.end(),
                  [](const Candidate& candidate) { return candidate.is_free; });
  List list;
  if (!is_plain || raises(best)) {
    Outcome outcome = Outcome::none;
    for (std::size_t length = 1; outcome == Outcome::none && length <= candidates_.size(); ++length)
      outcome = search(length, 0, list, {});
    const bool is_complete =
        std::all_of(candidates_.begin(), candidates_.end(),
                    [](const Candidate& candidate) { return candidate.is_complete; });
    changes.is_proven = outcome != Outcome::budget_spent &&
                        (is_complete || (outcome == Outcome::found && list.size() == 1));
    if (outcome == Outcome::budget_spent) list = taken_back(best);
  }
  if (!list.empty()) {
    make_modest(list);
    changes.stage = stage_with(list) - 1;
  }
  for (const Picked& picked : list)
    changes.list.push_back({picked.candidate->question, picked.choice.answer});
  changes.tried = tried_;
  return changes;
}

}  // namespace

std::optional<Changes> changes_upward(const AssessmentEvaluation& evaluation, std::size_t budget) {
  if (evaluation.scores.methods.empty()) return std::nullopt;
  const Reading& overall = evaluation.scores.methods.front().overall().result;
  const bool has_place = overall.stage || overall.is_below_first;
  if (!has_place || overall.stage == evaluation.model->stages.size() - 1) return std::nullopt;
  return ChangeSearch(evaluation, budget).run();
}

}  // namespace stagecraft
