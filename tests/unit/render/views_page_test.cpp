// content/docs/views.md is the contract between views and templates: it names exactly what the
// views of real sites hold, and of which kind it is.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "evaluate/evaluate_project.h"
#include "feed/survey_catalogs.h"
#include "load/embedded_files.h"
#include "load/load_project.h"
#include "plan/plan_site.h"
#include "render/index_views.h"
#include "render/page_scope.h"
#include "render/site_notes.h"
#include "render/site_templates.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

std::filesystem::path repository() {
  std::filesystem::path path(__FILE__);
  for (int i = 0; i < 4; ++i) path = path.parent_path();
  return path;
}

std::string text_of(const std::filesystem::path& name) {
  std::ifstream file(repository() / name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The kinds of one view by dotted name, without the numbers of list elements.
using Names = std::map<std::string, std::string>;

// ---- what the page says

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream line(row.substr(1));
  for (std::string cell; std::getline(line, cell, '|');) {
    const std::size_t first = cell.find_first_not_of(' ');
    cells.push_back(first == std::string::npos
                        ? ""
                        : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
  }
  return cells;
}

/// The names between backticks; blanks around them do not count.
std::vector<std::string> names_in(const std::string& cell) {
  std::vector<std::string> names;
  std::istringstream parts(cell);
  bool inside = false;
  for (std::string part; std::getline(parts, part, '`'); inside = !inside)
    if (inside) names.push_back(part.substr(part.find_first_not_of(' ')));
  return names;
}

/// The names and kinds of all rows of the tables in `text`.
Names rows_of(const std::string& text) {
  Names names;
  std::string above;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = cells_of(line);
    std::string siblings;
    for (std::string name : names_in(cells.at(0))) {
      if (name.starts_with('.'))
        name.insert(0, siblings.empty() ? above : siblings);
      else if (siblings.empty())
        above = name;
      siblings = name.substr(0, name.find_last_of('.'));
      INFO(line);
      REQUIRE(names.emplace(name.starts_with('.') ? name.substr(1) : name, cells.at(1)).second);
    }
  }
  return names;
}

/// The sections of the page by their heading, without the template that it names.
std::map<std::string, Names> sections() {
  std::map<std::string, Names> found;
  std::istringstream lines(text_of("content/docs/views.md"));
  std::string heading, text;
  const auto close = [&] {
    if (!heading.empty()) found[heading.substr(0, heading.find(": `"))] = rows_of(text);
    text.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("## ") && !line.starts_with("### ")) {
      text += line + "\n";
      continue;
    }
    close();
    heading = line.substr(line.find(' ') + 1);
  }
  close();
  return found;
}

/// The shape that `kind` names ("list of actions" names the action), empty when it names none.
std::string shape_in(const std::string& kind) {
  for (const char* shape : {"stage reference", "chart", "action", "source", "claim", "section",
                            "group of files"})
    if (kind.starts_with(shape) || kind.starts_with("list of " + std::string(shape))) return shape;
  return {};
}

/// `names` with what stands below names that have a shape.
Names with_shapes(const Names& names, const std::map<std::string, Names>& all) {
  Names whole = names;
  for (const auto& [name, kind] : names) {
    if (shape_in(kind).empty()) continue;
    for (const auto& [below, kind_below] : with_shapes(all.at("Shape: " + shape_in(kind)), all))
      whole.emplace(name + "." + below, kind_below);
  }
  return whole;
}

Names documented(const std::vector<std::string>& headings) {
  const std::map<std::string, Names> all = sections();
  Names names;
  for (const std::string& heading : headings)
    for (const auto& [name, kind] : with_shapes(all.at(heading), all)) names[name] = kind;
  return names;
}

// ---- what the views hold

std::string kind_of(const Value& value) {
  const Value::Storage& storage = value.storage();
  if (std::holds_alternative<bool>(storage)) return "bool";
  if (std::holds_alternative<std::string>(storage)) return "text";
  if (std::holds_alternative<Markup>(storage)) return "markup";
  if (std::holds_alternative<ValueList>(storage)) return "list";
  if (std::holds_alternative<ValueMap>(storage)) return "map";
  return value.is_null() ? "null" : "number";
}

