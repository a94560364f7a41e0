#include "scoring/question_states.h"

#include <algorithm>
#include <cassert>

namespace stagecraft {
namespace {

/// What was said to one question, before it is known whether it is asked.
struct Said {
  Range whole;  ///< what the question can be worth at all
  QuestionState state = QuestionState::unanswered;
  std::optional<Exact> value;
  std::optional<Range> range;          ///< of an answered or open question
  std::vector<const Answer*> answers;  ///< those that a condition can hold for
  bool has_open_team = false;
};

enum class Verdict { holds, fails, undecided };

/// Works out the questions of one method, each once, whatever the order of their conditions.
class QuestionStates {
 public:
  QuestionStates(const MaturityModel& model, const ScoringMethod& method,
                 const Assessment& assessment)
      : model_(model), method_(method), assessment_(assessment), said_(model.questions.size()),
        scores_(model.questions.size()) {}

  const QuestionScore& score(QuestionIndex index) {
    if (!scores_[index]) scores_[index] = work_out(index);
    return *scores_[index];
  }

 private:
  const Said& said(QuestionIndex index) {
    if (!said_[index]) said_[index] = hear(model_.questions[index]);
    return *said_[index];
  }

  Said hear(const Question& question) const;
  Said hear_one(const Question& question, const Answer& answer) const;
  Said hear_teams(const Question& question, const Answer& answer) const;
  Said hear_respondents(const Question& question) const;
  Verdict verdict(const Condition& condition);
  QuestionScore work_out(QuestionIndex index);

