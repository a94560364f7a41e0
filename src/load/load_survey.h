#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "format/csv.h"
#include "model/assessment.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// What a survey does not say itself.
struct SurveyHead {
  std::string subject;       ///< a name, of which the id is made
  std::optional<Date> date;  ///< nothing: the latest date of the respondents, if there is one
};

/// An id made of the words of `text`. What cannot begin an id gets `kind` before it; `kind` alone
/// where there are no words.
std::string id_from(std::string_view text, const std::string& kind);

/// The assessment that the answers of several respondents make, one in each record of `survey`;
/// content/docs/score.md, "Surveys", is the format. Every mistake is reported; columns that are
/// about nothing are warnings. Nothing is returned when there was a mistake.
std::optional<Assessment> load_survey(const CsvDocument& survey, const MaturityModel& model,
                                      const SurveyHead& head, Diagnostics& diagnostics);

}  // namespace stagecraft
