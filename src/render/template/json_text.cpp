#include "render/template/json_text.h"

#include <fmt/format.h>

#include "render/template/evaluation.h"

namespace stagecraft::language {
namespace {

void append_escape(std::string& output, unsigned code) {
  output += fmt::format("\\u{:04x}", code);
}

void append_json_text(std::string& output, std::string_view text) {
  output += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_separator = text.substr(i, 2) == "\xE2\x80" && i + 2 < text.size() &&
                              (text[i + 2] == '\xA8' || text[i + 2] == '\xA9');
    if (is_separator) {
      append_escape(output, text[i + 2] == '\xA8' ? 0x2028 : 0x2029);
      i += 2;
    } else if (c == '"' || c == '\\') {
      output += '\\';
      output += c;
    } else if (c == '\n') {
      output += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F' || c == '<' || c == '>' ||
               c == '&' || c == '\'') {
      append_escape(output, static_cast<unsigned char>(c));
    } else {
      output += c;
    }
  }
  output += '"';
}

void append_json_map(std::string& output, const ValueMap& map) {
  output += '{';
  bool is_first = true;
  for (const auto& [name, value] : map.members()) {
    if (!is_first) output += ", ";
    is_first = false;
    append_json_text(output, name);
    output += ": ";
    append_json(output, Operand::of(value));
  }
  output += '}';
}

}  // namespace

void append_json(std::string& output, const Operand& operand) {
  switch (operand.kind()) {
    case OperandKind::undefined:
    case OperandKind::null:
      output += "null";
      return;
    case OperandKind::boolean:
      output += operand.as_boolean() ? "true" : "false";
      return;
    case OperandKind::text:
      append_json_text(output, operand.as_text());
      return;
    case OperandKind::markup:
      append_json_text(output, operand.as_markup().html);
      return;
    case OperandKind::map:
      append_json_map(output, operand.as_map());
      return;
    case OperandKind::integer:
    case OperandKind::exact: {
      const std::string number = *shown_text(operand);
      const bool is_fraction = number.find('/') != std::string::npos;
      output += is_fraction ? '"' + number + '"' : number;
      return;
    }
    default:
      break;
  }
  output += '[';
  for (std::size_t i = 0; i < operand.list_size(); ++i) {
    if (i > 0) output += ", ";
    append_json(output, operand.list_item(i));
  }
  output += ']';
}

}  // namespace stagecraft::language
