// What the readers of documents have in common: reporting, and the checks before and after.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/node.h"

namespace stagecraft {

/// The mistakes of one document: passes them on and remembers whether there were any, which a
/// Diagnostics that several files share cannot tell. Each diagnostic copies its line, so a file of
/// one long line and many mistakes would take the square of its size: only the first are passed on.
class DocumentErrors {
 public:
  DocumentErrors(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  static constexpr std::size_t shown_limit = 100;

  void add(std::size_t offset, std::size_t length, std::string message,
           std::vector<std::string> notes = {});

  /// A warning, which does not make the document fail.
  void warn(std::size_t offset, std::size_t length, std::string message,
            std::vector<std::string> notes = {});

  void add_for_file(std::string message) {
    failed_ = true;
    diagnostics_.error_in(source_.path(), std::move(message));
  }

  bool failed() const { return failed_; }
  bool are_all_shown() const { return reported_ <= shown_limit; }
  const SourceText& source() const { return source_; }
  const std::string& text() const { return source_.text(); }

 private:
  bool may_show();

  const SourceText& source_;
  Diagnostics& diagnostics_;
  std::size_t reported_ = 0;
  bool failed_ = false;
};

/// Checks what a parser must not meet: a text over `limits.bytes`, bad UTF-8, and the control
/// characters U+0000 to U+001F except tab and line ends. Reports the first and returns false.
bool check_text(const DocumentLimits& limits, DocumentErrors& errors);

/// Reports the first carriage return without a line feed, which YAML and Markdown take for a line
/// end and nothing else does; returns whether there is none.
bool check_line_ends(DocumentErrors& errors);

/// Reports every member of `map` whose key an earlier member has, with a note where that one is.
void check_unique_keys(const Node& map, DocumentErrors& errors);

/// The messages of both readers for a document over its limits.
std::string too_deep_message(std::size_t depth);
std::string too_many_nodes_message(std::size_t nodes);

}  // namespace stagecraft
