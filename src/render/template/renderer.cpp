// The loop that writes pages. What makes it fast, in the order of what it saves:
//
// 1. The view is never copied. An Operand is three words that point into it, so `{{ kpi.title }}`
//    is two look-ups and one append. A tree of JSON objects made for the templates would cost more
//    than the rendering.
// 2. Nothing is decided twice. How an output is escaped, which block a page shows, where a branch
//    goes: all is in the instructions, which are flat arrays read from front to back.
// 3. Most outputs make no temporaries. When one does (a filter, a sum), the temporaries are a stack
//    that is cut back after the statement; when none does, that is one comparison.
// 4. Escaping appends runs: it looks for the next character that needs a reference and appends all
//    before it at once. It is the largest single cost, about a quarter of a page, and plain appends
//    have it as well.
// 5. Names are numbers. A loop variable is found by comparing integers, from the innermost scope
//    out, and there are rarely more than four. Members of the view are found by comparing names in
//    order: maps are small, and no index has to be kept for them.
//
// tests/bench/template compares a page of 17 KB with plain appends and with Jinja2.
#include "render/template/renderer.h"

#include "render/template/escape.h"

namespace stagecraft::language {
namespace {

constexpr std::size_t step_limit = 5'000'000;  // loop runs and includes of one rendering
constexpr std::size_t recursion_limit = 100;   // of loop(…)

class Renderer {
 public:
  Renderer(const Program& program, const Value& view)
      : program_(program), evaluation_(program, view) {}

  std::string render(std::uint32_t routine) {
    output_.reserve(std::size_t{16} << 10);
    run(program_.routines[routine]);
    return std::move(output_);
  }

 private:
  void run(const Routine& routine) {
    run(routine, 0, static_cast<std::uint32_t>(routine.code.size()));
  }

  void run(const Routine& routine, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end; ++at) {
      const Instruction& instruction = routine.code[at];
      switch (instruction.opcode) {
        case Opcode::text:
          output_ += routine.texts[instruction.a];
          break;
        case Opcode::output:
          write(instruction);
          break;
        case Opcode::jump:
          at = instruction.b - 1;
          break;
        case Opcode::jump_unless:
          if (!is_true(instruction.a)) at = instruction.b - 1;
          break;
        case Opcode::loop:
          run_loop(routine, routine.loops[instruction.a], routine.loops[instruction.a].items, 0);
          at = routine.loops[instruction.a].end - 1;
          break;
        case Opcode::recurse:
          recurse(routine, instruction);
          break;
        case Opcode::assign:
          assign(instruction);
          break;
        case Opcode::enter_with:
          enter_with(&instruction + 1, instruction.a);
          at += instruction.a;
          break;
        case Opcode::leave_with:
          evaluation_.scope.truncate(scope_starts_.back());
          scope_starts_.pop_back();
          break;
        default:
          call(instruction);
          break;
      }
    }
  }

  bool is_true(ExpressionId id) {
    const Temporaries::Mark mark = evaluation_.temporaries.mark();
    const bool result = evaluation_.defined(evaluation_.value_of(id), id).is_true();
    evaluation_.temporaries.release(mark);
    return result;
  }

  void assign(const Instruction& instruction) {
    const Operand value = evaluation_.value_of(instruction.b);  // may be undefined until it is used
    const std::size_t start = scope_starts_.empty() ? 0 : scope_starts_.back();
    evaluation_.scope.assign(instruction.a, value, start);
    if (instruction.c == 1) evaluation_.scope.own_all();
  }

  void enter_with(const Instruction* assigns, std::uint32_t count) {
    OperandList values;
    for (std::uint32_t i = 0; i < count; ++i) values.push_back(evaluation_.value_of(assigns[i].b));
    scope_starts_.push_back(evaluation_.scope.size());
    for (std::uint32_t i = 0; i < count; ++i) evaluation_.scope.push(assigns[i].a, values[i]);
  }

  void count_step(const Place& place) {
    if (++steps_ > step_limit)
      throw RenderFailure{place, "rendering takes more than 5 million steps", {}};
  }

  void call(const Instruction& instruction) {
    const Routine& routine = program_.routines[instruction.a];
    count_step({routine.source, 0, 0});
    const Scope::Frame frame = evaluation_.scope.frame();
    const Temporaries::Mark mark = evaluation_.temporaries.mark();
    if (instruction.opcode == Opcode::call_block)
      evaluation_.scope.enter_block();
    else
      evaluation_.scope.own_all();
    scope_starts_.push_back(evaluation_.scope.size());
    run(routine);
    scope_starts_.pop_back();
    evaluation_.scope.restore(frame);
    evaluation_.temporaries.release(mark);
  }

  void recurse(const Routine& routine, const Instruction& instruction) {
    const std::size_t depth = evaluation_.loops.back().depth0 + 1;
    if (depth >= recursion_limit) {
      throw RenderFailure{evaluation_.expression(instruction.a).place,
                          "the loop calls itself more than 100 deep",
                          {}};
    }
    run_loop(routine, routine.loops[instruction.b], instruction.a, depth);
  }

