#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluate/evaluation.h"
#include "evaluate/model_changes.h"

namespace stagecraft {

/// How one node of the later assessment has changed.
struct NodeTrend {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::optional<Exact> then;          ///< over comparable questions, like `now`
  std::optional<Exact> now;
  StageId stage_then;              ///< as it was reported; empty: none
  StageId stage_now;
  std::optional<Exact> progress;  ///< per cent of the way from then to the target; may be negative
};

/// What has changed between two assessments of one subject.
struct Trend {
  Date since;                    ///< the date of the earlier one
  bool has_same_model = false;   ///< both name the same version
  bool is_assumed = false;       ///< nobody could check that the questions still say the same
  std::size_t comparable = 0;    ///< how many questions
  std::vector<QuestionIndex> risen;
  std::vector<QuestionIndex> fallen;
  std::vector<QuestionIndex> only_now;  ///< answered, and not comparable
  std::vector<QuestionId> only_then;    ///< by their ids of then
  std::vector<NodeTrend> nodes;         ///< the whole first; none without a method
  std::vector<ModelChange> model_changes;
};

/// What has changed from `earlier` to `later`. They may be made with two versions of one model.
/// Scores the comparable questions of both. Requires: the same subject, and a later date. Rule:
/// content/docs/trend.md.
Trend trend_between(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later);

}  // namespace stagecraft
