// content/docs/templates.md is the specification of the language: each of its examples runs here.
#include <fstream>
#include <sstream>

#include "render/site_templates.h"
#include "render/template/template_set.h"
#include "support/catch.h"
#include "support/json_view.h"

namespace stagecraft {
namespace {

struct Example {
  std::size_t line = 0;  ///< of its first block
  TemplateSources templates;
  std::string view;
  std::string expected;
  bool expects_errors = false;
};

std::string language_page() {
  std::ifstream file(SOURCE_FOLDER "/content/docs/templates.md", std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A fenced block `kind name`, with its content.
void add_block(Example& example, const std::string& info, std::string content) {
  if (info.starts_with("template")) {
    const std::string name = info.size() > 9 ? info.substr(9) : "page.html";
    example.templates[name] = std::make_shared<SourceText>(name, std::move(content));
  } else if (info == "json") {
    example.view = std::move(content);
  } else {
    example.expected = std::move(content);
    example.expects_errors = info == "errors";
  }
}

std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> result;
  Example example;
  std::istringstream lines(page);
  std::string line, info, content;
  bool inside = false;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!line.starts_with("```")) {
      if (inside) content += line + "\n";
      continue;
    }
    if (!inside) {
      info = line.substr(3);
      content.clear();
      if (example.templates.empty()) example.line = number;
    } else {
      add_block(example, info, content);
      if (info == "output" || info == "errors") result.push_back(std::exchange(example, {}));
    }
    inside = !inside;
  }
  return result;
}

std::string page_name(const Example& example) {
  for (const auto& [name, source] : example.templates)
    if (name.starts_with("page.")) return name;
  return {};
}

/// What the example gives: its output, or its errors as people read them.
std::string result_of(const Example& example) {
  Diagnostics diagnostics;
  std::optional<std::string> output;
  const auto view = tests::view_from_json(example.view);
  REQUIRE(view);
  const TemplateOptions options{{}, markdown_filter({})};
  if (const auto set = TemplateSet::parse(example.templates, diagnostics, options))
    output = set->render(page_name(example), *view, "/example/", diagnostics);
  std::string errors;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) errors += format_diagnostic(diagnostic);
  return output ? *output : errors;
}

TEST_CASE("every example of the language page gives what the page says") {
  const std::vector<Example> examples = examples_of(language_page());
  CHECK(examples.size() >= 20);
  for (const Example& example : examples) {
    INFO("content/docs/templates.md, line " << example.line);
    CHECK(result_of(example) == example.expected);
  }
}

}  // namespace
}  // namespace stagecraft
