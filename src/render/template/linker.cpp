#include "render/template/linker.h"

#include <map>

#include "render/template/routine_writer.h"

namespace stagecraft::language {
namespace {

constexpr std::size_t depth_limit = 100;  // of blocks and includes in each other
constexpr std::size_t routine_limit = 200'000;

/// What decides a routine: whose statements, for which template, from which place in HTML on.
struct RoutineKey {
  const Statements* body = nullptr;
  const TemplateTree* leaf = nullptr;
  HtmlState state;

  auto operator<=>(const RoutineKey&) const = default;
};

class Linker : public RoutineSource {
 public:
  Linker(const TemplateGraph& graph, Program& program, TemplateErrors& errors)
      : graph_(graph), program_(program), errors_(&errors) {}

  void run() {
    for (const auto& [name, tree] : graph_.trees())
      if (!graph_.is_included(name)) link_root(*tree);
    link_included_roots();
  }

  LinkedRoutine routine_of_template(std::string_view name, const HtmlState& state) override {
    const TemplateTree* tree = graph_.find(name);
    if (!tree) return {0, state};  // reported by the graph
    Lineage lineage{tree};
    while (const TemplateTree* above = graph_.find(lineage.back()->extends))
      lineage.push_back(above);
    return link(lineage.back()->body, lineage, lineage.size() - 1, nullptr, state);
  }

  LinkedRoutine routine_of_block(const BlockDefinition& definition, const Lineage& lineage,
                                 const HtmlState& state) override {
    return link(definition.block->body, lineage, definition.level, definition.block, state);
  }

 private:
  LinkedRoutine link(const Statements& body, const Lineage& lineage, std::size_t level,
                     const Statement* block, const HtmlState& state) {
    const RoutineKey key{&body, lineage.front(), state};
    const auto known = routines_.find(key);
    if (known != routines_.end()) return known->second;
    if (depth_ >= depth_limit || program_.routines.size() >= routine_limit) {
      errors_->at({lineage[level]->source, 0, 0}, "blocks and includes are nested too deeply");
      return {0, state};
    }
    ++depth_;
    RoutineWriter writer(*this, program_, *errors_, lineage, level, block, state);
    writer.write(body);
    --depth_;
    program_.routines.push_back(writer.take());
    const LinkedRoutine linked{static_cast<std::uint32_t>(program_.routines.size() - 1),
                               writer.state()};
    return routines_.emplace(key, linked).first->second;
  }

  void link_root(const TemplateTree& tree) {
    const LinkedRoutine linked = routine_of_template(tree.name, {});
    if (linked.end.place != HtmlPlace::text) {
      const auto end = static_cast<std::uint32_t>(program_.sources[tree.source]->text().size());
      errors_->at({tree.source, end, 0}, "the page ends " + describe(linked.end));
    }
    program_.roots[tree.name] = linked.index;
  }

  // A template that others include is judged where it is used. It can be rendered by itself as well
  // when it is safe at the start of a page.
  void link_included_roots() {
    TemplateErrors* const reported = errors_;
    for (const auto& [name, tree] : graph_.trees()) {
      if (!graph_.is_included(name)) continue;
      Diagnostics unreported;
      TemplateErrors errors(program_.sources, unreported);
      errors_ = &errors;
      link_root(*tree);
      if (errors.any()) program_.roots.erase(name);
    }
    errors_ = reported;
  }

  const TemplateGraph& graph_;
  Program& program_;
  TemplateErrors* errors_;
  std::map<RoutineKey, LinkedRoutine> routines_;
  std::size_t depth_ = 0;
};

}  // namespace

void link_templates(const TemplateGraph& graph, Program& program, TemplateErrors& errors) {
  Linker(graph, program, errors).run();
}

}  // namespace stagecraft::language
