#include "render/template/template_set.h"

#include <cassert>

#include "render/template/linker.h"
#include "render/template/renderer.h"

namespace stagecraft {

using namespace language;

struct TemplateSet::Parsed {
  Program program;
};

TemplateSet::TemplateSet(std::unique_ptr<const Parsed> parsed) : parsed_(std::move(parsed)) {}
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

std::optional<TemplateSet> TemplateSet::parse(const TemplateSources& sources,
                                              Diagnostics& diagnostics, TemplateOptions options) {
  auto parsed = std::make_unique<Parsed>();
  Program& program = parsed->program;
  program.locale = std::move(options.locale);
  program.markdown = std::move(options.markdown);
  Symbols symbols(program);
  for (const auto& [name, source] : sources) program.sources.push_back(source);

  TemplateErrors errors(program.sources, diagnostics);
  std::vector<TemplateTree> trees;
  std::uint32_t index = 0;
  for (const auto& [name, source] : sources)
    trees.push_back(parse_template(name, index++, program, symbols, errors));

  TemplateGraph graph(trees);
  graph.check(errors);
  if (graph.ends()) link_templates(graph, program, errors);
  if (errors.any()) return std::nullopt;
  return TemplateSet(std::move(parsed));
}

bool TemplateSet::contains(std::string_view name) const {
  return parsed_->program.roots.contains(name);
}

std::optional<std::string> TemplateSet::render(std::string_view name, const Value& view,
                                               std::string_view page,
                                               Diagnostics& diagnostics) const {
  const Program& program = parsed_->program;
  const auto root = program.roots.find(name);
  assert(root != program.roots.end());
  try {
    return render_routine(program, root->second, view);
  } catch (RenderFailure& failure) {
    const SourceText* source = program.sources[failure.place.source].get();
    std::erase(failure.notes, std::string());
    failure.notes.push_back("while rendering '" + std::string(page) + "'");
    diagnostics.error({source, failure.place.offset, failure.place.length}, failure.message,
                      std::move(failure.notes));
    return std::nullopt;
  }
}

}  // namespace stagecraft
