#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/comparisons.h"

namespace stagecraft {

/// What a node comes to, in words. What does not exist is a dash.
struct NodeRow {
  std::size_t depth = 0;  ///< 0 for the whole
  std::string title;
  std::string value;
  std::string stage;  ///< "3 Proactive"; how the node stands, where it has no result
  std::string worst;
  std::string best;
  std::string coverage;  ///< "90 %"
};

struct QuestionRow {
  std::string title;
  std::string state;
  std::string value;  ///< "0 to 1" while it is open
};

struct MethodSheet {
  std::string title;
  std::vector<std::string> results;  ///< the overall result, in sentences
  std::vector<NodeRow> nodes;        ///< the whole first, parents before their children
  bool has_outer_bounds = false;     ///< some of the worst and best are marked with "*"
  std::vector<QuestionRow> questions;
};

/// What follows from a score, as a heading, sentences and perhaps a table. The first column takes
/// the room that the others leave.
struct SheetColumn {
  std::string title;
  bool is_number = false;
  std::size_t widest = 0;  ///< at a terminal; 0 for the first column, at least 2 for the others
};
struct SheetRow {
  std::size_t depth = 0;
  std::vector<std::string> cells;  ///< one per column
};
struct SheetSection {
  std::string title;
  std::vector<std::string> sentences;
  std::vector<SheetColumn> columns;  ///< none: no table
  std::vector<SheetRow> rows;
};

/// A score as people read it at a terminal or in a file, in plain English and without markup. Its
/// numbers are rounded like those of the record. All texts stand on one line and may be printed.
struct ScoreSheet {
  std::string title;              ///< the subject, and the date if there is one
  std::vector<std::string> head;  ///< the model, and what is to be known about it
  std::vector<MethodSheet> methods;
  std::vector<std::string> disagreements;  ///< what the primary and another method give
  std::vector<SheetSection> sections;      ///< what follows from the score
};

ScoreSheet score_sheet(const AssessmentEvaluation& evaluation, const Comparisons& comparisons);

/// `text` on one line, without what could drive a terminal.
std::string sheet_text(std::string_view text);

/// What a cell says where there is nothing.
extern const char* const sheet_dash;

/// Position, people and capabilities: content/docs/score.md, "The table".
std::vector<SheetSection> evaluation_sections(const AssessmentEvaluation& evaluation);

/// What has changed between two assessments, and where a subject stands among others.
SheetSection trend_section(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later);
SheetSection benchmark_section(const Benchmark& benchmark, const AssessmentEvaluation& evaluation);

/// What explains the "*" of MethodSheet::has_outer_bounds.
extern const char* const outer_bound_note;

/// `sheet` as aligned text, at most 100 columns wide.
std::string score_table(const ScoreSheet& sheet);

/// `sheet` as Markdown.
std::string score_markdown(const ScoreSheet& sheet);

}  // namespace stagecraft
