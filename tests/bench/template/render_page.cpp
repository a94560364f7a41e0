// Renders a report page of about 17 KB from a template, and the same bytes by plain appends.
// usage: bench_template TEMPLATE [--times N] [--only template|appends] [--page] [--view]
// Without --only it prints the median time of both; --page and --view print these and stop.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "render/template/escape.h"
#include "render/template/json_text.h"
#include "render/template/template_set.h"

namespace {

using namespace stagecraft;

std::string words(int count, int seed) {
  const std::vector<std::string> choices{"data",  "search & browse", "team",  "review", "catalog",
                                         "agent", "<draft>",         "order", "stage",  "measure"};
  std::string result;
  for (int i = 0; i < count; ++i)
    result +=
        (i > 0 ? " " : "") + choices[static_cast<std::size_t>(seed * 7 + i * 3) % choices.size()];
  return result;
}

Value report_view() {
  ValueList pillars, questions, kpis, actions;
  for (int i = 0; i < 4; ++i) {
    ValueList stages;
    for (int j = 0; j < 5; ++j)
      stages.push_back(ValueMap{{"current", i == j}, {"text", words(14, i + j)}});
    pillars.push_back(ValueMap{
        {"id", "pillar-" + std::to_string(i)}, {"title", words(2, i)}, {"stages", stages}});
  }
  for (int i = 0; i < 10; ++i) {
    ValueMap question{{"text", words(12, i)}};
    if (i % 4 != 0) question.set("answer", words(2, i));
    questions.push_back(question);
  }
  for (int i = 0; i < 30; ++i)
    kpis.push_back(
        ValueMap{{"title", words(4, i)}, {"low", i}, {"high", i + 20}, {"value", i * 3 % 60}});
  for (int i = 0; i < 40; ++i) {
    actions.push_back(ValueMap{{"note", words(12, i)},
                               {"href", "../actions/" + std::to_string(i) + "/"},
                               {"title", words(5, i)},
                               {"owners", ValueList{words(1, i), words(1, i + 1)}},
                               {"quick", i % 3 == 0}});
  }
  return ValueMap{{"title", "Report for A & B"},
                  {"pillars", pillars},
                  {"questions", questions},
                  {"kpis", kpis},
                  {"actions", actions}};
}

const Value& member(const Value& map, std::string_view name) {
  return *std::get<ValueMap>(map.storage()).find(name);
}
std::string_view text(const Value& map, std::string_view name) {
  return std::get<std::string>(member(map, name).storage());
}
std::int64_t number(const Value& map, std::string_view name) {
  return std::get<std::int64_t>(member(map, name).storage());
}
const ValueList& list(const Value& map, std::string_view name) {
  return std::get<ValueList>(member(map, name).storage());
}

void append_pillars(std::string& page, const Value& view) {
  page += "<table>\n";
  for (const Value& pillar : list(view, "pillars")) {
    page += "<tr><th><a href=\"/pillars/";
    language::append_url_path(page, text(pillar, "id"));
    page += "/\">";
    language::append_html(page, text(pillar, "title"));
    page += "</a></th>\n";
    for (const Value& stage : list(pillar, "stages")) {
      page += "<td";
      if (std::get<bool>(member(stage, "current").storage())) page += " class=\"current\"";
      page += ">";
      language::append_html(page, text(stage, "text"));
      page += "</td>\n";
    }
    page += "</tr>\n";
  }
  page += "</table>\n<ol>\n";
}

void append_questions(std::string& page, const Value& view) {
  for (const Value& question : list(view, "questions")) {
    page += "<li>";
    language::append_html(page, text(question, "text"));
    page += " <b>";
    const Value* answer = std::get<ValueMap>(question.storage()).find("answer");
    language::append_html(page, answer ? std::get<std::string>(answer->storage()) : "not answered");
    page += "</b></li>\n";
  }
  page += "</ol>\n<table>\n";
}

void append_kpis(std::string& page, const Value& view) {
  int index = 0;
  for (const Value& kpi : list(view, "kpis")) {
    page += index++ % 2 == 0 ? "<tr class=\"odd\"><td>" : "<tr class=\"even\"><td>";
    page += std::to_string(index);
    page += "</td><td>";
    language::append_html(page, text(kpi, "title"));
    page += "</td><td>";
    page += std::to_string(number(kpi, "low"));
    page += " to ";
    page += std::to_string(number(kpi, "high"));
    page += "</td>\n<td>";
    page += number(kpi, "value") > number(kpi, "high")  ? "above"
            : number(kpi, "value") < number(kpi, "low") ? "below"
                                                        : "within";
    page += "</td></tr>\n";
  }
  page += "</table>\n<ul>\n";
}

void append_actions(std::string& page, const Value& view) {
  for (const Value& action : list(view, "actions")) {
    page += "<li title=\"";
    language::append_html(page, text(action, "note"));
    page += "\"><a href=\"";
    language::append_url(page, text(action, "href"));
    page += "\">";
    language::append_html(page, text(action, "title"));
    page += "</a>\n";
    const ValueList& owners = list(action, "owners");
    for (std::size_t i = 0; i < owners.size(); ++i) {
      language::append_html(page, std::get<std::string>(owners[i].storage()));
      if (i + 1 < owners.size()) page += ", ";
    }
    if (std::get<bool>(member(action, "quick").storage())) page += "<i>quick win</i>";
    page += "</li>\n";
  }
  page += "</ul>\n</body>\n</html>\n";
}

std::string appended_page(const Value& view) {
  std::string page = "<!doctype html>\n<html lang=\"en\">\n<head><title>";
  language::append_html(page, text(view, "title"));
  page += "</title></head>\n<body>\n<h1>";
  language::append_html(page, text(view, "title"));
  page += "</h1>\n";
  append_pillars(page, view);
  append_questions(page, view);
  append_kpis(page, view);
  append_actions(page, view);
  return page;
}

template <class Render>
double median_microseconds(int times, const Render& render) {
  std::vector<double> runs;
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const std::string page = render();
    const auto end = std::chrono::steady_clock::now();
    if (page.empty()) std::abort();
    runs.push_back(std::chrono::duration<double, std::micro>(end - start).count());
  }
  std::nth_element(runs.begin(), runs.begin() + times / 2, runs.end());
  return runs[static_cast<std::size_t>(times / 2)];
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto value_of = [&](const std::string& option, const std::string& otherwise) {
    const auto found = std::find(arguments.begin(), arguments.end(), option);
    return found == arguments.end() || found + 1 == arguments.end() ? otherwise : *(found + 1);
  };
  const auto has = [&](const std::string& option) {
    return std::find(arguments.begin(), arguments.end(), option) != arguments.end();
  };
  std::ifstream file(arguments.empty() ? "" : arguments[0], std::ios::binary);
  std::stringstream source;
  source << file.rdbuf();
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(
      {{"page.html", std::make_shared<SourceText>("page.html", source.str())}}, diagnostics);
  if (!set || source.str().empty()) return 1;

  const Value view = report_view();
  const auto from_template = [&] {
    return set->render("page.html", view, "/", diagnostics).value();
  };
  const auto from_appends = [&] { return appended_page(view); };
  if (from_template() != from_appends()) {
    std::cerr << "the template and the appends write different pages\n";
    return 1;
  }
  if (has("--page") || has("--view")) {
    std::string json;
    language::append_json(json, language::Operand::of(view));
    std::cout << (has("--page") ? from_template() : json);
    return 0;
  }
  const int times = std::atoi(value_of("--times", "2000").c_str());
  const std::string only = value_of("--only", "");
  if (only != "appends")
    std::cout << "template " << median_microseconds(times, from_template) << "\n";
  if (only != "template")
    std::cout << "appends " << median_microseconds(times, from_appends) << "\n";
}
