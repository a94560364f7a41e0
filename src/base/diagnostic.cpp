#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace stagecraft {
namespace {

constexpr std::size_t shown_columns = 100;  // of a source line

Diagnostic located(Severity severity, const SourceSpan& at, std::string message,
                   std::vector<std::string> notes) {
  Diagnostic result;
  result.severity = severity;
  result.path = at.source->path();
  result.place = at.source->place_of(at.offset);
  result.has_place = true;
  result.message = std::move(message);
  result.source_line = std::string(at.source->line(result.place.line));
  const std::string& text = at.source->text();
  const std::size_t start = std::min(at.offset, text.size());
  std::string_view marked = std::string_view(text).substr(start, at.length);
  marked = marked.substr(0, marked.find_first_of("\r\n"));
  result.marked_columns = std::max<std::size_t>(1, code_point_count(marked));
  result.notes = std::move(notes);
  return result;
}

Diagnostic unlocated(Severity severity, std::string path, std::string message,
                     std::vector<std::string> notes) {
  Diagnostic result;
  result.severity = severity;
  result.path = std::move(path);
  result.message = std::move(message);
  result.notes = std::move(notes);
  return result;
}

auto order_of(const Diagnostic& d) {
  return std::tie(d.path, d.place.line, d.place.column, d.severity, d.message, d.notes);
}

/// `text` split into code points; bytes that are not UTF-8 stand alone.
std::vector<std::string> code_points(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    result.emplace_back(text.substr(0, first_code_point_length(text)));
    text.remove_prefix(result.back().size());
  }
  return result;
}

/// `point` as it may be printed: one column wide, never a control character or stray byte.
std::string printable(const std::string& point) {
  if (point == "\t") return " ";
  const auto first = static_cast<unsigned char>(point[0]);
  const bool c1_control =
      point.size() == 2 && first == 0xC2 && static_cast<unsigned char>(point[1]) < 0xA0;
  if (first < 0x20 || first == 0x7F || c1_control || find_bad_utf8(point)) return "\xEF\xBF\xBD";
  return point;
}

std::string printable_text(std::string_view text) {
  std::string result;
  for (const std::string& point : code_points(text)) result += printable(point);
  return result;
}

/// The source line and the caret line below it.
std::string excerpt(const Diagnostic& diagnostic) {
  const std::vector<std::string> points = code_points(diagnostic.source_line);
  const std::size_t mark = std::min(diagnostic.place.column - 1, points.size());
  const std::size_t first =
      mark > shown_columns / 2 && points.size() > shown_columns ? mark - shown_columns / 2 : 0;
  const std::size_t last = std::min(points.size(), first + shown_columns);

  std::string line = first > 0 ? "…" : "";
  const std::size_t before_mark = mark - first + (first > 0 ? 1 : 0);
  for (std::size_t i = first; i < last; ++i) line += printable(points[i]);
  if (last < points.size()) line += "…";

  const std::size_t room = std::max<std::size_t>(1, last - std::min(mark, last));
  const std::size_t tildes = std::clamp<std::size_t>(diagnostic.marked_columns, 1, room) - 1;
  const std::string number = std::to_string(diagnostic.place.line);
  return fmt::format("{:>4} | {}\n{:>{}} | {:>{}}^{:~>{}}\n", number, line, "",
                     std::max<std::size_t>(4, number.size()), "", before_mark, "", tildes);
}

}  // namespace

void Diagnostics::error(const SourceSpan& at, std::string message, std::vector<std::string> notes) {
  add(located(Severity::error, at, std::move(message), std::move(notes)));
}

void Diagnostics::warning(const SourceSpan& at, std::string message,
                          std::vector<std::string> notes) {
  add(located(Severity::warning, at, std::move(message), std::move(notes)));
}

void Diagnostics::error_in(std::string path, std::string message, std::vector<std::string> notes) {
  add(unlocated(Severity::error, std::move(path), std::move(message), std::move(notes)));
}

void Diagnostics::warning_in(std::string path, std::string message,
                             std::vector<std::string> notes) {
  add(unlocated(Severity::warning, std::move(path), std::move(message), std::move(notes)));
}

std::size_t Diagnostics::error_count() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

std::size_t Diagnostics::warning_count() const {
  const std::lock_guard lock(mutex_);
  return warnings_;
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  std::size_t& count = diagnostic.severity == Severity::error ? errors_ : warnings_;
  if (++count <= kept_limit) kept_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const std::lock_guard lock(mutex_);
  std::vector<Diagnostic> result = kept_;
  std::sort(result.begin(), result.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string result = printable_text(diagnostic.path);
  if (diagnostic.has_place)
    result += fmt::format(":{}:{}", diagnostic.place.line, diagnostic.place.column);
  if (!result.empty()) result += ": ";
  result += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  result += printable_text(diagnostic.message) + "\n";
  if (diagnostic.has_place) result += excerpt(diagnostic);
  for (const std::string& note : diagnostic.notes) result += "  " + printable_text(note) + "\n";
  return result;
}

}  // namespace stagecraft
