#pragma once

#include <optional>
#include <string>
#include <vector>

#include "load/load_survey.h"
#include "load/map_reader.h"

namespace stagecraft {

/// One file of a folder of results: the assessment of somebody who answered alone.
struct ResultFile {
  std::string name;  ///< its path within the folder, without its ending
  Assessment assessment;
};

/// Reports what a result cannot have because it is one person's: respondents and teams.
void check_result(const Document& document, Diagnostics& diagnostics);

/// One assessment with a respondent for each of `results`, in their order. An id that two of them
/// would have, and a date of `head` before theirs, are errors in `folder`; then nothing is
/// returned. Rule: content/docs/respondents.md, "A folder of results". Requires: there is a result,
/// and all were made with `model`.
std::optional<Assessment> combine_results(std::vector<ResultFile> results,
                                          const MaturityModel& model, const SurveyHead& head,
                                          const std::string& folder, Diagnostics& diagnostics);

}  // namespace stagecraft
