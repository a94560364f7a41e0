// Expressions in, operands out, for one rendering: the names in scope, the loops that run, the
// temporaries. One per call of TemplateSet::render, on that caller's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/template/operand.h"
#include "render/template/program.h"

namespace stagecraft::language {

/// What stops a rendering. Thrown inside this folder, caught by TemplateSet::render.
struct RenderFailure {
  Place place;
  std::string message;
  std::vector<std::string> notes;
};

constexpr std::size_t text_limit = 32u << 20;  ///< bytes of an output, and of its temporaries

/// One run of a `for`.
struct LoopRun {
  Operand items;
  std::size_t index = 0;
  std::size_t length = 0;
  std::size_t depth0 = 0;
  std::optional<ValueList> last_changed;  ///< what loop.changed was given before
};

/// The names that templates set: loop targets, `set`, `with`. The view's names come after them.
class Scope {
 public:
  const Operand* find(SymbolId symbol) const {
    for (std::size_t i = names_.size(); i > floor_; --i)
      if (names_[i - 1].symbol == symbol) return &names_[i - 1].value;
    return nullptr;
  }

  void push(SymbolId symbol, Operand value) { names_.push_back({symbol, value}); }

  /// Sets `symbol` in the innermost scope, which starts at `scope_start`.
  void assign(SymbolId symbol, Operand value, std::size_t scope_start);

  std::size_t size() const { return names_.size(); }
  void truncate(std::size_t size) { names_.resize(size); }
  std::vector<SymbolId> visible() const;

  /// What a template itself owns: the names that its blocks can see. [floor, owned) of the names.
  struct Frame {
    std::size_t floor, owned, size;
  };
  Frame frame() const { return {floor_, owned_, names_.size()}; }
  void own_all() { owned_ = names_.size(); }
  void enter_block();  ///< from here on only what the template owns can be seen
  void restore(const Frame& frame);

 private:
  struct Name {
    SymbolId symbol = none;
    Operand value;
  };
  std::vector<Name> names_;
  std::size_t floor_ = 0;
  std::size_t owned_ = 0;
};

class Evaluation {
 public:
  Evaluation(const Program& program, const Value& view);

  Operand value_of(ExpressionId id);

  /// `operand`, which `id` gave; an undefined one is a failure.
  Operand defined(Operand operand, ExpressionId id) const;

  const Program& program() const { return program_; }
  const Expression& expression(ExpressionId id) const { return program_.expressions[id]; }

  /// Fails when temporaries have grown beyond their limit.
  Operand new_text(std::string text, const Place& place);
  Operand new_markup(Markup markup, const Place& place);
  Operand new_number(const Exact& value, const Place& place);
  Operand new_list(OperandList list) { return temporaries.list(std::move(list)); }

  /// `operand.name`, undefined (for expression `id`) when there is none.
  Operand member(const Operand& operand, std::string_view name, ExpressionId id) const;
  Operand element(const Operand& operand, const Operand& key, ExpressionId id) const;

  Scope scope;
  Temporaries temporaries;
  std::vector<LoopRun> loops;

 private:
  Operand name(const Expression& expression, ExpressionId id) const;
  Operand list(const Expression& expression);
  Operand arithmetic(const Expression& expression);
  Operand exact_arithmetic(const Expression& expression, const Operand& left, const Operand& right);
  Operand comparison(const Expression& expression);
  bool contains(const Operand& container, const Operand& item, const Expression& expression) const;
  Operand concatenation(const Expression& expression);
  Operand negation(const Expression& expression);
  Operand conditional(const Expression& expression, ExpressionId id);
  Operand loop_field(const Expression& expression, ExpressionId id) const;
  Operand loop_cycle(const Expression& expression);
  Operand loop_changed(const Expression& expression);
  [[noreturn]] void fail_undefined(const Operand& operand, ExpressionId id) const;

  const Program& program_;
  Operand view_;
};

/// `operand` as it is written in text: a text as it is, a number as a plain decimal (or a fraction
/// when no decimal is exact). Nothing for anything else: only these can be shown.
std::optional<std::string> shown_text(const Operand& operand);

}  // namespace stagecraft::language
