#pragma once

#include <vector>

#include "load/map_reader.h"
#include "model/maturity_model.h"
#include "model/self_assessment.h"

namespace stagecraft {

/// The entries of `self_assessments` in the site settings that `reader` reads; each model is one of
/// `published`. content/docs/self-assessment.md is the format.
std::vector<SelfAssessment> read_self_assessments(MapReader& reader,
                                                  const std::vector<ModelId>& published);

/// Takes those away whose model asks or scores nothing, with a warning at its place in `settings`.
/// Requires: it is the document that they were read from, and `models` are all that it names.
void drop_unanswerable(const ReadContext& settings, const std::vector<MaturityModel>& models,
                       std::vector<SelfAssessment>& self_assessments);

}  // namespace stagecraft
