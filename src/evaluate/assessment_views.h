#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "model/assessment.h"

namespace stagecraft {

// What somebody would have seen of an assessment. Each view has its subject, date, teams, answers
// and respondents alone: what scoring reads.

/// The strongest grade of the evidence beside an answer; nothing: there is none. Nothing is weaker
/// than every grade.
using Grade = std::optional<EvidenceGrade>;

/// The strongest grade of the evidence of `answer` itself.
Grade grade_beside(const Answer& answer);

/// `assessment` with every answer unknown whose grade `keeps` does not accept, and those of all
/// respondents to a question where it does not accept one of them. What does not apply stays.
Assessment reopened(const Assessment& assessment, const std::function<bool(Grade)>& keeps);

/// `assessment` with the respondents at these places alone. What was agreed on is set aside where
/// any respondent has an entry. Rule: content/docs/respondents.md, "One by one, and by group".
Assessment as_seen_by(const Assessment& assessment, const std::vector<std::size_t>& respondents);

/// `assessment` with the team at this place alone.
Assessment of_team(const Assessment& assessment, std::size_t team);

}  // namespace stagecraft
