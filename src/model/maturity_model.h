#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "model/ids.h"

namespace stagecraft {

/// A place in MaturityModel::stages, counted from 0. People see the number counted from 1.
using StageIndex = std::size_t;

/// A document that facts of the model come from.
struct Source {
  SourceId id;
  std::string document;
  std::string publisher;
  std::string note;  ///< what a reader must know to weigh it; may be empty
};

/// A heading that every stage explains: technology, team, …
struct Facet {
  FacetId id;
  std::string title;
};

/// What one stage says under one facet. Paragraphs come before points; either may be empty.
struct FacetText {
  FacetId facet;
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;
};

enum class StageStatus { established, emerging };

/// One step of the ladder. Texts may be empty: the site then says that the model gives none.
struct Stage {
  StageId id;
  std::string title;
  std::string subtitle;
  StageStatus status = StageStatus::established;
  std::string status_note;  ///< why the stage is emerging
  std::string summary;
  std::string focus;  ///< what to work on while here
  std::string challenge;
  std::vector<std::string> signs;  ///< "you are here if"
  std::vector<FacetText> facets;   ///< in the order of MaturityModel::facets
  std::vector<std::string> exit_criteria;
  std::string cost_of_staying;
  std::vector<std::string> not_yet;  ///< what to leave for later
};

/// How a question is answered. Only yes/no so far.
enum class QuestionKind { yes_no };

struct Question {
  QuestionId id;
  QuestionKind kind = QuestionKind::yes_no;
  std::string title;     ///< a few words, for tables
  std::string text;      ///< the question itself
  std::string help;      ///< why it is asked
  std::string evidence;  ///< what would prove the answer
  StageIndex stage = 0;  ///< the stage that a "yes" is evidence of
};

/// What an unanswered question is worth.
enum class UnansweredPolicy {
  counts_as_no,    ///< the score stands, its coverage and interval tell
  voids_the_score  ///< no score until every question is answered
};

/// Scores from `from` up to, but not including, the next band's `from` mean `stage`.
struct Band {
  Exact from;
  StageIndex stage = 0;
  std::string meaning;   ///< what the result says
  std::string priority;  ///< what to do first
};

/// The declared way to a score: the number of "yes" answers, read off the bands.
/// Bands ascend, the first starts at 0, together they cover 0 to the number of questions.
struct ScoringMethod {
  MethodId id;
  std::string title;
  std::string rule;  ///< the rule in words
  UnansweredPolicy unanswered = UnansweredPolicy::counts_as_no;
  std::vector<Band> bands;
};

enum class Unit {
  percent,  ///< 40 means 40 %
  times,    ///< 2 means twice the baseline
  text      ///< the KPI has no number
};

enum class Direction { higher_is_better, lower_is_better };

/// Whether a KPI foretells results or records them.
enum class Timing { leading, lagging };

enum class TypicalKind {
  range,       ///< `low`, and `high` unless the range is open: "40 to 60 %", "10 % or more"
  words,       ///< `words`: never to be read as a number
  not_defined  ///< the model gives no value at this stage
};

/// What is typical of one KPI at one stage. Range ends belong to the range.
struct TypicalValue {
  TypicalKind kind = TypicalKind::not_defined;
  std::optional<Exact> low;
  std::optional<Exact> high;
  std::string words;
};

struct Kpi {
  KpiId id;
  std::string title;
  Unit unit = Unit::percent;
  std::string baseline;  ///< for Unit::times: what it is a multiple of
  Direction direction = Direction::higher_is_better;
  Timing timing = Timing::lagging;
  std::string definition;
  std::string formula;                ///< in words
  std::string data_source;            ///< where the number usually comes from
  SourceId source;                    ///< of the typical values; empty when there are none
  std::vector<TypicalValue> typical;  ///< one per stage, in stage order
};

enum class DurationUnit { hours, days, weeks, months };

/// `from` to `to` units, both whole and positive; equal when it is not a range.
struct Duration {
  int from = 0;
  int to = 0;
  DurationUnit unit = DurationUnit::weeks;
};

/// One thing to do on the way from a stage to the next.
struct Action {
  ActionId id;
  std::string title;
  std::string text;
  StageIndex from = 0;  ///< leads to from + 1
  int impact = 0;       ///< 1 (small) to 5 (large)
  int effort = 0;       ///< 1 (small) to 5 (large)
  Duration duration;
  std::string owner;                 ///< a role
  std::vector<std::string> checks;   ///< how to know that it is done
  std::vector<ActionId> depends_on;  ///< of the same or an earlier transition; acyclic
  std::vector<QuestionId>
      satisfied_by;  ///< done when all of these are answered "yes"; empty: never inferred
  std::vector<KpiId> moves;
};

/// The way from stage `from` to stage `from + 1`.
struct Transition {
  StageIndex from = 0;
  std::string title;
  std::string summary;
  std::string difference;      ///< what sets the two stages apart
  std::string duration_claim;  ///< what the source says it takes; may be empty
};

/// A figure or statement that somebody published.
struct Claim {
  ClaimId id;
  std::string figure;  ///< as displayed: "38 %"
  std::string text;
  SourceId source;
  std::string unsourced_note;      ///< why to doubt it: the publisher gives no method or date
  std::vector<StageIndex> stages;  ///< where it belongs; may be empty
};

/// The yardstick: what the stages are, what is asked, measured and done. Plain data; every
/// reference in it is resolved and every index valid (load_model checks).
struct MaturityModel {
  ModelId id;
  std::string title;
  std::string short_title;  ///< for navigation
  std::string version;
  std::string updated;  ///< ISO date of the last change of the model's content
  std::string licence;
  std::string summary;
  std::string audience;  ///< for whom
  std::vector<Source> sources;
  std::vector<Facet> facets;
  std::vector<Stage> stages;            ///< at least one
  std::vector<Transition> transitions;  ///< one per step that the model describes, ascending
  std::vector<Question> questions;
  std::optional<ScoringMethod> method;  ///< none: the model gives no score
  std::vector<Kpi> kpis;
  std::vector<Action> actions;
  std::vector<Claim> claims;

  const Source* find(const SourceId& source) const;
  const Question* find(const QuestionId& question) const;
  const Kpi* find(const KpiId& kpi) const;
  const Action* find(const ActionId& action) const;
  std::optional<StageIndex> find(const StageId& stage) const;
  const Transition* transition_from(StageIndex from) const;
};

}  // namespace stagecraft
