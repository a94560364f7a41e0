#include "format/document_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace stagecraft {
namespace {

bool is_forbidden_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
}

}  // namespace

/// Counts a mistake; whether it is to be passed on. The first that is not says so once.
bool DocumentErrors::may_show() {
  if (++reported_ == shown_limit + 1)
    diagnostics_.warning_in(
        source_.path(),
        fmt::format("only the first {} mistakes in this file are shown", shown_limit));
  return are_all_shown();
}

void DocumentErrors::add(std::size_t offset, std::size_t length, std::string message,
                         std::vector<std::string> notes) {
  failed_ = true;
  if (may_show())
    diagnostics_.error({&source_, offset, length}, std::move(message), std::move(notes));
}

void DocumentErrors::warn(std::size_t offset, std::size_t length, std::string message,
                          std::vector<std::string> notes) {
  if (may_show())
    diagnostics_.warning({&source_, offset, length}, std::move(message), std::move(notes));
}

bool check_text(const DocumentLimits& limits, DocumentErrors& errors) {
  const std::string& text = errors.text();
  if (text.size() > limits.bytes) {
    errors.add_for_file(
        fmt::format("file has {} bytes, more than the limit of {}", text.size(), limits.bytes));
    return false;
  }
  if (const auto bad = find_bad_utf8(text)) {
    errors.add(*bad, 1,
               fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*bad])),
               {"save the file with the encoding UTF-8"});
    return false;
  }
  const auto control = std::find_if(text.begin(), text.end(), is_forbidden_control);
  if (control == text.end()) return true;
  errors.add(static_cast<std::size_t>(control - text.begin()), 1,
             fmt::format("control character U+{:04X} is not allowed", static_cast<int>(*control)));
  return false;
}

bool check_line_ends(DocumentErrors& errors) {
  const std::string& text = errors.text();
  for (std::size_t i = text.find('\r'); i != text.npos; i = text.find('\r', i + 1)) {
    if (i + 1 < text.size() && text[i + 1] == '\n') continue;
    errors.add(i, 1, "carriage return without a line feed", {"end lines with LF or CRLF"});
    return false;
  }
  return true;
}

void check_unique_keys(const Node& map, DocumentErrors& errors) {
  // Sorted by key and place, so that a map of a million members costs no square of that.
  std::vector<std::size_t> order(map.members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int by_key = map.members[a].key.compare(map.members[b].key);
    return by_key != 0 ? by_key < 0 : a < b;
  });
  for (std::size_t i = 1, first = 0; i < order.size() && errors.are_all_shown(); ++i) {
    const Member& earlier = map.members[order[first]];
    const Member& member = map.members[order[i]];
    if (earlier.key != member.key) {
      first = i;
      continue;
    }
    errors.add(member.key_offset, member.key_length, fmt::format("duplicate key '{}'", member.key),
               {fmt::format("first defined at line {}",
                            errors.source().place_of(earlier.key_offset).line)});
  }
}

std::string too_deep_message(std::size_t depth) {
  return fmt::format("lists and maps are nested more than {} deep", depth);
}

std::string too_many_nodes_message(std::size_t nodes) {
  return fmt::format("file holds more than {} values", nodes);
}

}  // namespace stagecraft
