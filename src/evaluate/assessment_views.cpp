#include "evaluate/assessment_views.h"

#include <algorithm>
#include <set>

#include "scoring/question_value.h"

namespace stagecraft {
namespace {

Assessment without_answers(const Assessment& assessment) {
  Assessment view;
  view.subject = assessment.subject;
  view.date = assessment.date;
  view.model = assessment.model;
  view.teams = assessment.teams;
  return view;
}

/// Respondents without answers.
Respondent nobody_like(const Respondent& respondent) {
  return {respondent.id, respondent.role, respondent.group, respondent.date, {}};
}

/// `answer` with what is in it unknown unless `keeps` accepts the better of its grade and `outer`.
Answer reopened_answer(Answer answer, Grade outer, const std::function<bool(Grade)>& keeps) {
  const Grade grade = std::max(outer, grade_beside(answer));
  if (answer.state == AnswerState::answered && !keeps(grade)) {
    answer.state = AnswerState::unknown;
    answer.chosen.clear();
    answer.number.reset();
  }
  for (TeamAnswer& team : answer.teams)
    team.answer = reopened_answer(std::move(team.answer), grade, keeps);
  for (DatedAnswer& entry : answer.history)
    entry.answer = reopened_answer(std::move(entry.answer), grade, keeps);
  return answer;
}

bool keeps_nothing(Grade) { return false; }

/// The questions to which somebody answered alone in a way that `keeps` does not accept.
std::set<QuestionId> doubted_questions(const Assessment& assessment,
                                       const std::function<bool(Grade)>& keeps) {
  std::set<QuestionId> doubted;
  for (const Respondent& respondent : assessment.respondents)
    for (const auto& [question, answer] : respondent.answers) {
      const Answer* effective = effective_at(answer, assessment.date);
      if (!effective || effective->state != AnswerState::answered) continue;
      if (!keeps(std::max(grade_beside(answer), grade_beside(*effective))))
        doubted.insert(question);
    }
  return doubted;
}

}  // namespace

Grade grade_beside(const Answer& answer) {
  Grade strongest;
  for (const Evidence& evidence : answer.evidence)
    strongest = std::max(strongest, Grade(evidence.grade));
  return strongest;
}

Assessment reopened(const Assessment& assessment, const std::function<bool(Grade)>& keeps) {
  Assessment view = without_answers(assessment);
  for (const auto& [question, answer] : assessment.answers)
    view.answers.emplace(question, reopened_answer(answer, std::nullopt, keeps));
  const std::set<QuestionId> doubted = doubted_questions(assessment, keeps);
  for (const Respondent& respondent : assessment.respondents) {
    view.respondents.push_back(nobody_like(respondent));
    for (const auto& [question, answer] : respondent.answers)
      view.respondents.back().answers.emplace(
          question, doubted.contains(question)
                        ? reopened_answer(answer, std::nullopt, keeps_nothing)
                        : answer);
  }
  return view;
}

Assessment as_seen_by(const Assessment& assessment, const std::vector<std::size_t>& respondents) {
  Assessment view = without_answers(assessment);
  for (const auto& [question, answer] : assessment.answers) {
    const auto has_entry = [&, &id = question](const Respondent& respondent) {
      return respondent.answers.contains(id);
    };
    if (std::none_of(assessment.respondents.begin(), assessment.respondents.end(), has_entry))
      view.answers.emplace(question, answer);
  }
  for (const std::size_t place : respondents)
    view.respondents.push_back(assessment.respondents[place]);
  return view;
}

Assessment of_team(const Assessment& assessment, std::size_t team) {
  Assessment view = without_answers(assessment);
  view.teams = {assessment.teams[team]};
  view.answers = assessment.answers;
  view.respondents = assessment.respondents;
  for (auto& [question, answer] : view.answers) {
    std::erase_if(answer.teams, [&](const TeamAnswer& other) { return other.team != team; });
    for (TeamAnswer& own : answer.teams) own.team = 0;
  }
  return view;
}

}  // namespace stagecraft
