#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/exact.h"
#include "model/part.h"

namespace stagecraft {

/// How a question is answered. Meaning and worth of each: content/docs/scoring.md, section 1.
enum class QuestionType { yes_no, choice, several, scale, percent, number, stage, state, text };

/// A place in Question::options, counted from 0.
using OptionIndex = std::size_t;

/// One thing that can be answered.
struct AnswerOption {
  OptionId id;
  std::string text;
  std::string help;            ///< when to choose it
  std::optional<Exact> value;  ///< nothing only in a `several` question of which none has one
};

/// Turns worth into value. Pairs ascend by their first number.
struct WorthMap {
  enum class Kind {
    points,     ///< straight lines between the pairs, flat outside; at least two
    thresholds  ///< the value of the last pair that begins at or below; at least one
  };
  Kind kind = Kind::points;
  std::vector<std::pair<Exact, Exact>> pairs;
};

/// Where a question counts. A question has at least one of these unless it is a `text`.
struct Contribution {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::optional<StageIndex> stage;    ///< the stage that it is evidence of
  Exact weight = 1;                   ///< above 0
};

/// What a question does to its nodes when it is not asked.
enum class NotAsked { exclude, lowest };

/// When a question is asked at all: if `question` has one of `options`, or a number within the
/// ends. Conditions are acyclic.
struct Condition {
  QuestionIndex question = 0;
  std::vector<OptionIndex> options;
  std::optional<Exact> at_least;
  std::optional<Exact> at_most;
  NotAsked otherwise = NotAsked::exclude;
};

struct Question : Part<QuestionId> {
  QuestionType type = QuestionType::yes_no;
  std::string text;      ///< the question itself
  std::string help;      ///< why it is asked
  std::string evidence;  ///< what would prove the answer
  std::string unit;      ///< of a number
  std::vector<RoleId> roles;  ///< who can answer it
  /// What can be answered. Of yes_no: yes, no. Of stage: one for each stage, in their order. Empty
  /// for scale, percent, number and text.
  std::vector<AnswerOption> options;
  Exact from;  ///< of scale, percent and number: the least that can be answered
  Exact to;    ///< and the greatest, above `from`
  std::optional<WorthMap> map;
  std::vector<Contribution> contributions;
  std::optional<Condition> asked_if;

  bool is_scored() const { return type != QuestionType::text; }
  /// Whether the answer is a number and not a choice among `options`.
  bool takes_number() const;
  /// The stage that it is evidence of, the first of several; nothing: none.
  std::optional<StageIndex> stage() const;
};

}  // namespace stagecraft
