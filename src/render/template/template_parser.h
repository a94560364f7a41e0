// One template in, its tree of statements out. What a tag includes or extends stays a name here.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/template/expression_parser.h"
#include "render/template/program.h"
#include "render/template/template_errors.h"

namespace stagecraft::language {

enum class StatementKind {
  text,
  output,
  super,
  recurse,
  conditional,
  loop,
  block,
  include,
  assign,
  with,
};

struct Statement;
using Statements = std::vector<Statement>;

struct Branch {
  ExpressionId condition = none;  ///< none: `else`
  std::vector<Statement> body;
};

struct Statement {
  StatementKind kind = StatementKind::text;
  Place place;
  std::string_view text;             ///< of a text; into the source
  ExpressionId expression = none;    ///< output, recurse, assign, a loop's items
  ExpressionId condition = none;     ///< `for x in xs if condition`
  std::vector<SymbolId> symbols;     ///< loop targets; what assign and with set
  std::vector<ExpressionId> values;  ///< what with sets them to
  std::string name;                  ///< of a block, an included template
  bool is_scoped = false;            ///< a block that sees the names around it
  bool is_top_level = false;         ///< an assign outside every block, loop and with
  std::vector<Branch> branches;      ///< of a conditional
  std::vector<Statement> body;       ///< of a loop, block, with
  std::vector<Statement> otherwise;  ///< of a loop
};

struct TemplateTree {
  std::string name;
  std::uint32_t source = 0;
  std::string extends;  ///< empty: extends nothing
  Place extends_place;
  std::vector<Statement> body;
};

/// The block `name` in `body`, however deep; null when there is none.
const Statement* find_block(const std::vector<Statement>& body, std::string_view name);

/// The tree of source number `source_index`, which is the template `name`.
TemplateTree parse_template(const std::string& name, std::uint32_t source_index, Program& program,
                            Symbols& symbols, TemplateErrors& errors);

}  // namespace stagecraft::language
