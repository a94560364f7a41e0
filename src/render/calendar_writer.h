#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/date.h"

namespace stagecraft {

/// One entry of a calendar that lasts whole days.
struct CalendarEntry {
  std::string uid;  ///< stays the same as long as it is the same thing
  Date first;
  Date end;  ///< the day after its last one
  std::string summary;
  std::string description;  ///< may be empty
};

/// Writes an iCalendar file (RFC 5545): lines of at most 75 octets that end with CR and LF.
class CalendarWriter {
 public:
  /// `stamp` is the day that every entry says it was made on.
  CalendarWriter(std::string_view product, std::string_view name, const Date& stamp);

  void add(const CalendarEntry& entry);

  /// The file. The writer is of no use afterwards.
  std::string finish();

 private:
  /// Adds `name`:`value`, folded; `value` is already escaped.
  void line(std::string_view name, std::string_view value);
  void text(std::string_view name, std::string_view value);

  std::string bytes_;
  std::string stamp_;
};

}  // namespace stagecraft
