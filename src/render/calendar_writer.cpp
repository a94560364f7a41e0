#include "render/calendar_writer.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "render/template/escape.h"

namespace stagecraft {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line break

std::string day_text(const Date& date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day == 0 ? 1 : date.day);
}

}  // namespace

CalendarWriter::CalendarWriter(std::string_view product, std::string_view name, const Date& stamp)
    : stamp_(day_text(stamp) + "T000000Z") {
  line("BEGIN", "VCALENDAR");
  line("VERSION", "2.0");
  text("PRODID", product);
  line("CALSCALE", "GREGORIAN");
  text("X-WR-CALNAME", name);
}

void CalendarWriter::add(const CalendarEntry& entry) {
  line("BEGIN", "VEVENT");
  text("UID", entry.uid);
  line("DTSTAMP", stamp_);
  line("DTSTART;VALUE=DATE", day_text(entry.first));
  line("DTEND;VALUE=DATE", day_text(entry.end));
  text("SUMMARY", entry.summary);
  if (!entry.description.empty()) text("DESCRIPTION", entry.description);
  line("TRANSP", "TRANSPARENT");
  line("END", "VEVENT");
}

std::string CalendarWriter::finish() {
  line("END", "VCALENDAR");
  return std::move(bytes_);
}

void CalendarWriter::text(std::string_view name, std::string_view value) {
  std::string escaped;
  language::append_ics(escaped, value);
  line(name, escaped);
}

void CalendarWriter::line(std::string_view name, std::string_view value) {
  std::string rest = std::string(name) + ":" + std::string(value);
  std::size_t length = 0;
  for (std::string_view left = rest; !left.empty();) {
    // A character is never cut in two.
    const std::size_t next = first_code_point_length(left);
    if (length + next > longest_line) {
      bytes_ += "\r\n ";
      length = 1;
    }
    bytes_ += left.substr(0, next);
    length += next;
    left.remove_prefix(next);
  }
  bytes_ += "\r\n";
}

}  // namespace stagecraft
