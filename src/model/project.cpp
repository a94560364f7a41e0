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

void Project::keep_only(const SubjectId& subject) {
  settings.portfolio = false;
  std::vector<Assessment> kept;
  std::vector<std::size_t> feeds;
  for (std::size_t i = 0; i < assessments.size(); ++i) {
    if (assessments[i].subject.id != subject) continue;
    if (std::find(capability_feeds.begin(), capability_feeds.end(), i) != capability_feeds.end())
      feeds.push_back(kept.size());
    kept.push_back(std::move(assessments[i]));
  }
  assessments = std::move(kept);
  capability_feeds = std::move(feeds);
}

}  // namespace stagecraft
