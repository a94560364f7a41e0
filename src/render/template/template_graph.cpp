#include "render/template/template_graph.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/suggest.h"

namespace stagecraft::language {
namespace {

constexpr std::size_t depth_limit = 30;

constexpr std::array<std::pair<std::string_view, Escaping>, 7> file_kinds{
    {{".html", Escaping::html_text},
     {".md", Escaping::markdown},
     {".xml", Escaping::xml},
     {".csv", Escaping::csv},
     {".ics", Escaping::ics},
     {".txt", Escaping::text},
     {".json", Escaping::data}}};

template <class Visit>
void for_each_include(const std::vector<Statement>& body, const Visit& visit) {
  for (const Statement& statement : body) {
    if (statement.kind == StatementKind::include) visit(statement);
    for_each_include(statement.body, visit);
    for_each_include(statement.otherwise, visit);
    for (const Branch& branch : statement.branches) for_each_include(branch.body, visit);
  }
}

void add_block_names(const std::vector<Statement>& body, std::vector<std::string>& names) {
  for (const Statement& statement : body) {
    if (statement.kind == StatementKind::block) names.push_back(statement.name);
    add_block_names(statement.body, names);
    add_block_names(statement.otherwise, names);
    for (const Branch& branch : statement.branches) add_block_names(branch.body, names);
  }
}

}  // namespace

std::optional<Escaping> file_escaping(std::string_view name) {
  for (const auto& [suffix, escaping] : file_kinds)
    if (name.ends_with(suffix)) return escaping;
  return std::nullopt;
}

TemplateGraph::TemplateGraph(const std::vector<TemplateTree>& trees) {
  for (const TemplateTree& tree : trees) trees_.emplace(tree.name, &tree);
}

const TemplateTree* TemplateGraph::find(std::string_view name) const {
  const auto found = trees_.find(name);
  return found == trees_.end() ? nullptr : found->second;
}

void TemplateGraph::check(TemplateErrors& errors) {
  for (const auto& [name, tree] : trees_) {
    check_names(*tree, errors);
    path_.assign(1, name);
    visited_.clear();
    find_circle(*tree, *tree, errors);
  }
  if (!ends_) return;
  for (const auto& [name, tree] : trees_) check_blocks(*tree, errors);
}

void TemplateGraph::check_blocks(const TemplateTree& tree, TemplateErrors& errors) const {
  if (tree.extends.empty()) return;
  std::vector<std::string> names;
  const TemplateTree* above = find(tree.extends);
  if (!above) return;
  for (; above; above = find(above->extends)) add_block_names(above->body, names);
  for (const Statement& statement : tree.body) {
    const bool is_lost = statement.kind == StatementKind::block && !statement.name.empty() &&
                         std::find(names.begin(), names.end(), statement.name) == names.end();
    if (!is_lost) continue;
    errors.at(statement.place,
              "no template above this one has a block " + in_quotes(statement.name),
              {choices_note(statement.name, names)});
  }
}

void TemplateGraph::check_names(const TemplateTree& tree, TemplateErrors& errors) {
  if (!file_escaping(tree.name)) {
    errors.at({tree.source, 0, 0}, "a template's name ends with the kind of file that it makes",
              {"one of: .html, .md, .xml, .csv, .ics, .txt, .json"});
  }
  if (!tree.extends.empty()) check_name(tree, tree.extends, tree.extends_place, errors);
  for_each_include(tree.body, [&](const Statement& include) {
    included_.insert(include.name);
    check_name(tree, include.name, include.place, errors);
  });
}

void TemplateGraph::check_name(const TemplateTree& tree, const std::string& name,
                               const Place& place, TemplateErrors& errors) {
  if (!find(name)) {
    std::vector<std::string> choices;
    for (const auto& [known, other] : trees_) choices.push_back(known);
    errors.at(place, "there is no template " + in_quotes(name), {choices_note(name, choices)});
  } else if (file_escaping(name) != file_escaping(tree.name)) {
    errors.at(place, in_quotes(name) + " makes another kind of file than " + in_quotes(tree.name),
              {"what is safe in one is not safe in the other"});
  }
}

void TemplateGraph::find_circle(const TemplateTree& start, const TemplateTree& tree,
                                TemplateErrors& errors) {
  if (path_.size() > depth_limit) {
    ends_ = false;
    errors.at({start.source, 0, 0}, "templates lead to each other more than 30 deep");
    return;
  }
  if (!tree.extends.empty()) follow(start, tree.extends, tree.extends_place, errors);
  for_each_include(tree.body, [&](const Statement& include) {
    follow(start, include.name, include.place, errors);
  });
}

void TemplateGraph::follow(const TemplateTree& start, const std::string& name, const Place& place,
                           TemplateErrors& errors) {
  const TemplateTree* next = find(name);
  if (!next) return;
  if (name == start.name) {
    ends_ = false;
    std::string circle;
    for (const std::string& one : path_) {
      if (one < start.name) return;  // reported once, from the first of its names
      circle += one + " → ";
    }
    errors.at(place, "templates lead to each other in a circle", {circle + name});
    return;
  }
  if (!visited_.insert(name).second) return;
  path_.push_back(name);
  find_circle(start, *next, errors);
  path_.pop_back();
}

}  // namespace stagecraft::language
