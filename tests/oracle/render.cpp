// Renders what tests/oracle/compare.py asks for: one JSON object per line in
// ({"templates": {name: text}, "name": …, "view": "…"}), one per line out: {"output": …} or
// {"errors": […]}, and with either {"escapings": [[template, offset, escaping]…]}: how each output
// that starts at that byte is made safe.
#include <array>
#include <iostream>
#include <string>

#include "render/template/linker.h"
#include "render/template/template_set.h"
#include "support/json_view.h"

namespace {

using namespace stagecraft;
using namespace stagecraft::language;

constexpr std::array<std::string_view, 13> escaping_names{
    "html_text",   "html_plain", "html_attribute", "url_start", "url_path", "url_query",
    "url_address", "data",       "markdown",       "xml",       "csv",      "ics",
    "text"};

/// Markdown is no part of the language: on both sides these words stand for all of it.
MarkdownOutcome own_words(const MarkdownText&) { return {{"Own words", "Own words"}, {}, {}}; }

nlohmann::json escapings_of(const TemplateSources& sources) {
  Program program;
  program.markdown = own_words;
  Symbols symbols(program);
  Diagnostics unreported;
  for (const auto& [name, source] : sources) program.sources.push_back(source);
  TemplateErrors errors(program.sources, unreported);
  std::vector<TemplateTree> trees;
  for (const auto& [name, source] : sources)
    trees.push_back(
        parse_template(name, static_cast<std::uint32_t>(trees.size()), program, symbols, errors));
  TemplateGraph graph(trees);
  graph.check(errors);
  if (errors.any()) return nlohmann::json::array();
  link_templates(graph, program, errors);
  nlohmann::json result = nlohmann::json::array();
  for (const Routine& routine : program.routines) {
    for (const Instruction& instruction : routine.code) {
      if (instruction.opcode != Opcode::output) continue;
      const Place& place = program.expressions[instruction.a].place;
      result.push_back({program.sources[place.source]->path(), place.offset,
                        escaping_names[static_cast<std::size_t>(instruction.escaping)]});
    }
  }
  return result;
}

nlohmann::json errors_of(const Diagnostics& diagnostics) {
  nlohmann::json result = nlohmann::json::array();
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    result.push_back(format_diagnostic(diagnostic));
  return {{"errors", result}};
}

nlohmann::json rendered(const TemplateSources& sources, const std::string& name,
                        const std::string& view_text) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(sources, diagnostics, {{}, own_words});
  if (!set || !set->contains(name)) return errors_of(diagnostics);
  const auto view = tests::view_from_json(view_text);
  if (!view) return {{"errors", {"the view is not well formed"}}};
  const auto output = set->render(name, *view, "/oracle/", diagnostics);
  if (!output) return errors_of(diagnostics);
  return {{"output", *output}};
}

nlohmann::json answer(const nlohmann::json& question) {
  TemplateSources sources;
  for (const auto& [name, text] : question["templates"].items())
    sources[name] = std::make_shared<SourceText>(name, text.get<std::string>());
  nlohmann::json result = rendered(sources, question["name"], question["view"]);
  if (question.contains("escapings")) result["escapings"] = escapings_of(sources);
  return result;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const nlohmann::json result = answer(nlohmann::json::parse(line));
    std::cout << result.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
  }
}
