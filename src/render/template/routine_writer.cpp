#include "render/template/routine_writer.h"

#include "render/template/filters.h"
#include "render/template/markdown_context.h"
#include "render/template/template_graph.h"

namespace stagecraft::language {
RoutineWriter::RoutineWriter(RoutineSource& source, const Program& program, TemplateErrors& errors,
                             const Lineage& lineage, std::size_t level, const Statement* block,
                             HtmlState state)
    : source_(source),
      program_(program),
      errors_(errors),
      lineage_(lineage),
      level_(level),
      block_(block),
      state_(std::move(state)),
      escaping_(file_escaping(lineage[level]->name).value_or(Escaping::text)) {
  routine_.source = lineage[level]->source;
}

void RoutineWriter::write(const std::vector<Statement>& body) {
  for (const Statement& statement : body) write(statement);
}

void RoutineWriter::write(const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::text:
      write_text(statement);
      return;
    case StatementKind::output:
      write_output(statement);
      return;
    case StatementKind::super:
      write_super(statement);
      return;
    case StatementKind::recurse:
      write_recurse(statement);
      return;
    case StatementKind::conditional:
      write_conditional(statement);
      return;
    case StatementKind::loop:
      write_loop(statement);
      return;
    case StatementKind::block:
      write_block(statement);
      return;
    case StatementKind::include:
      write_include(statement);
      return;
    case StatementKind::with:
      write_with(statement);
      return;
    case StatementKind::assign:
      emit(Opcode::assign, statement.symbols[0], statement.expression,
           statement.is_top_level ? 1 : 0);
      return;
  }
}

std::uint32_t RoutineWriter::emit(Opcode opcode, std::uint32_t a, std::uint32_t b,
                                  std::uint32_t c) {
  routine_.code.push_back({opcode, escaping_, a, b, c});
  return here() - 1;
}

void RoutineWriter::refuse(const Place& place, const HtmlRefusal& refusal) {
  errors_.at(place, refusal.message, {refusal.note});
}

void RoutineWriter::write_text(const Statement& statement) {
  emit(Opcode::text, static_cast<std::uint32_t>(routine_.texts.size()));
  routine_.texts.push_back(statement.text);
  if (escaping_ != Escaping::html_text && escaping_ != Escaping::markdown) return;
  HtmlStep step = escaping_ == Escaping::markdown ? markdown_after_text(state_, statement.text)
                                                  : html_after_text(state_, statement.text);
  if (step.mistake) {
    const auto offset = static_cast<std::uint32_t>(step.mistake_offset);
    refuse({statement.place.source, statement.place.offset + offset, 1}, *step.mistake);
  }
  state_ = std::move(step.state);
}

bool RoutineWriter::makes_json(ExpressionId id) const {
  if (id == none) return true;  // a mistake in it has been reported
  const Expression& expression = program_.expressions[id];
  return expression.kind == ExpressionKind::filter && filters()[expression.b].makes_json;
}

void RoutineWriter::write_output(const Statement& statement) {
  const std::uint32_t at = emit(Opcode::output, statement.expression);
  HtmlRefusal refusal;
  const std::optional<Escaping> chosen = output_escaping(statement.expression, refusal);
  if (!chosen) refuse(statement.place, refusal);
  routine_.code[at].escaping = chosen.value_or(escaping_);
  state_ = html_after_output(std::move(state_));
}

std::optional<Escaping> RoutineWriter::output_escaping(ExpressionId expression,
                                                       HtmlRefusal& refusal) const {
  switch (escaping_) {
    case Escaping::html_text:
      return html_escaping(state_, makes_json(expression), refusal);
    case Escaping::markdown:
      return markdown_escaping(state_, refusal);
    case Escaping::data:
      if (makes_json(expression)) return escaping_;
      refusal = {"an output of a JSON template ends with '| json'", ""};
      return std::nullopt;
    default:
      return escaping_;
  }
}

void RoutineWriter::write_super(const Statement& statement) {
  const std::vector<BlockDefinition> definitions = definitions_of(block_->name);
  for (const BlockDefinition& definition : definitions) {
    if (definition.level <= level_) continue;
    call(Opcode::call_block, source_.routine_of_block(definition, lineage_, state_));
    return;
  }
  errors_.at(statement.place, "there is no block " + in_quotes(block_->name) + " above this one");
}

