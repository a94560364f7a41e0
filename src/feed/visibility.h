// What assistants answer: share of voice from observations. content/docs/visibility.md is the
// format and says what is counted.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace stagecraft::feed {

/// What was asked when, where and of which kind. An empty part stands for all of them together.
struct VisibilityCell {
  std::string month;  ///< "2026-11"
  std::string platform;
  std::string group;

  auto operator<=>(const VisibilityCell&) const = default;
};

/// How often one brand occurs in the answers of a cell.
struct BrandCounts {
  std::uint64_t named = 0;  ///< answers
  std::uint64_t first = 0;
  std::uint64_t cited = 0;
};

struct CellCounts {
  std::uint64_t answers = 0;
  std::uint64_t mentions = 0;  ///< of all brands
  std::map<std::string, BrandCounts> brands;
};

/// A figure that somebody supplies.
struct SuppliedMeasure {
  std::string date;
  std::string measure;
  std::string value;
  std::string n;
  std::string source;
};

struct Visibility {
  std::uint64_t records = 0;
  std::map<VisibilityCell, CellCounts> cells;
  std::vector<SuppliedMeasure> measures;
};

struct VisibilityRequest {
  std::string observations;             ///< a file
  std::optional<std::string> measures;  ///< a file
  std::string brand;
  std::string output;  ///< the folder
};

/// Counts the observations. Nothing, and every mistake, when there was one.
std::optional<Visibility> count_visibility(const VisibilityRequest& request,
                                           Diagnostics& diagnostics);

/// Writes the results; false, and an error, when the disk refuses.
bool write_visibility(const VisibilityRequest& request, const Visibility& visibility,
                      Diagnostics& diagnostics);

}  // namespace stagecraft::feed
