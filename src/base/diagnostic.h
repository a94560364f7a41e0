#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

namespace stagecraft {

enum class Severity { warning, error };

/// One mistake in the input, with everything that is needed to show it. Owns its texts, so it
/// outlives the source.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string path;  ///< as the user would type it; empty when no file is meant
  LineColumn place;  ///< meaningful only when `has_place`
  bool has_place = false;
  std::string message;             ///< lower case, values in 'quotes', no full stop
  std::string excerpt;             ///< of the source line, fit to be printed; empty without a place
  std::size_t mark_offset = 0;     ///< the code point of `excerpt` that the caret stands under
  std::size_t marked_columns = 0;  ///< how many code points are underlined, within `excerpt`
  std::vector<std::string>
      notes;  ///< lines below: the choices, the fix, the page that was rendered

  bool operator==(const Diagnostic&) const = default;
};

/// Collects the mistakes of a run. Reporting never stops the caller: a pass goes on to find the
/// next mistake, and the pipeline asks has_errors() at its fences. Empty notes are left out.
/// Safe to use from several threads; sorted() gives the same order whatever their timing.
class Diagnostics {
 public:
  /// At most this many errors and as many warnings are kept; further ones are only counted.
  static constexpr std::size_t kept_limit = 1000;

  void error(const SourceSpan& at, std::string message, std::vector<std::string> notes = {});
  void warning(const SourceSpan& at, std::string message, std::vector<std::string> notes = {});

  /// For a mistake that concerns a whole file or none (empty `path`).
  void error_in(std::string path, std::string message, std::vector<std::string> notes = {});
  void warning_in(std::string path, std::string message, std::vector<std::string> notes = {});

  /// One that another collector held.
  void add(Diagnostic diagnostic);
  /// All that another collector was told, in the same order.
  void add_all(const Diagnostics& others);

  bool has_errors() const { return error_count() > 0; }
  std::size_t error_count() const;
  std::size_t warning_count() const;

  /// All kept diagnostics by path, place, severity and text; equal ones once.
  std::vector<Diagnostic> sorted() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> kept_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

/// `text` as it may be printed to a terminal, on one line: tabs become blanks; control characters,
/// those that reorder the text around them and stray bytes become U+FFFD.
std::string printable_text(std::string_view text);

/// `diagnostic` as people read it: `path:line:column: error: message`, the line with its number,
/// a caret line, the notes; every line ends with "\n". Control characters of the source line are
/// replaced, so that hostile input cannot drive a terminal; a very long line is cut around the
/// mark.
std::string format_diagnostic(const Diagnostic& diagnostic);

}  // namespace stagecraft
