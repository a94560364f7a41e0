#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// What the respondents said to one question.
struct Opinions {
  QuestionIndex question = 0;
  std::size_t answered = 0;
  std::size_t unknown = 0;
  std::size_t not_applicable = 0;
  std::size_t silent = 0;
  std::optional<Exact> least;  ///< these three: nothing when nobody answered
  std::optional<Exact> median;
  std::optional<Exact> greatest;
  /// How far the ends are apart, and the answers from their median on average, as shares of the
  /// question's range, 0 to 1; nothing when fewer than two answered.
  std::optional<Exact> disagreement;
  std::optional<Exact> distance;
  bool is_agreed = false;  ///< the assessment has an answer that was agreed on
};

/// What one respondent alone would give the whole.
struct LoneResult {
  const Respondent* respondent = nullptr;
  Reading overall;
};

/// One node, its results for single respondents combined after scoring.
struct NodeAfter {
  std::optional<PillarIndex> pillar;
  std::optional<Exact> value;   ///< nothing: nobody has one
  std::optional<Exact> number;  ///< likewise
};

/// What one group would give every node.
struct GroupResult {
  GroupId group;
  std::size_t respondents = 0;
  std::vector<NodeScore> nodes;  ///< the whole first
};

/// How far groups are apart in one question.
struct GroupDifference {
  QuestionIndex question = 0;
  Exact difference;  ///< as a share of the question's range, above 0, to 1
};

/// Several people's answers, compared.
struct RespondentComparison {
  std::vector<Opinions> questions;      ///< of the primary method, of which anybody said anything
  std::vector<QuestionIndex> discuss;   ///< those with a disagreement, the most pressing first
  std::vector<LoneResult> alone;        ///< in the order of the assessment
  std::vector<NodeAfter> after;         ///< the whole first
  std::vector<GroupResult> groups;      ///< in the order in which they are first named
  std::vector<GroupDifference> differences;  ///< the greatest first
};

/// Nothing without respondents or without a method. Scores the assessment once for each respondent
/// and each group. Rule: content/docs/respondents.md.
std::optional<RespondentComparison> compare_respondents(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