bool agrees(const std::string& kind, const Value& value) {
  const std::string actual = kind_of(value);
  if (actual == "null") return kind == "any" || kind.ends_with(" or null");
  if (kind == "any") return true;
  if (kind.starts_with("list")) return actual == "list";
  if (kind.starts_with("href")) return actual == "text" && value != Value("");
  if (kind.starts_with("map") || kind == "labels" || !shape_in(kind).empty())
    return actual == "map";
  return kind.starts_with(actual);
}

/// Notes in `seen` every name that `value` holds below `name` and in `wrong` what the page does not
/// say of it.
struct Comparison {
  const Names& documented;
  std::set<std::string> seen, wrong;

  void look(const std::string& name, const Value& value) {
    const auto row = documented.find(name);
    if (row != documented.end()) {
      if (!value.is_null()) seen.insert(name);
      if (!agrees(row->second, value))
        wrong.insert(name + " is " + kind_of(value) + ", not " + row->second);
      if (row->second == "any" || row->second == "labels") return;
    } else if (kind_of(value) != "map" || !is_above_a_documented_name(name)) {
      wrong.insert(name + " is not in the page");
    }
    look_below(name, value);
  }

  void look_below(const std::string& name, const Value& value) {
    if (const auto* map = std::get_if<ValueMap>(&value.storage()))
      for (const auto& [key, member] : map->members())
        look(name.empty() ? key : name + "." + key, member);
    if (const auto* list = std::get_if<ValueList>(&value.storage()))
      for (const Value& item : *list) look_at_item(name, item);
  }

  void look_at_item(const std::string& name, const Value& item) {
    const auto row = documented.find(name);
    const bool is_text = row != documented.end() && row->second == "list of text";
    const bool is_words = row != documented.end() && row->second == "list of words";
    if (is_words && kind_of(item) == "markup") return;
    if (kind_of(item) != (is_text || is_words ? "text" : "map"))
      wrong.insert(name + " holds a " + kind_of(item));
    look_below(name, item);
  }

  /// "site" and "page" have no row of their own.
  bool is_above_a_documented_name(const std::string& name) const {
    const auto next = documented.lower_bound(name + ".");
    return next != documented.end() && next->first.starts_with(name + ".");
  }

  /// What is wrong, and which of the `expected` names were never seen.
  std::string problems(const Names& expected) const {
    std::string text;
    for (const std::string& problem : wrong) text += problem + "\n";
    for (const auto& [name, kind] : expected)
      if (!seen.contains(name)) text += name + " is in no view\n";
    return text;
  }
};

// ---- real sites

const char* const settings = R"(title: Tea rooms
description: Which tea room is how good.
base_url: https://tea.example
brand: {name: Tea, logo: logo.svg}
models: [tea]
data_pages:
  - id: cups
    title: Cups
    from: cups.csv
    route: /cups/{id}/
    page_title: Cup {id}
    list: /cups/
    fields: {id: {type: id, required: yes}, seller: address}
)";

/// As many cups as make a list of two pages.
std::string cups() {
  std::string rows = "id,seller\n";
  for (int i = 0; i < 101; ++i) rows += "c" + std::to_string(i) + ",https://cups.example/\n";
  return rows;
}

const char* const bare_model = R"(id: tea
title: Tea
version: "1"
summary: How good the tea is.
stages:
  - {id: bag, title: Bag}
  - {id: pot, title: Pot}
)";

const char* const bare_assessment = R"(subject: {id: cosy, name: The Cosy}
date: 2026-09-15
model: tea
audience: public
answers: {}
)";

const char* const logo =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path d="M0 0h64v32z"/></svg>)";

const char* const content_page = R"(---
title: About
---

# How we work

{{< ladder model="tea" stage="pot" >}}
)";

