#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"

namespace stagecraft {

/// One thing that changed for readers. The format: content/docs/history.md.
struct HistoryEntry {
  std::string id;                    ///< unique among those of the same `model`
  std::optional<std::size_t> model;  ///< index into Project::models; nothing: the site as a whole
  Date date;                         ///< a whole day
  std::string title;
  std::string version;  ///< this and the others may be empty
  std::string text;
  std::vector<std::string> points;
};

}  // namespace stagecraft
