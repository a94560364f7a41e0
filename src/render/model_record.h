#pragma once

#include "model/maturity_model.h"
#include "plan/site_plan.h"
#include "render/record_fields.h"

namespace stagecraft {

/// The JSON twin of a model's page: the whole model, in the keys and shapes of its own file
/// ("stagecraft/model/2").
Record model_record(const MaturityModel& model);

/// The JSON twin of a stage's page: the stage and everything of the model that belongs to it
/// ("stagecraft/stage/2").
Record stage_page_record(const MaturityModel& model, StageIndex stage);

/// The JSON twin of the page of a part: what it tells of, under the keys of the model's own record
/// ("stagecraft/part/1").
Record part_page_record(const MaturityModel& model, const PlannedPage& page);

/// id, number and title of a stage; null when there is none.
Record stage_name_record(const MaturityModel& model, std::optional<StageIndex> stage);

}  // namespace stagecraft
