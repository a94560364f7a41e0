// Prints the views of every page of a project and the program's own templates, a JSON document a
// line, for tests/oracle/compare.py: first {"templates": {name: text}}, then for each page
// {"name": template, "view": view}.
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "evaluate/evaluate_project.h"
#include "load/embedded_files.h"
#include "load/load_project.h"
#include "plan/plan_site.h"
#include "render/index_views.h"
#include "render/page_scope.h"
#include "render/page_views.h"
#include "render/site_notes.h"
#include "render/site_templates.h"

namespace {

using namespace stagecraft;
using Json = nlohmann::ordered_json;

Json json_of(const Value& value, PageForm form);

struct JsonMaker {
  PageForm form;

  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(bool value) const { return value; }
  Json operator()(std::int64_t value) const { return value; }
  Json operator()(const Exact& value) const { return {{"$exact", fraction_text(value)}}; }
  Json operator()(const std::string& value) const { return value; }
  Json operator()(const Markup& value) const {
    // Markdown templates are compared as plain text, where no markup may stand.
    if (form == PageForm::markdown && !value.markdown.empty()) return value.markdown;
    return {{"$markup", value.html}};
  }
  Json operator()(const ValueList& list) const {
    Json result = Json::array();
    for (const Value& item : list) result.push_back(json_of(item, form));
    return result;
  }
  Json operator()(const ValueMap& map) const {
    Json result = Json::object();
    for (const auto& [name, value] : map.members()) result[name] = json_of(value, form);
    return result;
  }
};

Json json_of(const Value& value, PageForm form) {
  return std::visit(JsonMaker{form}, value.storage());
}

void print_views(const Project& project, Diagnostics& diagnostics) {
  const SitePlan plan = plan_site(project, evaluate_project(project), diagnostics);
  const auto templates = parse_templates(project, diagnostics);
  Json sources = Json::object();
  for (const auto& [name, source] : project.templates) sources[name] = source->text();
  std::cout << Json{{"templates", std::move(sources)}}.dump() << "\n";
  if (!templates) return;
  Wording wording(project.strings, project.settings.language);
  const SiteNotes notes(plan.pages.size());
  for (const PlannedPage& page : plan.pages) {
    const Value view =
        view_of(PageScope(project, plan, page, *templates, notes, wording, diagnostics));
    for (const PageFile& file : page.files)
      if (file.form == PageForm::html || file.form == PageForm::markdown)
        std::cout << Json{{"name",
                           template_name(page.kind) +
                               (file.form == PageForm::html ? ".html" : ".md")},
                          {"view", json_of(view, file.form)}}
                         .dump()
                  << "\n";
  }
  for (const PlannedIndex& index : plan.indexes) {
    if (index.kind == IndexKind::search || index.kind == IndexKind::json_feed) continue;
    const Json view = json_of(index_view({project, plan, notes, wording}, index), PageForm::html);
    std::cout << Json{{"name", index_template(index.kind)}, {"view", view}}.dump() << "\n";
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  Diagnostics diagnostics;
  const DiskFiles files(arguments[1]);
  const auto project =
      load_project({files, ""}, {embedded_files(), "<built-in>/"}, {}, diagnostics);
  if (project) print_views(*project, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    std::cerr << format_diagnostic(diagnostic);
  return diagnostics.has_errors() ? 1 : 0;
}
