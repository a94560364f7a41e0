// What parsed templates are: expressions as a pool of small nodes shared by all templates, and one
// routine of flat instructions per template, block and include, for the place where it is used.
// Immutable once linked; the renderer only reads it.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "render/template/locale_format.h"
#include "render/template/markdown_filter.h"
#include "render/template/value.h"

namespace stagecraft::language {

using ExpressionId = std::uint32_t;
using SymbolId = std::uint32_t;  ///< an index into Program::symbols
constexpr std::uint32_t none = 0xFFFFFFFF;

/// Bytes of one of the set's sources. Messages show it with line, column and caret.
struct Place {
  std::uint32_t source = 0;  ///< an index into Program::sources
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  auto operator<=>(const Place&) const = default;
};

enum class ExpressionKind : std::uint8_t {
  constant,  ///< a: index into Program::constants
  name,      ///< a: symbol
  member,    ///< a: object, b: symbol
  index,     ///< a: object, b: expression
  list,      ///< arguments: the elements
  negate,
  plus,
  logical_not,  ///< a
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  remainder,  ///< a, b
  concatenate,
  logical_and,
  logical_or,  ///< a, b
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  contained,     ///< a, b
  conditional,   ///< a: condition, b: value, c: other value or none
  filter,        ///< a: input, b: filter; arguments: one per parameter, none where not given
  test,          ///< a: input, b: test; arguments: likewise
  loop_field,    ///< a: LoopField
  loop_cycle,    ///< arguments
  loop_changed,  ///< arguments
};

enum class LoopField : std::uint8_t {
  index,
  index0,
  revindex,
  revindex0,
  first,
  last,
  length,
  depth,
  depth0,
  previtem,
  nextitem,
};

struct Expression {
  ExpressionKind kind = ExpressionKind::constant;
  std::uint8_t depth = 1;  ///< the height of this tree; limited, because evaluation recurses
  std::uint16_t argument_count = 0;
  std::uint32_t a = none;
  std::uint32_t b = none;
  std::uint32_t c = none;
  std::uint32_t first_argument = 0;  ///< index into Program::arguments
  Place place;
};

/// How one output is made safe. Decided when templates are parsed, from the template's name and,
/// in HTML, from where in the document the output stands.
enum class Escaping : std::uint8_t {
  html_text,       ///< between tags; the one place where Markup passes as it is
  html_plain,      ///< inside <title> and <textarea>, which hold no elements
  html_attribute,  ///< inside a quoted attribute
  url_start,       ///< the start of a quoted URL attribute: the scheme is checked
  url_path,        ///< later in a URL, before "?" and "#"
  url_query,       ///< after "?" or "#"
  url_address,     ///< after "mailto:" or "tel:"
  data,            ///< JSON made by a filter: safe as it is
  markdown,
  xml,
  csv,
  ics,
  text,
};

enum class Opcode : std::uint8_t {
  text,          ///< a: index into Routine::texts
  output,        ///< a: expression; escaping
  jump,          ///< b: instruction
  jump_unless,   ///< a: expression, b: instruction
  loop,          ///< a: index into Routine::loops; the bodies follow
  recurse,       ///< a: expression, b: index into Routine::loops
  assign,        ///< a: symbol, b: expression, c: 1 when the template itself owns the name
  enter_with,    ///< the next a instructions are assigns, evaluated before any is made
  leave_with,    ///< ends the names set since
  call_block,    ///< a: routine; sees only the template's own names
  call_scoped,   ///< a: routine; sees all names of the caller
  call_include,  ///< a: routine; likewise
};

struct Instruction {
  Opcode opcode = Opcode::text;
  Escaping escaping = Escaping::html_text;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

/// A for loop. Its body is [body, otherwise) of the routine's code, its else part [otherwise, end).
struct Loop {
  std::vector<SymbolId> targets;  ///< more than one unpacks each item
  ExpressionId items = none;
  ExpressionId condition = none;  ///< of `for x in xs if condition`
  std::uint32_t body = 0;
  std::uint32_t otherwise = 0;
  std::uint32_t end = 0;
  Place place;
};

struct Routine {
  std::vector<Instruction> code;
  std::vector<std::string_view> texts;  ///< into the sources
  std::vector<Loop> loops;
  std::uint32_t source = 0;
};

struct Program {
  std::vector<std::shared_ptr<const SourceText>> sources;
  std::vector<std::string> symbols;
  std::deque<Value> constants;  ///< a deque: a growing one keeps its values in place
  std::vector<Expression> expressions;
  std::vector<ExpressionId> arguments;
  std::deque<Routine> routines;
  std::map<std::string, std::uint32_t, std::less<>> roots;  ///< template name → routine
  TextLocale locale;
  MarkdownFilter markdown;
};

}  // namespace stagecraft::language
