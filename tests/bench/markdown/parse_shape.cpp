// Parses one text of a shape that is made to cost much, for a program that counts instructions.
// usage: bench_markdown --list               the names of the shapes, one a line
//        bench_markdown BYTES SHAPE          parses about BYTES, prints "bytes steps words"
// `steps` is what format/markdown_cost counts; `words` is "accepted" or "refused".
#include <cstdlib>
#include <iostream>
#include <string>

#include "format/markdown.h"
#include "format/markdown_cost.h"
#include "support/markdown_shapes.h"

namespace {

using namespace stagecraft;

const tests::MarkdownShape* find_shape(const std::string& name) {
  for (const auto* shapes : {&tests::quadratic_shapes(), &tests::hostile_shapes()})
    for (const tests::MarkdownShape& shape : *shapes)
      if (shape.name == name) return &shape;
  return nullptr;
}

std::string text_of(const tests::MarkdownShape& shape, std::size_t bytes) {
  constexpr std::size_t tried = 1000;
  return shape.text(tried * bytes / shape.text(tried).size());
}

}  // namespace

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "";
  if (first == "--list") {
    for (const auto* shapes : {&tests::quadratic_shapes(), &tests::hostile_shapes()})
      for (const tests::MarkdownShape& shape : *shapes) std::cout << shape.name << "\n";
    return 0;
  }
  const tests::MarkdownShape* shape = count > 2 ? find_shape(arguments[2]) : nullptr;
  if (!shape) return 2;
  const std::string text = text_of(*shape, static_cast<std::size_t>(std::atoi(first.c_str())));
  Diagnostics diagnostics;
  parse_markdown(std::make_shared<SourceText>("a.md", text), 0, std::string::npos, {}, diagnostics);
  const MarkdownCostReport report = measure_markdown_cost(text);
  std::cout << text.size() << " " << report.cost.steps << " "
            << (report.problem ? "refused" : "accepted") << "\n";
}