struct Site {
  /// `prefix` leads to the catalogs of the site, which are read from the disk.
  Site(const FileReader& files, const std::string& prefix) {
    Diagnostics diagnostics;
    auto loaded = load_project({files, ""}, {embedded_files(), "<built-in>/"}, {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.sorted())
      UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(loaded);
    REQUIRE(feed::survey_catalogs(prefix, *loaded, diagnostics));
    project = std::move(*loaded);
    templates = parse_templates(project, diagnostics);
    REQUIRE(templates);
    plan = plan_site(project, evaluate_project(project), diagnostics);
  }

  Project project;
  SitePlan plan;
  std::optional<TemplateSet> templates;
};

/// The example site, one of a model that is nothing but stages, and one with open answers.
const std::vector<Site>& sites() {
  static const std::vector<Site> all = [] {
    const MemoryFiles bare{{{"site.yaml", settings},
                            {"content/models/tea/model.yaml", bare_model},
                            {"assessments/cosy.yaml", bare_assessment},
                            {"content/pages/about.md", content_page},
                            {"logo.svg", logo},
                            {"cups.csv", cups()},
                            {"themes/annual/site.js", "import './parts/one.js';"},
                            {"themes/annual/parts/one.js", ""}}};
    std::vector<Site> made;
    made.emplace_back(DiskFiles((repository() / "site").string()),
                      (repository() / "site").string() + "/");
    made.emplace_back(bare, "");
    return made;
  }();
  return all;
}

/// Looks at the views of all pages of the `kinds`.
void look_at_pages(Comparison& comparison, const std::set<PageKind>& kinds) {
  for (const Site& site : sites()) {
    Wording wording(site.project.strings, site.project.settings.language);
    Diagnostics diagnostics;
    const SiteNotes notes(site.plan.pages.size());
    for (const PlannedPage& page : site.plan.pages)
      if (kinds.contains(page.kind))
        comparison.look_below("", view_of(PageScope(site.project, site.plan, page, *site.templates,
                                                    notes, wording, diagnostics)));
    CHECK_FALSE(diagnostics.has_errors());
  }
}

/// What is wrong with the section `heading`, which is about pages of one `kind`.
std::string problems_with(PageKind kind, const std::string& heading) {
  const Names names = documented({"On every page", heading});
  Comparison comparison{names, {}, {}};
  look_at_pages(comparison, {kind});
  Names expected = documented({heading});
  // All that a section can hold is found on the pages of parts; others hold what they need.
  if (kind != PageKind::part)
    std::erase_if(expected, [](const auto& name) {
      return name.first.find(".sections.") != std::string::npos;
    });
  // Likewise the blocks of a portfolio. The example has one page of products, none of them with
  // questions, and declares no endpoint.
  for (const char* rare : {"portfolio.blocks.", "catalog.next", "catalog.previous",
                           "product.questions.", "capability_feed.endpoints."})
    std::erase_if(expected, [&](const auto& name) { return name.first.starts_with(rare); });
  // Only the list of all data leads from a group to more files.
  if (kind == PageKind::dataset)
    std::erase_if(expected, [](const auto& name) {
      return name.first.starts_with("dataset.groups.more");
    });
  return comparison.problems(expected);
}

TEST_CASE("the page of views names what the home page sees") {
  CHECK(problems_with(PageKind::home, "Home") == "");
}

TEST_CASE("the page of views names what the overview of a model sees") {
  CHECK(problems_with(PageKind::model, "Model overview") == "");
}

TEST_CASE("the page of views names what the page of a stage sees") {
  CHECK(problems_with(PageKind::stage, "Stage") == "");
}

TEST_CASE("the page of views names what the page of a part sees") {
  CHECK(problems_with(PageKind::part, "Part of a model") == "");
}

TEST_CASE("the page of views names what a self-assessment sees, also in a frame") {
  CHECK(problems_with(PageKind::assess, "Self-assessment") == "");
  CHECK(problems_with(PageKind::assess_embed, "Self-assessment") == "");
}

TEST_CASE("the page of views names what the page of others' answers sees") {
  CHECK(problems_with(PageKind::assess_results, "What others answered") == "");
}

TEST_CASE("the page of views names what a calculator sees") {
  CHECK(problems_with(PageKind::roi, "Calculator") == "");
}

TEST_CASE("the page of views names what a report sees") {
  CHECK(problems_with(PageKind::report, "Client report") == "");
}

TEST_CASE("the page of views names what trends and portfolios see") {
  CHECK(problems_with(PageKind::trend, "Trend") == "");
  CHECK(problems_with(PageKind::portfolio, "Portfolio") == "");
}

TEST_CASE("the page of views names what the pages of a catalog see") {
  CHECK(problems_with(PageKind::catalog, "Catalog") == "");
  CHECK(problems_with(PageKind::product, "Product") == "");
  CHECK(problems_with(PageKind::audit, "Audit of a catalog") == "");
}

TEST_CASE("the page of views names what a capability feed sees") {
  CHECK(problems_with(PageKind::capability_feed, "Capability feed") == "");
}

TEST_CASE("the page of views names what a content page sees") {
  CHECK(problems_with(PageKind::content, "Content page") == "");
}

TEST_CASE("the page for wrong addresses sees what is on every page and nothing else") {
  CHECK(problems_with(PageKind::not_found, "Not found") == "");
}

TEST_CASE("the page of views names what every page sees") {
  const Names names =
      documented({"On every page", "Home", "Model overview", "Stage", "Part of a model",
                  "What others answered", "Calculator", "Self-assessment", "Client report",
                  "Content page", "Data page", "List of data pages", "Data of a model",
                  "List of all data", "Changes", "A to Z", "Trend", "Portfolio", "Catalog",
                  "Product", "Audit of a catalog", "Capability feed"});
  Comparison comparison{names, {}, {}};
  look_at_pages(comparison, {PageKind::home, PageKind::model, PageKind::stage, PageKind::part,
                             PageKind::assess_results, PageKind::roi, PageKind::assess,
                             PageKind::assess_embed,
                             PageKind::report, PageKind::content, PageKind::record,
                             PageKind::collection, PageKind::dataset, PageKind::data,
                             PageKind::changes, PageKind::a_to_z, PageKind::not_found,
                             PageKind::trend, PageKind::portfolio, PageKind::catalog,
                             PageKind::product, PageKind::audit, PageKind::capability_feed});
  CHECK(comparison.problems(documented({"On every page"})) == "");
}

TEST_CASE("the page of views names what the lists of files see") {
  CHECK(problems_with(PageKind::dataset, "Data of a model") == "");
  CHECK(problems_with(PageKind::data, "List of all data") == "");
}

TEST_CASE("the page of views names what data pages and their lists see") {
  CHECK(problems_with(PageKind::record, "Data page") == "");
  CHECK(problems_with(PageKind::collection, "List of data pages") == "");
}

TEST_CASE("the page of views names what the page of changes sees") {
  CHECK(problems_with(PageKind::changes, "Changes") == "");
}

TEST_CASE("the page of views names what the list of all pages sees") {
  CHECK(problems_with(PageKind::a_to_z, "A to Z") == "");
}

/// What is wrong with the section `heading`, which is about indexes of one `kind`.
std::string problems_with(IndexKind kind, const std::string& heading) {
  const Names names = documented({heading});
  Comparison comparison{names, {}, {}};
  for (const Site& site : sites()) {
    Wording wording(site.project.strings, site.project.settings.language);
    const SiteNotes notes(site.plan.pages.size());
    PlannedIndex index;
    index.kind = kind;
    if (const PlannedIndex* planned = site.plan.find_index(kind))
      index = *planned;
    else if (kind != IndexKind::sitemap_index)  // of which neither site needs one
      continue;
    comparison.look_below("", index_view({site.project, site.plan, notes, wording}, index));
  }
  return comparison.problems(names);
}

TEST_CASE("the page of views names what the indexes see") {
  CHECK(problems_with(IndexKind::sitemap, "Index sitemap") == "");
  CHECK(problems_with(IndexKind::sitemap_index, "Index of sitemaps") == "");
  CHECK(problems_with(IndexKind::robots, "Index robots") == "");
  CHECK(problems_with(IndexKind::llms, "Index llms") == "");
  CHECK(problems_with(IndexKind::atom, "Index feed") == "");
}

TEST_CASE("a name too many, a name too few and a wrong kind are found") {
  const Names names{{"site.title", "text"}, {"site.gone", "text"}, {"nav", "list"}};
  Comparison comparison{names, {}, {}};
  comparison.look_below(
      "", ValueMap{{"site", ValueMap{{"title", true}, {"new", "x"}}}, {"nav", ValueList{}}});
  CHECK(comparison.problems(names) ==
        "site.new is not in the page\nsite.title is bool, not text\nsite.gone is in no view\n");
}

TEST_CASE("rows below a row and names beside a name are read") {
  const Names names = rows_of(
      "| `a.b`, `.c` | text | |\n| `l` | list | |\n| ` .x`, `.y` | bool | |\n"
      "| ` .k.x`, `.y` | href | |\n");
  CHECK(names == Names{{"a.b", "text"},
                       {"a.c", "text"},
                       {"l", "list"},
                       {"l.x", "bool"},
                       {"l.y", "bool"},
                       {"l.k.x", "href"},
                       {"l.k.y", "href"}});
}

}  // namespace
}  // namespace stagecraft
