#include "model/project.h"

#include <algorithm>
#include <cassert>

namespace stagecraft {

const MaturityModel& Project::model_of(const Assessment& assessment) const {
  const auto found = std::find_if(models.begin(), models.end(), [&](const MaturityModel& model) {
    return model.id == assessment.model;
  });
  assert(found != models.end());
  return *found;
}

}  // namespace stagecraft