void RoutineWriter::write_recurse(const Statement& statement) {
  if (loops_.empty()) return;  // a mistake in the loop has been reported
  emit(Opcode::recurse, statement.expression, loops_.back().index);
  if (state_ == loops_.back().state) return;
  errors_.at(statement.place, "the loop cannot call itself from another place in HTML",
             {"it starts " + describe(loops_.back().state) + ", this stands " + describe(state_)});
}

void RoutineWriter::join(std::optional<HtmlState>& joined, const Place& place) {
  if (!joined) {
    joined = state_;
    return;
  }
  std::optional<HtmlState> both = html_joined(*joined, state_);
  if (!both) {
    errors_.at(place, "the ways through this tag end at different places in HTML",
               {"one " + describe(*joined) + ", one " + describe(state_)});
    return;
  }
  joined = std::move(both);
}

void RoutineWriter::write_conditional(const Statement& statement) {
  const HtmlState start = state_;
  std::optional<HtmlState> joined;
  std::vector<std::uint32_t> exits;
  bool has_else = false;
  for (const Branch& branch : statement.branches) {
    state_ = start;
    has_else = has_else || branch.condition == none;
    const bool is_tested = branch.condition != none;
    const std::uint32_t test = is_tested ? emit(Opcode::jump_unless, branch.condition) : 0;
    write(branch.body);
    join(joined, statement.place);
    if (!is_tested) continue;
    exits.push_back(emit(Opcode::jump));
    routine_.code[test].b = here();
  }
  for (const std::uint32_t exit : exits) routine_.code[exit].b = here();
  if (!has_else) {
    state_ = start;
    join(joined, statement.place);
  }
  state_ = *joined;
}

void RoutineWriter::write_loop(const Statement& statement) {
  const auto index = static_cast<std::uint32_t>(routine_.loops.size());
  Loop loop;
  loop.targets = statement.symbols;
  loop.items = statement.expression;
  loop.condition = statement.condition;
  loop.place = statement.place;
  routine_.loops.push_back(std::move(loop));
  emit(Opcode::loop, index);
  routine_.loops[index].body = here();
  const HtmlState start = state_;
  write_loop_body(statement, index);
  routine_.loops[index].otherwise = here();
  std::optional<HtmlState> joined = state_;
  state_ = start;
  write(statement.otherwise);
  join(joined, statement.place);
  routine_.loops[index].end = here();
  state_ = *joined;
}

// The body follows what stands before the loop, and it follows itself. When these are different
// places in HTML it is written again, for both at once.
void RoutineWriter::write_loop_body(const Statement& statement, std::uint32_t index) {
  for (;;) {
    const HtmlState start = state_;
    const std::uint32_t begin = here();
    loops_.push_back({index, start});
    write(statement.body);
    loops_.pop_back();
    const std::optional<HtmlState> joined = html_joined(start, state_);
    if (!joined) {
      errors_.at(statement.place, "the ways through this tag end at different places in HTML",
                 {"one " + describe(start) + ", one " + describe(state_)});
    }
    if (!joined || *joined == start) return;
    state_ = *joined;
    routine_.code.resize(begin);
  }
}

void RoutineWriter::write_block(const Statement& statement) {
  const std::vector<BlockDefinition> definitions = definitions_of(statement.name);
  call(statement.is_scoped ? Opcode::call_scoped : Opcode::call_block,
       source_.routine_of_block(definitions.front(), lineage_, state_));
}

void RoutineWriter::write_include(const Statement& statement) {
  call(Opcode::call_include, source_.routine_of_template(statement.name, state_));
}

void RoutineWriter::call(Opcode opcode, const LinkedRoutine& called) {
  emit(opcode, called.index);
  state_ = called.end;
}

void RoutineWriter::write_with(const Statement& statement) {
  emit(Opcode::enter_with, static_cast<std::uint32_t>(statement.symbols.size()));
  for (std::size_t i = 0; i < statement.symbols.size(); ++i)
    emit(Opcode::assign, statement.symbols[i], statement.values[i]);
  write(statement.body);
  emit(Opcode::leave_with);
}

std::vector<BlockDefinition> RoutineWriter::definitions_of(const std::string& name) const {
  std::vector<BlockDefinition> result;
  for (std::size_t level = 0; level < lineage_.size(); ++level)
    if (const Statement* block = find_block(lineage_[level]->body, name))
      result.push_back({block, level});
  return result;
}

}  // namespace stagecraft::language
