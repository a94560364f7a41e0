#include "render/calendar_writer.h"

#include <sstream>

#include "support/catch.h"

namespace stagecraft {
namespace {

std::string calendar_with(const std::string& summary) {
  CalendarWriter writer("-//Test//EN", "Roadmap", {2026, 9, 15});
  writer.add({"action-a@tea.example", {2026, 9, 16}, {2026, 10, 1}, summary, ""});
  return writer.finish();
}

TEST_CASE("an entry lasts whole days and ends the day after its last one") {
  CHECK(calendar_with("Boil water") ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:Roadmap\r\nBEGIN:VEVENT\r\nUID:action-a@tea.example\r\n"
        "DTSTAMP:20260915T000000Z\r\nDTSTART;VALUE=DATE:20260916\r\n"
        "DTEND;VALUE=DATE:20261001\r\nSUMMARY:Boil water\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("commas, semicolons, backslashes and line breaks in a text are escaped") {
  CHECK(calendar_with("a, b; c\\d\ne").find("SUMMARY:a\\, b\\; c\\\\d\\ne\r\n") !=
        std::string::npos);
}

TEST_CASE("a long line is folded before 76 octets and never within a character") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "ö€";
  const std::string calendar = calendar_with(text);
  std::istringstream lines(calendar);
  std::string unfolded;
  for (std::string line; std::getline(lines, line);) {
    REQUIRE(line.ends_with('\r'));
    line.pop_back();
    CHECK(line.size() <= 75);
    CHECK((static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xC0) != 0x80);
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
  }
  CHECK(unfolded.find("SUMMARY:" + text) != std::string::npos);
}

}  // namespace
}  // namespace stagecraft
