#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/node.h"

namespace stagecraft {

/// One name of the first line. It can be longer than what is underlined: see Node::length.
struct CsvColumn {
  std::string name;  ///< without outer blanks; never empty, unlike all others
  std::size_t offset = 0;
  std::size_t length = 1;
};

enum class CsvSeparator : char { comma = ',', semicolon = ';', tab = '\t' };

/// A CSV text as a tree, and how it was read.
struct CsvDocument {
  /// A list of maps, one for each record, with a member for each column in their order. A field is
  /// `plain`, in quotes or not, for quotes say nothing about its type; an empty one is null. Line
  /// breaks within a field are "\n". Its source is the converted text where there was one.
  Document document;
  std::vector<CsvColumn> columns;
  CsvSeparator separator = CsvSeparator::comma;
  bool is_windows_1252 = false;  ///< the bytes were no UTF-8
};

/// The longest name of a column, in bytes: every record repeats the names.
constexpr std::size_t longest_column_name = 500;

/// Parses a CSV text by RFC 4180; content/docs/score.md, "How CSV is read", tells what is taken
/// beyond it. Errors: what is not text, no first line, columns without a name or with one twice,
/// quotes that do not enclose a whole field, records with too few or too many fields. Nothing is
/// returned when there was one.
std::optional<CsvDocument> parse_csv(std::shared_ptr<const SourceText> source,
                                     const DocumentLimits& limits, Diagnostics& diagnostics);

}  // namespace stagecraft