  void run_loop(const Routine& routine, const Loop& loop, ExpressionId items, std::size_t depth) {
    const Temporaries::Mark mark = evaluation_.temporaries.mark();
    const Operand list = loop_items(loop, items);
    const std::size_t length = list.list_size();
    if (length == 0) {
      run_scoped(routine, loop.otherwise, loop.end);
    } else {
      evaluation_.loops.push_back({list, 0, length, depth, std::nullopt});
      const Temporaries::Mark item_mark = evaluation_.temporaries.mark();
      const std::size_t names = evaluation_.scope.size();
      scope_starts_.push_back(names);
      for (std::size_t i = 0; i < length; ++i) {
        count_step(loop.place);
        evaluation_.loops.back().index = i;
        bind(loop, list.list_item(i));
        run(routine, loop.body, loop.otherwise);
        evaluation_.scope.truncate(names);
        evaluation_.temporaries.release(item_mark);
      }
      scope_starts_.pop_back();
      evaluation_.loops.pop_back();
    }
    evaluation_.temporaries.release(mark);
  }

  void run_scoped(const Routine& routine, std::uint32_t begin, std::uint32_t end) {
    const std::size_t names = evaluation_.scope.size();
    scope_starts_.push_back(names);
    run(routine, begin, end);
    scope_starts_.pop_back();
    evaluation_.scope.truncate(names);
  }

  /// The list that a loop goes through: what `condition` leaves of `items`.
  Operand loop_items(const Loop& loop, ExpressionId items) {
    const Operand list = evaluation_.defined(evaluation_.value_of(items), items);
    if (!list.is_list()) {
      throw RenderFailure{
          evaluation_.expression(items).place,
          "'for' goes through lists, this is " + std::string(list.kind_name()),
          {list.is(OperandKind::map) ? "write '| items' for names and values" : ""}};
    }
    if (loop.condition == none) return list;
    OperandList kept;
    const std::size_t names = evaluation_.scope.size();
    for (std::size_t i = 0; i < list.list_size(); ++i) {
      count_step(loop.place);
      const Operand item = list.list_item(i);
      bind(loop, item);
      if (is_true(loop.condition)) kept.push_back(item);
      evaluation_.scope.truncate(names);
    }
    return evaluation_.new_list(std::move(kept));
  }

  void bind(const Loop& loop, const Operand& item) {
    if (loop.targets.size() == 1) {
      evaluation_.scope.push(loop.targets[0], item);
      return;
    }
    if (!item.is_list() || item.list_size() != loop.targets.size()) {
      throw RenderFailure{loop.place,
                          "an item of this loop cannot be taken apart into " +
                              std::to_string(loop.targets.size()) + " names",
                          {}};
    }
    for (std::size_t i = 0; i < loop.targets.size(); ++i)
      evaluation_.scope.push(loop.targets[i], item.list_item(i));
  }

  void write(const Instruction& instruction) {
    const Temporaries::Mark mark = evaluation_.temporaries.mark();
    const Operand value = evaluation_.defined(evaluation_.value_of(instruction.a), instruction.a);
    if (value.is(OperandKind::text)) {
      append(instruction.escaping, value.as_text());
    } else if (value.is(OperandKind::markup)) {
      write_markup(instruction, value.as_markup());
    } else if (const auto text = shown_text(value)) {
      append(instruction.escaping, *text);
    } else {
      throw RenderFailure{
          evaluation_.expression(instruction.a).place,
          "only texts and numbers can be shown, this is " + std::string(value.kind_name()),
          {}};
    }
    evaluation_.temporaries.release(mark);
    if (output_.size() > text_limit) {
      throw RenderFailure{
          evaluation_.expression(instruction.a).place, "the page grows beyond 32 MB", {}};
    }
  }

  void write_markup(const Instruction& instruction, const Markup& markup) {
    switch (instruction.escaping) {
      case Escaping::html_text:
        output_ += markup.html;
        return;
      case Escaping::xml:
        append_xml(output_, markup.html);
        return;
      case Escaping::markdown:
        if (!markup.markdown.empty() || markup.html.empty()) {
          output_ += markup.markdown;
          return;
        }
        [[fallthrough]];
      default:
        throw RenderFailure{evaluation_.expression(instruction.a).place,
                            "markup cannot stand here",
                            {"it can stand in the text of an HTML template"}};
    }
  }

  void append(Escaping escaping, std::string_view text) {
    switch (escaping) {
      case Escaping::html_text:
      case Escaping::html_plain:
      case Escaping::html_attribute:
        append_html(output_, text);
        return;
      case Escaping::url_start:
        append_url(output_, text);
        return;
      case Escaping::url_path:
        append_url_path(output_, text);
        return;
      case Escaping::url_query:
        append_url_component(output_, text);
        return;
      case Escaping::url_address:
        append_url_address(output_, text);
        return;
      case Escaping::data:
        output_ += text;
        return;
      case Escaping::markdown:
        append_markdown(output_, text);
        return;
      case Escaping::xml:
        append_xml(output_, text);
        return;
      case Escaping::csv:
        append_csv(output_, text);
        return;
      case Escaping::ics:
        append_ics(output_, text);
        return;
      case Escaping::text:
        append_plain(output_, text);
        return;
    }
  }

  const Program& program_;
  Evaluation evaluation_;
  std::vector<std::size_t> scope_starts_;  // of the scopes that are open
  std::string output_;
  std::size_t steps_ = 0;
};

}  // namespace

std::string render_routine(const Program& program, std::uint32_t routine, const Value& view) {
  return Renderer(program, view).render(routine);
}

}  // namespace stagecraft::language
