#pragma once

#include "base/strong_text.h"

namespace stagecraft {

/// Ids are kebab-case (`[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 64 characters), unique per kind
/// within a model, and stable: routes and answers refer to them.
using ModelId = StrongText<struct ModelIdTag>;
using StageId = StrongText<struct StageIdTag>;
using FacetId = StrongText<struct FacetIdTag>;
using SourceId = StrongText<struct SourceIdTag>;
using QuestionId = StrongText<struct QuestionIdTag>;
using KpiId = StrongText<struct KpiIdTag>;
using ActionId = StrongText<struct ActionIdTag>;
using ClaimId = StrongText<struct ClaimIdTag>;
using MethodId = StrongText<struct MethodIdTag>;
using SubjectId = StrongText<struct SubjectIdTag>;

}  // namespace stagecraft
