#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "model/date.h"
#include "model/ids.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// Who may see what is published about an assessment, the fewest first.
enum class Audience {
  internal,  ///< whoever runs the site: no report, and only the portfolio counts it
  client,  ///< whoever has the link: unguessable path, noindex, absent from everything that lists
  everyone ///< spelled `public`
};

/// Different things, never to be confused. A question without an entry is not answered.
enum class AnswerState {
  answered,
  unknown,
  not_applicable,
  by_teams,  ///< Answer::teams says what each of them answered
  over_time  ///< Answer::history says what held when
};

enum class Confidence { not_given, low, medium, high };

/// What stands behind an answer, the weakest first.
enum class EvidenceGrade { reported, corroborated, verified };

struct Evidence {
  std::string text;
  std::string link;   ///< empty: none
  std::string owner;  ///< who keeps it; may be empty
  std::optional<Date> date;
  EvidenceGrade grade = EvidenceGrade::reported;
  std::string audit = {};  ///< id of the catalog whose audit it is; empty: it is none
};

struct TeamAnswer;
struct DatedAnswer;

/// What was said to a question.
struct Answer {
  AnswerState state = AnswerState::unknown;
  std::vector<OptionIndex> chosen;  ///< one, or any number of a `several`, ascending; else empty
  std::optional<Exact> number;      ///< of scale, percent and number
  std::string text;                 ///< of text
  std::string note;                 ///< the reason, required when not_applicable
  std::vector<Evidence> evidence;
  Confidence confidence = Confidence::not_given;
  std::optional<Date> date;
  std::vector<TeamAnswer> teams;     ///< may be empty also when by_teams
  std::vector<DatedAnswer> history;  ///< of a `state` question, in the order of writing
};

/// The answer of Assessment::teams[team].
struct TeamAnswer {
  std::size_t team = 0;
  Answer answer;
};

/// What was, or is planned to be, so from `date` on.
struct DatedAnswer {
  Date date;
  Answer answer;
};

using Answers = std::map<QuestionId, Answer>;

struct Team {
  TeamId id;
  std::string name;
};

/// Somebody who answered alone.
struct Respondent {
  RespondentId id;
  std::string role;
  GroupId group;  ///< empty: none
  std::optional<Date> date;
  Answers answers;
};

enum class CapabilityStatus { present, partial, absent, planned };

struct DeclaredCapability {
  CapabilityStatus status = CapabilityStatus::absent;
  std::string note;
  std::optional<Date> date;
};

struct KpiValue {
  Exact value;
  std::optional<Date> date;
  std::string source;
  std::optional<ProofMethod> method;
};

struct PillarTarget {
  PillarIndex pillar = 0;
  StageIndex stage = 0;
  std::optional<Date> by;
};

/// At least one of `stage` and `pillars` is given.
struct Target {
  std::optional<StageIndex> stage;
  std::optional<Date> by;
  std::vector<PillarTarget> pillars;  ///< in the order of the model's pillars
};

enum class ActionStatus { open, started, done };

/// What is decided about an action of the model.
struct ActionDecision {
  std::string owner;  ///< empty: the model's role
  ActionStatus status = ActionStatus::open;
  std::optional<Date> start;
  std::optional<Date> end;
  std::optional<int> impact;  ///< as judged for this subject, 1 to 5
  std::optional<int> effort;
  std::string note;
  std::string skip;  ///< why it is left out for good; empty: it is not
};

/// A gap that waits on purpose. Exactly one of the first three is given.
struct Deferral {
  QuestionId question;
  PillarId pillar;
  ActionId action;
  std::string reason;
  Date review;
};

struct RoiValue {
  Exact low;
  Exact expected;
  Exact high;
  std::string source;
  std::optional<ProofMethod> method;
};

struct RoiInputs {
  std::string currency;  ///< three capitals
  std::map<RoiInputId, RoiValue> values;
};

struct Subject {
  SubjectId id;
  std::string name;
  std::string description;
  std::string sector;  ///< by which a portfolio groups subjects; may be empty
};

/// When the answers were collected.
struct Period {
  Date from;
  Date to;
};

/// The input: what one subject answered and measured at one date. Ids are those of the model now,
/// also where the file has earlier ones. The format: content/docs/assessment-format.md.
struct Assessment {
  Subject subject;
  Date date;  ///< only what is made of a survey may have none
  ModelId model;
  std::string model_version;  ///< the version it was made with; may differ from the loaded model's
  Audience audience = Audience::client;
  std::string scope;
  std::string assessor;
  std::optional<Period> period;
  std::vector<Team> teams;
  Answers answers;
  std::vector<Respondent> respondents;
  std::map<CapabilityId, DeclaredCapability> capabilities;
  std::map<KpiId, KpiValue> kpis;
  std::optional<Target> target;
  std::map<ActionId, ActionDecision> actions;
  std::vector<Deferral> deferred;
  std::optional<RoiInputs> roi;
  bool is_draft = false;
  /// The consultant's own text of a section, by its anchor ("summary"): a name in
  /// Project::templates.
  std::map<std::string, std::string, std::less<>> notes;
  std::string sha256;  ///< of the file that it was read from, in hex; empty: from several
};

}  // namespace stagecraft
