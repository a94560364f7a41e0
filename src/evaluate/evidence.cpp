#include "evaluate/evidence.h"

#include <algorithm>
#include <set>

#include "scoring/score_tree.h"

namespace stagecraft {
namespace {

/// What one answer of the whole, a team or a respondent rests on.
struct Footing {
  Grade grade;
  Confidence confidence = Confidence::not_given;
};

/// Confidence::not_given lets `otherwise` stand.
Confidence given_or(Confidence confidence, Confidence otherwise) {
  return confidence == Confidence::not_given ? otherwise : confidence;
}

/// Adds the footing of `answer` if it is answered at `date`. `beside` is what stands beside
/// `teams`.
void add_footing(std::vector<Footing>& footings, const Answer& answer, const Date& date,
                 const Footing& beside) {
  const Answer* effective = effective_at(answer, date);
  if (!effective || effective->state != AnswerState::answered) return;
  const Grade own = std::max(grade_beside(answer), grade_beside(*effective));
  const Confidence outer = given_or(answer.confidence, beside.confidence);
  footings.push_back({std::max(own, beside.grade), given_or(effective->confidence, outer)});
}

std::vector<Footing> footings_of(const Question& question, const Assessment& assessment) {
  std::vector<Footing> footings;
  const auto agreed = assessment.answers.find(question.id);
  if (agreed == assessment.answers.end()) {
    for (const Respondent& respondent : assessment.respondents) {
      const auto own = respondent.answers.find(question.id);
      if (own != respondent.answers.end())
        add_footing(footings, own->second, assessment.date, {});
    }
    return footings;
  }
  const Answer& answer = agreed->second;
  if (answer.state != AnswerState::by_teams) {
    add_footing(footings, answer, assessment.date, {});
    return footings;
  }
  const Footing beside{grade_beside(answer), answer.confidence};
  for (const TeamAnswer& team : answer.teams)
    add_footing(footings, team.answer, assessment.date, beside);
  return footings;
}

Grade weakest_grade(const std::vector<Footing>& footings) {
  if (footings.empty()) return std::nullopt;
  const auto weaker = [](const Footing& a, const Footing& b) { return a.grade < b.grade; };
  return std::min_element(footings.begin(), footings.end(), weaker)->grade;
}

Confidence lowest_confidence(const std::vector<Footing>& footings) {
  Confidence lowest = Confidence::not_given;
  for (const Footing& each : footings)
    if (lowest == Confidence::not_given ||
        (each.confidence != Confidence::not_given && each.confidence < lowest))
      lowest = each.confidence;
  return lowest;
}

void count(GradeCounts& counts, Grade grade) {
  if (!grade) {
    ++counts.none;
    return;
  }
  switch (*grade) {
    case EvidenceGrade::verified: ++counts.verified; break;
    case EvidenceGrade::corroborated: ++counts.corroborated; break;
    case EvidenceGrade::reported: ++counts.reported; break;
  }
}

void count(ConfidenceCounts& counts, Confidence confidence) {
  switch (confidence) {
    case Confidence::high: ++counts.high; break;
    case Confidence::medium: ++counts.medium; break;
    case Confidence::low: ++counts.low; break;
    case Confidence::not_given: ++counts.not_given; break;
  }
}

Grade weakest_of(const GradeCounts& counts) {
  if (counts.none > 0) return std::nullopt;
  if (counts.reported > 0) return EvidenceGrade::reported;
  if (counts.corroborated > 0) return EvidenceGrade::corroborated;
  return counts.verified > 0 ? Grade(EvidenceGrade::verified) : std::nullopt;
}

NodeEvidence evidence_in(const std::vector<TreeContribution>& contributions,
                         const AssessmentEvaluation& evaluation) {
  NodeEvidence evidence;
  std::set<const QuestionScore*> seen;
  for (const TreeContribution& each : contributions) {
    if (each.question->state != QuestionState::answered || !seen.insert(each.question).second)
      continue;
    const Question& question = evaluation.model->questions[each.question->question];
    const std::vector<Footing> footings = footings_of(question, *evaluation.assessment);
    count(evidence.grades, weakest_grade(footings));
    count(evidence.confidence, lowest_confidence(footings));
  }
  evidence.weakest = weakest_of(evidence.grades);
  return evidence;
}

}  // namespace

bool is_backed(Grade grade) { return grade >= Grade(EvidenceGrade::corroborated); }

Grade grade_of(const Question& question, const Assessment& assessment) {
  return weakest_grade(footings_of(question, assessment));
}

std::vector<NodeEvidence> evidence_of(const AssessmentEvaluation& evaluation) {
  std::vector<NodeEvidence> found;
  if (evaluation.scores.methods.empty()) return found;
  const MethodScore& primary = evaluation.scores.methods.front();
  const MethodScore backed = score_by(*evaluation.model, *primary.method,
                                      reopened(*evaluation.assessment, is_backed));
  const ScoreTree tree(*evaluation.model, primary.questions);
  for (std::size_t node = 0; node < tree.size(); ++node) {
    NodeEvidence evidence = evidence_in(tree.all(node), evaluation);
    evidence.pillar = primary.nodes[node].pillar;
    if (const std::optional<Interval>& interval = backed.nodes[node].interval)
      evidence.backed = interval->worst;
    found.push_back(std::move(evidence));
  }
  return found;
}

}  // namespace stagecraft
