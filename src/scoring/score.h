#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/exact.h"
#include "model/assessment.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// How the questions of a model stand in one assessment. Every question is in exactly one group.
struct AnswerCounts {
  std::size_t yes = 0;
  std::size_t no = 0;
  std::size_t unknown = 0;  ///< asked, and the respondent does not know
  std::size_t not_applicable = 0;
  std::size_t unanswered = 0;  ///< no entry at all

  std::size_t questions() const { return yes + no + unknown + not_applicable + unanswered; }
  /// Unknown and unanswered: what could still turn out either way.
  std::size_t open() const { return unknown + unanswered; }

  bool operator==(const AnswerCounts&) const = default;
};

/// One step from answers to stage, for the derivation that the report prints.
struct DerivationStep {
  enum class Kind { answer, sum, band };
  Kind kind = Kind::answer;
  QuestionId question;               ///< of an `answer` step
  std::optional<AnswerState> state;  ///< of an `answer` step; nothing: unanswered
  Exact value;           ///< what the answer counts; the sum; the score that the band was found for
  StageIndex stage = 0;  ///< of a `band` step
};

/// What a method makes of the answers.
/// A question that does not apply counts as no "yes" and is not open: a count has no denominator
/// that it could be left out of. Rule: content/docs/scoring.md.
struct Score {
  AnswerCounts counts;
  std::optional<Exact> value;       ///< nothing: an open question voids the score
  std::optional<StageIndex> stage;  ///< of `value`
  Exact lowest;                     ///< the score if every open question turned out "no"
  Exact highest;                    ///< the score if every open question turned out "yes"
  StageIndex lowest_stage = 0;
  StageIndex highest_stage = 0;
  std::vector<DerivationStep> derivation;  ///< in the order of the questions; empty without a value
};

/// Scores `answers` by `model.method`. Requires: the model has a method.
Score score_answers(const MaturityModel& model, const std::map<QuestionId, Answer>& answers);

/// The band that `value` falls into: the last one whose `from` is not above it.
/// Requires: 0 <= value.
const Band& band_of(const ScoringMethod& method, const Exact& value);

}  // namespace stagecraft
