#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/assessment.h"
#include "model/benchmark.h"
#include "model/maturity_model.h"

namespace stagecraft {

enum class ScoreFormat { table, json, markdown };

struct ScoreOptions {
  std::string assessment;              ///< the file or folder, as the user typed it
  std::string project = ".";           ///< the folder whose content/models is looked into
  std::optional<std::string> model;    ///< a file or an id; required for a survey
  ScoreFormat format = ScoreFormat::table;
  std::optional<std::string> subject;  ///< these two for surveys and folders only
  std::optional<Date> date;
  std::optional<std::string> since;        ///< an earlier assessment of the same subject
  std::optional<std::string> since_model;  ///< the model that it was made with
  std::optional<std::string> benchmark;    ///< a file that says where others stand
  bool is_portfolio = false;               ///< the folder holds many subjects
};

/// What is scored, and what it is compared with.
struct ScoreInput {
  std::vector<MaturityModel> models;  ///< one
  Assessment assessment;
  std::optional<Assessment> earlier;
  std::vector<MaturityModel> earlier_models;  ///< none: `earlier` is made with that of `models`
  std::optional<Benchmark> benchmark;
  std::string summary;                        ///< what was read, where that is not one assessment
};

/// Whether the file at `path` holds a survey and no assessment: whether it ends in .csv.
bool is_survey(std::string_view path);

/// What `options` name: an assessment, a survey, or a folder of results; content/docs/score.md.
/// Nothing, and errors, when something is wrong.
std::optional<ScoreInput> read_score_input(const ScoreOptions& options, Diagnostics& diagnostics);

/// Calls `take` with each assessment in a folder, one after the other, and their common model.
/// Holds one at a time. Whether there was no mistake.
bool read_each_assessment(
    const ScoreOptions& options, Diagnostics& diagnostics,
    const std::function<void(const MaturityModel&, const Assessment&)>& take);

}  // namespace stagecraft
