#pragma once

#include <string>

#include "score_reader.h"

namespace stagecraft {

/// What a score came to. Mistakes of the input are in the diagnostics.
struct ScoreResult {
  bool complete = false;
  std::string text;     ///< what is to be printed
  std::string summary;  ///< what was read, and how, in one line without its end
};

/// Reads one assessment, survey or folder and the model that it is scored with, and says what the
/// answers come to; content/docs/score.md.
ScoreResult score_file(const ScoreOptions& options, Diagnostics& diagnostics);

}  // namespace stagecraft
