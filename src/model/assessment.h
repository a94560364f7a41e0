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

/// Who may see what is published about an assessment.
enum class Audience {
  client,  ///< whoever has the link: unguessable path, noindex, absent from everything that lists
  everyone ///< spelled `public`
};

/// Four different things, never to be confused. A question without an entry is not answered.
enum class AnswerState { yes, no, unknown, not_applicable };

struct Answer {
  AnswerState state = AnswerState::unknown;
  std::string note;      ///< the reason, required when not_applicable
  std::string evidence;  ///< what proves it; may be empty
};

/// How a measured value was arrived at, the strongest first.
enum class ProofMethod { holdout, ab_test, before_after, estimate };

struct KpiValue {
  Exact value;
  std::optional<Date> date;
  std::string source;
  std::optional<ProofMethod> method;
};

struct Target {
  StageIndex stage = 0;
  std::optional<Date> by;
};

struct Subject {
  SubjectId id;
  std::string name;
  std::string description;
};

/// The input: what one subject answered and measured at one date.
struct Assessment {
  Subject subject;
  Date date;
  ModelId model;
  std::string model_version;  ///< the version it was made with; may differ from the loaded model's
  Audience audience = Audience::client;
  std::string scope;
  std::string assessor;
  std::map<QuestionId, Answer> answers;
  std::map<KpiId, KpiValue> kpis;
  std::optional<Target> target;
  std::map<ActionId, std::string> owners;  ///< a name or role that takes the place of the model's
};

}  // namespace stagecraft
