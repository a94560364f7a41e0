#include <fmt/format.h>

#include <string_view>

#include "render/score_sheet.h"
#include "render/template/escape.h"

namespace stagecraft {
namespace {

std::string escaped(std::string_view text) {
  std::string markdown;
  language::append_markdown(markdown, text);
  return markdown;
}

/// The title of a node, with a mark for each pillar above it, because cells keep no indentation.
std::string tree_title(std::size_t depth, std::string_view title) {
  std::string marked;
  for (std::size_t i = 0; i < depth; ++i) marked += "› ";
  return marked + escaped(title);
}

void add_method(std::string& text, const MethodSheet& method) {
  text += fmt::format("\n## {}\n\n", escaped(method.title));
  for (const std::string& result : method.results) text += fmt::format("- {}\n", escaped(result));
  text += "\n| Part | Value | Stage | Worst | Best | Coverage |\n";
  text += "|---|---:|---|---|---|---:|\n";
  for (const NodeRow& row : method.nodes)
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", tree_title(row.depth, row.title),
                        escaped(row.value),
                        escaped(row.stage), escaped(row.worst), escaped(row.best),
                        escaped(row.coverage));
  if (method.has_outer_bounds) text += fmt::format("\n{}\n", escaped(outer_bound_note));
  if (method.questions.empty()) return;
  text += "\n| Question | State | Value |\n|---|---|---:|\n";
  for (const QuestionRow& row : method.questions)
    text += fmt::format("| {} | {} | {} |\n", escaped(row.title), escaped(row.state),
                        escaped(row.value));
}

void add_section(std::string& text, const SheetSection& section) {
  text += fmt::format("\n## {}\n\n", escaped(section.title));
  for (const std::string& sentence : section.sentences)
    text += fmt::format("- {}\n", escaped(sentence));
  if (section.columns.empty()) return;
  if (!section.sentences.empty()) text += "\n";
  for (const SheetColumn& column : section.columns) text += fmt::format("| {} ", column.title);
  text += "|\n";
  for (const SheetColumn& column : section.columns) text += column.is_number ? "|---:" : "|---";
  text += "|\n";
  for (const SheetRow& row : section.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      text += fmt::format("| {} ", i == 0 ? tree_title(row.depth, row.cells[i])
                                          : escaped(row.cells[i]));
    text += "|\n";
  }
}

}  // namespace

std::string score_markdown(const ScoreSheet& sheet) {
  std::string text = fmt::format("# {}\n\n", escaped(sheet.title));
  for (const std::string& line : sheet.head) text += fmt::format("- {}\n", escaped(line));
  for (const MethodSheet& method : sheet.methods) add_method(text, method);
  if (!sheet.disagreements.empty()) text += "\n## Where the methods disagree\n\n";
  for (const std::string& sentence : sheet.disagreements)
    text += fmt::format("- {}\n", escaped(sentence));
  for (const SheetSection& section : sheet.sections) add_section(text, section);
  return text;
}

}  // namespace stagecraft
