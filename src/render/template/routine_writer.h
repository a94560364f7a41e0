// The statements of one template body or block in, instructions out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/template/html_context.h"
#include "render/template/program.h"
#include "render/template/template_errors.h"
#include "render/template/template_parser.h"

namespace stagecraft::language {

/// A template with those that it extends, itself first.
using Lineage = std::vector<const TemplateTree*>;

/// One definition of a block in a lineage: the template at `level` of it.
struct BlockDefinition {
  const Statement* block = nullptr;
  std::size_t level = 0;
};

/// A routine and where in HTML it ends.
struct LinkedRoutine {
  std::uint32_t index = 0;
  HtmlState end;
};

/// What a routine calls, written on demand.
class RoutineSource {
 public:
  virtual ~RoutineSource() = default;
  virtual LinkedRoutine routine_of_template(std::string_view name, const HtmlState& state) = 0;
  virtual LinkedRoutine routine_of_block(const BlockDefinition& definition, const Lineage& lineage,
                                         const HtmlState& state) = 0;
};

class RoutineWriter {
 public:
  /// Writes for the template at `level` of `lineage`, from `state` on. `block`: the block whose
  /// body this is, null for a template's own body.
  RoutineWriter(RoutineSource& source, const Program& program, TemplateErrors& errors,
                const Lineage& lineage, std::size_t level, const Statement* block, HtmlState state);

  void write(const std::vector<Statement>& body);

  const HtmlState& state() const { return state_; }
  Routine take() { return std::move(routine_); }

 private:
  void write(const Statement& statement);
  void write_text(const Statement& statement);
  void write_output(const Statement& statement);
  void write_super(const Statement& statement);
  void write_recurse(const Statement& statement);
  void write_conditional(const Statement& statement);
  void write_loop(const Statement& statement);
  void write_loop_body(const Statement& statement, std::uint32_t index);
  void write_block(const Statement& statement);
  void write_include(const Statement& statement);
  void write_with(const Statement& statement);

  std::uint32_t emit(Opcode opcode, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0);
  std::uint32_t here() const { return static_cast<std::uint32_t>(routine_.code.size()); }
  void call(Opcode opcode, const LinkedRoutine& called);
  void join(std::optional<HtmlState>& joined, const Place& place);
  bool makes_json(ExpressionId id) const;
  std::optional<Escaping> output_escaping(ExpressionId expression, HtmlRefusal& refusal) const;
  std::vector<BlockDefinition> definitions_of(const std::string& name) const;
  void refuse(const Place& place, const HtmlRefusal& refusal);

  struct OpenLoop {
    std::uint32_t index;
    HtmlState state;
  };

  RoutineSource& source_;
  const Program& program_;
  TemplateErrors& errors_;
  const Lineage& lineage_;
  std::size_t level_;
  const Statement* block_;
  HtmlState state_;
  Escaping escaping_;
  std::vector<OpenLoop> loops_;
  Routine routine_;
};

}  // namespace stagecraft::language
