#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/date.h"

namespace stagecraft {

enum class ScoreFormat { table, json, markdown };

struct ScoreOptions {
  std::string assessment;              ///< the file, as the user typed it
  std::string project = ".";           ///< the folder whose content/models is looked into
  std::optional<std::string> model;    ///< a file or an id; required for a survey
  ScoreFormat format = ScoreFormat::table;
  std::optional<std::string> subject;  ///< these two for surveys only
  std::optional<Date> date;
};

/// What a score came to. Mistakes of the input are in the diagnostics.
struct ScoreResult {
  bool complete = false;
  std::string text;     ///< what is to be printed
  std::string summary;  ///< what was read, and how, in one line without its end
};

/// Whether the file at `path` holds a survey and no assessment: whether it ends in .csv.
bool is_survey(std::string_view path);

/// Reads one assessment or survey and the model that it is scored with, and says what the answers
/// come to; content/docs/score.md.
ScoreResult score_file(const ScoreOptions& options, Diagnostics& diagnostics);

}  // namespace stagecraft
