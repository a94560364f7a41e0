#pragma once

#include <optional>
#include <vector>

#include "base/exact.h"
#include "model/assessment.h"
#include "model/maturity_model.h"
#include "scoring/question_value.h"

namespace stagecraft {

/// Everything here follows content/docs/scoring.md; the numbers of its sections are given.

/// How a question stands (2).
enum class QuestionState { answered, unknown, unanswered, not_applicable, not_asked };

/// Unknown or unanswered: it could still turn out either way.
inline bool is_open(QuestionState state) {
  return state == QuestionState::unknown || state == QuestionState::unanswered;
}

/// One question of a method (2).
struct QuestionScore {
  QuestionIndex question = 0;
  Range whole;  ///< what it can be worth at all
  QuestionState state = QuestionState::unanswered;
  /// Of an answered question, and of one that is not asked and counts its lowest value.
  std::optional<Exact> value;
  /// What it could turn out as: equal to `value` when that is settled; nothing when it can never
  /// count.
  std::optional<Range> range;
  bool is_conditional = false;  ///< whether it is asked at all is undecided
  bool is_optional = false;     ///< conditional, and may turn out to be left out
  bool has_open = false;        ///< it, one of its teams or its condition is open

  /// Answered in the most favourable way.
  bool is_highest() const { return state == QuestionState::answered && value == whole.highest; }
};

/// How many questions are in which state. Each question of a node counts once.
struct AnswerCounts {
  std::size_t answered = 0;
  std::size_t unknown = 0;
  std::size_t unanswered = 0;
  std::size_t not_applicable = 0;
  std::size_t not_asked = 0;

  std::size_t open() const { return unknown + unanswered; }
  std::size_t questions() const {
    return answered + open() + not_applicable + not_asked;
  }
  /// Those that count: asked, and not set aside as not applicable.
  std::size_t applicable() const { return answered + open(); }
  bool operator==(const AnswerCounts&) const = default;
};

/// How a node stands (4).
enum class NodeState { empty, not_applicable, voided, open, too_few_answers, no_number, scored };

/// What a node comes to. Both may be missing.
struct Reading {
  std::optional<Exact> value;
  std::optional<StageIndex> stage;
  bool is_below_first = false;  ///< then there is no stage

  bool operator==(const Reading&) const = default;
};

enum class Bound { exact, outer };

/// Where the result lies, whatever the open questions turn out as (6).
struct Interval {
  Reading worst;
  Reading best;
  Bound bound = Bound::exact;
};

/// How far what one stage asks is fulfilled (5).
struct Fulfilment {
  StageIndex stage = 0;
  std::optional<Exact> share;  ///< 0 to 1; nothing: nothing applies, or too much is open
};

/// One thing that a node is made of: a contribution or a pillar.
struct NodePart {
  std::optional<QuestionIndex> question;
  std::optional<PillarIndex> pillar;
  std::optional<StageIndex> stage;  ///< of the contribution
  Exact weight = 1;
  std::optional<Exact> value;  ///< as it was taken; nothing: left out
};

/// One node of the tree: the whole, or a pillar.
struct NodeScore {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  NodeState state = NodeState::empty;
  Reading result;
  std::optional<Interval> interval;
  AnswerCounts counts;
  Exact coverage = 1;                  ///< 0 to 1
  std::vector<Fulfilment> fulfilment;  ///< of the stages that contributions name, ascending
  std::vector<NodePart> parts;
};

/// What one method makes of the answers.
struct MethodScore {
  const ScoringMethod* method = nullptr;
  std::vector<QuestionScore> questions;  ///< of the method, in the model's order
  std::vector<NodeScore> nodes;          ///< the whole first, then the pillars in the model's order

  const NodeScore& overall() const { return nodes.front(); }
  const NodeScore& of_pillar(PillarIndex pillar) const { return nodes[pillar + 1]; }
};

/// What all methods make of the answers, the primary one first. Points into the model.
struct Scores {
  std::vector<MethodScore> methods;
  /// Places in `methods` of those whose overall stage differs from the primary one's (7).
  std::vector<std::size_t> disagreeing;

  /// The whole by the primary method; null when the model has no method.
  const NodeScore* overall() const { return methods.empty() ? nullptr : &methods[0].overall(); }
  /// How a question stands by the first method that looks at it; null when none does.
  const QuestionScore* find(QuestionIndex question) const;
};

MethodScore score_by(const MaturityModel& model, const ScoringMethod& method,
                     const Assessment& assessment);

/// Requires: the assessment's answers fit the model (load_assessment checks).
Scores score_assessment(const MaturityModel& model, const Assessment& assessment);

/// The band that `value` falls into: the last one whose `from` is not above it. Requires: there is
/// one.
const Band& band_of(const Bands& bands, const Exact& value);

}  // namespace stagecraft
