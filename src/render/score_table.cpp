#include <algorithm>
#include <string_view>

#include "render/score_sheet.h"
#include "render/text_table.h"

namespace stagecraft {
namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t indent_of_depth = 2;

using Side = TextColumn::Side;

void add_line(std::string& text, std::string_view line) {
  for (const std::string& part : wrapped(line, page_width)) text += part + "\n";
}

std::string node_table(const MethodSheet& method) {
  std::vector<TextRow> rows;
  for (const NodeRow& node : method.nodes)
    rows.push_back({node.depth * indent_of_depth,
                    {node.title, node.value, node.stage, node.worst, node.best, node.coverage}});
  return text_table({{"Part", Side::left, 0},
                     {"Value", Side::right, 10},
                     {"Stage", Side::left, 20},
                     {"Worst", Side::left, 16},
                     {"Best", Side::left, 16},
                     {"Coverage", Side::right, 8}},
                    rows, page_width);
}

std::string question_table(const MethodSheet& method) {
  std::vector<TextRow> rows;
  for (const QuestionRow& question : method.questions)
    rows.push_back({0, {question.title, question.state, question.value}});
  return text_table({{"Question", Side::left, 0},
                     {"State", Side::left, 14},
                     {"Value", Side::right, 20}},
                    rows, page_width);
}

void add_method(std::string& text, const MethodSheet& method) {
  text += "\n";
  add_line(text, method.title);
  text += std::string(std::min(columns_of(method.title), page_width), '-') + "\n";
  for (const std::string& result : method.results) add_line(text, result);
  text += "\n" + node_table(method);
  if (method.has_outer_bounds) add_line(text, outer_bound_note);
  if (!method.questions.empty()) text += "\n" + question_table(method);
}

void add_section(std::string& text, const SheetSection& section) {
  text += "\n";
  add_line(text, section.title);
  text += std::string(std::min(columns_of(section.title), page_width), '-') + "\n";
  for (const std::string& sentence : section.sentences) add_line(text, sentence);
  if (section.columns.empty()) return;
  if (!section.sentences.empty()) text += "\n";
  std::vector<TextColumn> columns;
  for (const SheetColumn& column : section.columns)
    columns.push_back({column.title, column.is_number ? Side::right : Side::left, column.widest});
  std::vector<TextRow> rows;
  for (const SheetRow& row : section.rows)
    rows.push_back({row.depth * indent_of_depth, row.cells});
  text += text_table(columns, rows, page_width);
}

}  // namespace

std::string score_table(const ScoreSheet& sheet) {
  std::string text;
  add_line(text, sheet.title);
  for (const std::string& line : sheet.head) add_line(text, line);
  for (const MethodSheet& method : sheet.methods) add_method(text, method);
  if (!sheet.disagreements.empty()) text += "\n";
  for (const std::string& sentence : sheet.disagreements)
    add_line(text, "The methods disagree: " + sentence);
  for (const SheetSection& section : sheet.sections) add_section(text, section);
  return text;
}

}  // namespace stagecraft