  const MaturityModel& model_;
  const ScoringMethod& method_;
  const Assessment& assessment_;
  std::vector<std::optional<Said>> said_;
  std::vector<std::optional<QuestionScore>> scores_;
};

QuestionState state_of(const Answer* answer) {
  if (!answer) return QuestionState::unanswered;
  switch (answer->state) {
    case AnswerState::answered: return QuestionState::answered;
    case AnswerState::unknown: return QuestionState::unknown;
    case AnswerState::not_applicable: return QuestionState::not_applicable;
    case AnswerState::by_teams:
    case AnswerState::over_time: break;
  }
  return QuestionState::unanswered;
}

Said QuestionStates::hear(const Question& question) const {
  const auto agreed = assessment_.answers.find(question.id);
  Said result = agreed != assessment_.answers.end() ? hear_one(question, agreed->second)
                                                    : hear_respondents(question);
  result.whole = value_range(question);
  if (is_open(result.state) && !result.range) result.range = result.whole;
  return result;
}

Said QuestionStates::hear_one(const Question& question, const Answer& answer) const {
  if (answer.state == AnswerState::by_teams) return hear_teams(question, answer);
  Said result;
  const Answer* effective = effective_at(answer, assessment_.date);
  result.state = state_of(effective);
  if (result.state != QuestionState::answered) return result;
  result.value = value_of(question, *effective);
  result.range = Range{*result.value, *result.value};
  result.answers.push_back(effective);
  return result;
}

Said QuestionStates::hear_teams(const Question& question, const Answer& answer) const {
  Said result;
  const Range whole = value_range(question);
  std::vector<Exact> values, lowest, highest;
  bool is_unknown = false;
  for (std::size_t team = 0; team < assessment_.teams.size(); ++team) {
    const auto entry = std::find_if(answer.teams.begin(), answer.teams.end(),
                                    [&](const TeamAnswer& other) { return other.team == team; });
    const Answer* effective = entry == answer.teams.end()
                                  ? nullptr
                                  : effective_at(entry->answer, assessment_.date);
    const QuestionState state = state_of(effective);
    if (state == QuestionState::not_applicable) continue;
    if (state == QuestionState::answered) {
      result.answers.push_back(effective);
      values.push_back(value_of(question, *effective));
    } else {
      result.has_open_team = true;
      is_unknown |= state == QuestionState::unknown;
      if (method_.unanswered == UnansweredPolicy::lowest) values.push_back(whole.lowest);
    }
    lowest.push_back(state == QuestionState::answered ? values.back() : whole.lowest);
    highest.push_back(state == QuestionState::answered ? values.back() : whole.highest);
  }
  if (lowest.empty()) {
    result.state = QuestionState::not_applicable;
    return result;
  }
  result.range = Range{combined(method_.teams, lowest), combined(method_.teams, highest)};
  if (result.answers.empty()) {
    result.state = is_unknown ? QuestionState::unknown : QuestionState::unanswered;
  } else if (result.has_open_team && method_.unanswered == UnansweredPolicy::voids) {
    result.state = QuestionState::unanswered;
  } else {
    result.state = QuestionState::answered;
    result.value = combined(method_.teams, values);
  }
  return result;
}

Said QuestionStates::hear_respondents(const Question& question) const {
  Said result;
  std::vector<Exact> values;
  bool is_unknown = false, is_left_out = false;
  for (const Respondent& respondent : assessment_.respondents) {
    const auto entry = respondent.answers.find(question.id);
    if (entry == respondent.answers.end()) continue;
    const Answer* effective = effective_at(entry->second, assessment_.date);
    const QuestionState state = state_of(effective);
    is_unknown |= state == QuestionState::unknown;
    is_left_out |= state == QuestionState::not_applicable;
    if (state != QuestionState::answered) continue;
    result.answers.push_back(effective);
    values.push_back(value_of(question, *effective));
  }
  if (!values.empty()) {
    result.state = QuestionState::answered;
    result.value = combined(method_.respondents, values);
    result.range = Range{*result.value, *result.value};
  } else if (is_unknown) {
    result.state = QuestionState::unknown;
  } else if (is_left_out) {
    result.state = QuestionState::not_applicable;
  }
  return result;
}

Verdict QuestionStates::verdict(const Condition& condition) {
  const QuestionScore& gate = score(condition.question);
  if (gate.state == QuestionState::not_applicable || gate.state == QuestionState::not_asked)
    return Verdict::fails;
  const Question& question = model_.questions[condition.question];
  const Said& heard = said(condition.question);
  const bool holds =
      std::any_of(heard.answers.begin(), heard.answers.end(),
                  [&](const Answer* answer) { return meets(condition, question, *answer); });
  if (holds) return gate.is_conditional ? Verdict::undecided : Verdict::holds;
  return is_open(gate.state) || heard.has_open_team ? Verdict::undecided : Verdict::fails;
}

QuestionScore QuestionStates::work_out(QuestionIndex index) {
  const Question& question = model_.questions[index];
  const Said& heard = said(index);
  QuestionScore score{index, heard.whole, heard.state, heard.value, heard.range, false, false,
                      is_open(heard.state) || heard.has_open_team};
  if (!question.asked_if) return score;
  const bool counts_lowest = question.asked_if->otherwise == NotAsked::lowest;
  const Verdict asked = verdict(*question.asked_if);
  if (asked == Verdict::fails) {
    score.state = QuestionState::not_asked;
    score.has_open = false;
    score.value.reset();
    score.range.reset();
    if (counts_lowest) {
      score.value = heard.whole.lowest;
      score.range = Range{*score.value, *score.value};
    }
  } else if (asked == Verdict::undecided) {
    score.is_conditional = score.has_open = true;
    score.is_optional = !counts_lowest || score.state == QuestionState::not_applicable;
    const Exact& lowest = heard.whole.lowest;
    if (counts_lowest) score.range = Range{lowest, score.range ? score.range->highest : lowest};
  }
  return score;
}

}  // namespace

std::vector<QuestionScore> question_scores(const MaturityModel& model, const ScoringMethod& method,
                                           const Assessment& assessment) {
  QuestionStates states(model, method, assessment);
  std::vector<QuestionScore> scores;
  scores.reserve(method.questions.size());
  for (const QuestionIndex question : method.questions) scores.push_back(states.score(question));
  return scores;
}

}  // namespace stagecraft
