#include "format/yaml_syntax_errors.h"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "format/yaml_places.h"

namespace stagecraft {
namespace {

namespace reasons = YAML::ErrorMsg;

/// The place of an error and the text around it.
struct Place {
  const YamlContext& context;
  std::size_t offset;

  std::string_view text() const { return context.text; }
  bool is_at_end() const { return text().find_first_not_of(" \t\r\n", offset) == text().npos; }
  std::string_view here() const { return text().substr(offset, is_at_end() ? 0 : 1); }
  std::size_t line_start() const { return line_start_before(text(), offset); }
  std::size_t line_end() const { return trimmed_line_end(text(), offset); }
  std::size_t line_of(std::size_t other) const {
    return 1 + static_cast<std::size_t>(std::count(
                   text().begin(), text().begin() + static_cast<std::ptrdiff_t>(other), '\n'));
  }
};

/// A line of the text: where its first visible byte is, and its bytes from there on.
struct Line {
  std::size_t offset = 0;
  std::string_view words;
};

Line line_from(std::string_view text, std::size_t start) {
  const std::size_t end = trimmed_line_end(text, start);
  const std::size_t first = std::min(text.find_first_not_of(" \t", start), end);
  return {first, text.substr(first, end - first)};
}

/// The nearest line above `start` with something on it.
std::optional<Line> line_above(std::string_view text, std::size_t start) {
  while (start > 0) {
    const std::size_t above = line_start_before(text, start - 1);
    if (above >= start) return std::nullopt;
    const Line line = line_from(text, above);
    if (!line.words.empty() && line.words[0] != '#') return line;
    start = above;
  }
  return std::nullopt;
}

bool has_key(std::string_view words) {
  return words.find(": ") != words.npos || words.ends_with(':');
}

std::string_view key_of(std::string_view words) {
  while (words.starts_with("- ")) words.remove_prefix(2);
  return words.substr(0, words.find(':'));
}

std::optional<SyntaxError> tab_in_indentation(const Place& at) {
  const std::size_t start = at.line_start();
  const std::size_t first = std::min(at.text().find_first_not_of(" \t", start), at.text().size());
  const std::size_t tab = at.text().find('\t', start);
  if (tab >= first) return std::nullopt;
  return SyntaxError{tab, 1, "indentation is written with a tab", {"indent with spaces"}};
}

SyntaxError missing_colon(const Line& line) {
  return {line.offset,
          line.words.size(),
          fmt::format("missing ':' after '{}'", line.words),
          {"write 'key: value'"}};
}

/// A colon where no key can be.
SyntaxError explain_map_value(const Place& at) {
  const Line line = line_from(at.text(), at.line_start());
  const std::string_view before = at.text().substr(line.offset, at.offset - line.offset);
  if (has_key(before) || before.find(":\t") != before.npos)
    return {
        at.offset, 1, "unexpected ':' in a text without quotes", {"put the whole text in quotes"}};
  const auto above = line_above(at.text(), at.line_start());
  if (above && !has_key(above->words)) return missing_colon(*above);
  if (above && byte_column(at.text(), line.offset) > byte_column(at.text(), above->offset))
    return {line.offset,
            before.size(),
            fmt::format("key '{}' is indented below '{}', which has a value already", before,
                        key_of(above->words)),
            {"keys of one map start in the same column"}};
  return {at.offset, 1, "unexpected ':'", {"check the indentation and the quotes"}};
}

/// Something that is no key where a block map goes on.
SyntaxError explain_end_of_map(const Place& at) {
  const Line line = line_from(at.text(), at.line_start());
  const std::size_t before = at.text().find_last_not_of(" \t", at.offset == 0 ? 0 : at.offset - 1);
  const char closing =
      at.offset > line.offset && before != at.text().npos ? at.text()[before] : ' ';
  if (closing == '\'' || closing == '"') {
    const char* const written = closing == '\'' ? "''" : "\\\"";
    return {at.offset,
            at.line_end() - at.offset,
            "unexpected text after the closing quote",
            {fmt::format("inside {0}…{0} a quote is written as {1}", closing, written)}};
  }
  if (at.text().substr(at.offset).starts_with("- "))
    return {
        at.offset, 1, "unexpected list item between the keys of a map", {"check the indentation"}};
  if (!has_key(line.words)) return missing_colon(line);
  return {line.offset,
          key_of(line.words).size(),
          fmt::format("key '{}' is not indented like the keys above it", key_of(line.words)),
          {"keys of one map start in the same column"}};
}

SyntaxError explain_end_of_list(const Place& at) {
  return {at.offset,
          std::max<std::size_t>(1, at.line_end() - at.offset),
          "this line is not indented like the list items above it",
          {"items of one list start with '-' in the same column"}};
}

/// A flow list or map that does not go on as it should.
SyntaxError explain_flow(const Place& at) {
  const std::size_t opener = at.context.open_bracket.value_or(at.offset);
  const bool is_list = at.text().substr(opener).starts_with('[');
  const char* const bracket = is_list ? "[" : "{";
  if (at.is_at_end()) return {opener, 1, fmt::format("'{}' is never closed", bracket), {}};
  return {at.offset,
          1,
          fmt::format("expected ',' or '{}'", is_list ? "]" : "}"),
          {fmt::format("the '{}' at line {} is still open", bracket, at.line_of(opener))}};
}

SyntaxError explain_flow_end(const Place& at) {
  return {at.offset,
          1,
          fmt::format("unexpected '{}'", at.here()),
          {"it closes no bracket of its kind"}};
}

SyntaxError explain_block_entry(const Place& at) {
  return {at.offset,
          1,
          "unexpected '-'",
          {"list items start on their own lines", "put a text that starts with '-' in quotes"}};
}

SyntaxError explain_map_key(const Place& at) {
  return {at.offset, 1, "unexpected '?'", {"put a text that starts with '?' in quotes"}};
}

SyntaxError explain_unknown_token(const Place& at) {
  return {at.offset,
          1,
          fmt::format("a value cannot start with '{}'", at.here()),
          {"put the text in quotes"}};
}

/// The first quote from the last value on that no other closes.
SyntaxError explain_unclosed_quote(const Place& at) {
  std::size_t i = at.context.last_value;
  while (i < at.text().size()) {
    i = at.text().find_first_of("'\"", i);
    if (i == at.text().npos) break;
    const bool starts_value =
        i == 0 || std::string_view(" \t\n[{,:").find(at.text()[i - 1]) != std::string_view::npos;
    if (!starts_value) {
      ++i;
      continue;
    }
    const std::size_t end = find_quoted_end(at.text(), i);
    if (end == at.text().npos) return unclosed_quote(i);
    i = end;
  }
  return {at.offset, 1, "a quote is never closed", {}};
}

SyntaxError explain_unknown_alias(const Place& at) {
  const std::size_t end = at.text().find_first_of(" \t\r\n,]}", at.offset);
  const std::string name(at.text().substr(at.offset, std::min(end, at.text().size()) - at.offset));
  SyntaxError result{at.offset, name.size(), fmt::format("unknown alias '{}'", name), {}};
  if (at.context.anchors.empty()) {
    result.notes = {"put a text that starts with '*' in quotes"};
  } else {
    result.notes = {choices_note(name.substr(1), at.context.anchors)};
  }
  return result;
}

SyntaxError explain_escape(const Place& at) {
  const std::size_t start = std::min(at.text().rfind('\\', at.offset - 1), at.offset - 1);
  const std::string_view escape = at.text().substr(start, at.offset - start);
  return {start,
          escape.size(),
          fmt::format("bad escape '{}'", escape),
          {"write \\\\ for a backslash, or use single quotes"}};
}

SyntaxError explain_missing_name(const Place& at) {
  const std::size_t start = at.offset == 0 ? 0 : at.offset - 1;
  const char mark = at.text()[start];
  return {start,
          1,
          fmt::format("'{}' is not followed by a name", mark),
          {fmt::format("put a text that starts with '{}' in quotes", mark)}};
}

SyntaxError explain_block_indent(const Place& at) {
  return {at.offset == 0 ? 0 : at.offset - 1,
          1,
          "a block text is indented by 1 to 9 spaces, not by 0",
          {}};
}

SyntaxError explain_block_header(const Place& at) {
  return {at.offset,
          at.line_end() - at.offset,
          "unexpected text after '|' or '>'",
          {"a block text starts on the next line"}};
}

SyntaxError explain_tag(const Place& at) {
  const std::size_t start = at.text().rfind('!', at.offset);
  return {start == at.text().npos ? at.offset : start,
          1,
          "tags are not supported",
          {"put a text that starts with '!' in quotes"}};
}

SyntaxError explain_properties(const Place& at) {
  return {at.offset, 1, "a value has at most one anchor, and an alias has none", {}};
}

SyntaxError explain_directive(const Place& at) {
  return {at.offset,
          std::max<std::size_t>(1, at.line_end() - at.offset),
          "unknown YAML directive",
          {"leave out the line that starts with '%'"}};
}

struct Explanation {
  const char* reason;  // how yaml-cpp's message starts
  SyntaxError (*explain)(const Place&);
};

const std::array explanations{
    Explanation{reasons::MAP_VALUE, explain_map_value},
    Explanation{reasons::MAP_KEY, explain_map_key},
    Explanation{reasons::END_OF_MAP_FLOW, explain_flow},  // before END_OF_MAP: a prefix of it
    Explanation{reasons::END_OF_SEQ_FLOW, explain_flow},
    Explanation{reasons::END_OF_MAP, explain_end_of_map},
    Explanation{reasons::END_OF_SEQ, explain_end_of_list},
    Explanation{reasons::FLOW_END, explain_flow_end},
    Explanation{reasons::BLOCK_ENTRY, explain_block_entry},
    Explanation{reasons::UNKNOWN_TOKEN, explain_unknown_token},
    Explanation{reasons::DOC_IN_SCALAR, explain_unclosed_quote},
    Explanation{reasons::EOF_IN_SCALAR, explain_unclosed_quote},
    Explanation{reasons::UNKNOWN_ANCHOR, explain_unknown_alias},
    Explanation{reasons::INVALID_ESCAPE, explain_escape},
    Explanation{reasons::INVALID_HEX, explain_escape},
    Explanation{reasons::INVALID_UNICODE, explain_escape},
    Explanation{reasons::ALIAS_NOT_FOUND, explain_missing_name},
    Explanation{reasons::ANCHOR_NOT_FOUND, explain_missing_name},
    Explanation{reasons::CHAR_IN_ALIAS, explain_unknown_token},
    Explanation{reasons::CHAR_IN_ANCHOR, explain_unknown_token},
    Explanation{reasons::ZERO_INDENT_IN_BLOCK, explain_block_indent},
    Explanation{reasons::CHAR_IN_BLOCK, explain_block_header},
    Explanation{reasons::CHAR_IN_TAG_HANDLE, explain_tag},
    Explanation{reasons::TAG_WITH_NO_SUFFIX, explain_tag},
    Explanation{reasons::END_OF_VERBATIM_TAG, explain_tag},
    Explanation{reasons::MULTIPLE_TAGS, explain_tag},
    Explanation{reasons::MULTIPLE_ANCHORS, explain_properties},
    Explanation{reasons::ALIAS_CONTENT, explain_properties},
    Explanation{reasons::YAML_DIRECTIVE_ARGS, explain_directive},
    Explanation{reasons::YAML_VERSION, explain_directive},
    Explanation{reasons::YAML_MAJOR_VERSION, explain_directive},
    Explanation{reasons::REPEATED_YAML_DIRECTIVE, explain_directive},
    Explanation{reasons::TAG_DIRECTIVE_ARGS, explain_directive},
    Explanation{reasons::REPEATED_TAG_DIRECTIVE, explain_directive},
};

}  // namespace

SyntaxError unclosed_quote(std::size_t offset) {
  return {offset, 1, "this quote is never closed", {}};
}

SyntaxError explain_yaml_error(std::string_view reason, std::size_t offset,
                               const YamlContext& context) {
  const Place at{context, std::min(offset, context.text.size())};
  if (auto tab = tab_in_indentation(at)) return *tab;
  for (const Explanation& explanation : explanations)
    if (reason.starts_with(explanation.reason)) return explanation.explain(at);
  return {at.offset, 1, "this is not valid YAML", {}};
}

}  // namespace stagecraft
