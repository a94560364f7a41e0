#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "format/csv.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// What a column of a survey can say about the respondent.
enum class RespondentColumn { respondent, role, group, date };

/// What a column is about: nothing that is known, the respondent, or a question.
using SurveyColumn = std::variant<std::monostate, RespondentColumn, QuestionIndex>;

/// What each column of `survey` is about, in their order. Columns about nothing are warnings. An
/// error, and nothing, when a name fits two questions, when two columns are about the same thing,
/// and when none is about a question.
std::optional<std::vector<SurveyColumn>> survey_columns(const CsvDocument& survey,
                                                        const MaturityModel& model,
                                                        Diagnostics& diagnostics);

}  // namespace stagecraft
