#pragma once

#include "base/strong_text.h"

namespace stagecraft {

/// Ids are kebab-case (`[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 64 characters), unique per kind
/// within a model, and stable: routes and answers refer to them.
using ModelId = StrongText<struct ModelIdTag>;
using StageId = StrongText<struct StageIdTag>;
using FacetId = StrongText<struct FacetIdTag>;
using PillarId = StrongText<struct PillarIdTag>;
using SourceId = StrongText<struct SourceIdTag>;
using CapabilityId = StrongText<struct CapabilityIdTag>;
using RoleId = StrongText<struct RoleIdTag>;
using UseCaseId = StrongText<struct UseCaseIdTag>;
using PhaseId = StrongText<struct PhaseIdTag>;
using EffortClassId = StrongText<struct EffortClassIdTag>;
using LayerId = StrongText<struct LayerIdTag>;
using AnswerSetId = StrongText<struct AnswerSetIdTag>;
using OptionId = StrongText<struct OptionIdTag>;
using QuestionId = StrongText<struct QuestionIdTag>;
using MethodId = StrongText<struct MethodIdTag>;
using KpiId = StrongText<struct KpiIdTag>;
using ActionId = StrongText<struct ActionIdTag>;
using ClaimId = StrongText<struct ClaimIdTag>;
using BenefitId = StrongText<struct BenefitIdTag>;
using PitfallId = StrongText<struct PitfallIdTag>;
using ChecklistId = StrongText<struct ChecklistIdTag>;
using TableId = StrongText<struct TableIdTag>;
using ColumnId = StrongText<struct ColumnIdTag>;
using TopicId = StrongText<struct TopicIdTag>;
using FaqId = StrongText<struct FaqIdTag>;
using TermId = StrongText<struct TermIdTag>;
using RoiInputId = StrongText<struct RoiInputIdTag>;
using RoiLineId = StrongText<struct RoiLineIdTag>;
using SubjectId = StrongText<struct SubjectIdTag>;
using TeamId = StrongText<struct TeamIdTag>;
using RespondentId = StrongText<struct RespondentIdTag>;
using GroupId = StrongText<struct GroupIdTag>;

}  // namespace stagecraft
