#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace stagecraft {
namespace {

constexpr std::size_t shown_columns = 100;  // of a source line
constexpr std::size_t shown_before_mark = 50;

/// `text` split into code points; bytes that are not UTF-8 stand alone. At most `limit` of them.
std::vector<std::string> code_points(std::string_view text, std::size_t limit) {
  std::vector<std::string> result;
  while (!text.empty() && result.size() < limit) {
    result.emplace_back(text.substr(0, first_code_point_length(text)));
    text.remove_prefix(result.back().size());
  }
  return result;
}

/// Whether `point` reorders the text around it: Unicode's marks, embeddings and isolates.
bool is_bidirectional_control(std::string_view point) {
  return point == "\u061C" || ("\u200E" <= point && point <= "\u200F") ||
         ("\u202A" <= point && point <= "\u202E") || ("\u2066" <= point && point <= "\u2069");
}

/// `point` as it may be printed: one column wide, never a control character or stray byte.
std::string printable(const std::string& point) {
  if (point == "\t") return " ";
  const auto first = static_cast<unsigned char>(point[0]);
  const bool c1_control =
      point.size() == 2 && first == 0xC2 && static_cast<unsigned char>(point[1]) < 0xA0;
  const bool is_unsafe = first < 0x20 || first == 0x7F || c1_control || find_bad_utf8(point) ||
                         is_bidirectional_control(point);
  return is_unsafe ? "\uFFFD" : point;
}

/// Where the part of `line` that is shown begins: some code points before the mark at byte `mark`,
/// and at the start of the line where the whole of it fits.
std::size_t shown_from(std::string_view line, std::size_t mark) {
  if (line.size() <= shown_columns) return 0;
  std::size_t start = mark;
  for (std::size_t points = 0; start > 0 && points < shown_before_mark; ++points) {
    --start;
    while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0) == 0x80) --start;
  }
  return start;
}

/// Takes into `diagnostic` as much of the line at `at` as is shown, and no more: a line can be as
/// long as its file.
void take_excerpt(const SourceSpan& at, Diagnostic& diagnostic) {
  const std::string_view line = at.source->line(diagnostic.place.line);
  const std::string_view text = at.source->text();
  const std::size_t line_begin = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t offset = std::min(std::max(at.offset, line_begin), line_begin + line.size());
  const std::size_t start = shown_from(line, offset - line_begin);

  const std::string_view before = line.substr(start, offset - line_begin - start);
  const std::string_view marked = line.substr(offset - line_begin).substr(0, at.length);
  const std::vector<std::string> points = code_points(line.substr(start), shown_columns);
  std::size_t shown_bytes = 0;
  diagnostic.excerpt = start > 0 ? "…" : "";
  for (const std::string& point : points) {
    diagnostic.excerpt += printable(point);
    shown_bytes += point.size();
  }
  if (start + shown_bytes < line.size()) diagnostic.excerpt += "…";

  const std::size_t mark = code_point_count(before);
  diagnostic.mark_offset = mark + (start > 0 ? 1 : 0);
  diagnostic.marked_columns = std::clamp<std::size_t>(
      code_point_count(marked.substr(0, 4 * shown_columns)), 1,
      std::max<std::size_t>(1, points.size() - std::min(mark, points.size())));
}

Diagnostic located(Severity severity, const SourceSpan& at, std::string message,
                   std::vector<std::string> notes) {
  Diagnostic result;
  result.severity = severity;
  result.path = at.source->path();
  result.place = at.source->place_of(at.offset);
  result.has_place = true;
  result.message = std::move(message);
  result.notes = std::move(notes);
  take_excerpt(at, result);
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

/// The source line and the caret line below it.
std::string excerpt_lines(const Diagnostic& diagnostic) {
  const std::string number = std::to_string(diagnostic.place.line);
  return fmt::format("{:>4} | {}\n{:>{}} | {:>{}}^{:~>{}}\n", number, diagnostic.excerpt, "",
                     std::max<std::size_t>(4, number.size()), "", diagnostic.mark_offset, "",
                     std::max<std::size_t>(1, diagnostic.marked_columns) - 1);
}

}  // namespace

std::string printable_text(std::string_view text) {
  std::string result;
  for (const std::string& point : code_points(text, text.size())) result += printable(point);
  return result;
}

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
  std::erase(diagnostic.notes, std::string());
  const std::lock_guard lock(mutex_);
  std::size_t& count = diagnostic.severity == Severity::error ? errors_ : warnings_;
  if (++count <= kept_limit) kept_.push_back(std::move(diagnostic));
}

void Diagnostics::add_all(const Diagnostics& others) {
  std::size_t more_errors = others.error_count(), more_warnings = others.warning_count();
  for (const Diagnostic& diagnostic : others.kept_) {
    --(diagnostic.severity == Severity::error ? more_errors : more_warnings);
    add(diagnostic);
  }
  const std::lock_guard lock(mutex_);
  errors_ += more_errors;
  warnings_ += more_warnings;
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
  if (diagnostic.has_place) result += excerpt_lines(diagnostic);
  for (const std::string& note : diagnostic.notes) result += "  " + printable_text(note) + "\n";
  return result;
}

}  // namespace stagecraft
