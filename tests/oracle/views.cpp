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

std::string name_of(PageKind kind) {
  switch (kind) {
    case PageKind::home:
      return "pages/home";
    case PageKind::model:
      return "pages/model";
    case PageKind::stage:
      return "pages/stage";
    case PageKind::part:
      return "pages/part";
    case PageKind::report:
      return "pages/report";
    case PageKind::content:
      return "pages/content";
    case PageKind::not_found:
      return "pages/not_found";
  }
  return {};
}

void print_views(const Project& project, Diagnostics& diagnostics) {
  const SitePlan plan = plan_site(project, evaluate_project(project), diagnostics);
  const auto templates = parse_templates(project, diagnostics);
  Json sources = Json::object();
  for (const auto& [name, source] : project.templates) sources[name] = source->text();
  std::cout << Json{{"templates", std::move(sources)}}.dump() << "\n";
  if (!templates) return;
  Wording wording(project.strings, project.settings.language);
  for (const PlannedPage& page : plan.pages) {
    const Value view =
        view_of(PageScope(project, plan, page, *templates, wording, diagnostics));
    for (const PageFile& file : page.files)
      if (file.form == PageForm::html || file.form == PageForm::markdown)
        std::cout << Json{{"name",
                           name_of(page.kind) + (file.form == PageForm::html ? ".html" : ".md")},
                          {"view", json_of(view, file.form)}}
                         .dump()
                  << "\n";
  }
  const Json indexes = json_of(index_view(project, plan), PageForm::html);
  for (const char* name : {"indexes/sitemap.xml", "indexes/robots.txt"})
    std::cout << Json{{"name", name}, {"view", indexes}}.dump() << "\n";
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
