// What the tests of the YAML and JSON readers say: a tree as one line of text, mistakes as lines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/read_document.h"

namespace stagecraft::testing {

inline std::shared_ptr<const SourceText> source_of(std::string path, std::string text) {
  return std::make_shared<const SourceText>(std::move(path), std::move(text));
}

/// `node` without its places: null is `null`, plain texts stand bare, texts in "quotes".
inline std::string tree_text(const Node& node) {
  std::string result;
  switch (node.kind) {
    case NodeKind::null:
      return "null";
    case NodeKind::plain:
      return node.scalar;
    case NodeKind::text:
      return "\"" + node.scalar + "\"";
    case NodeKind::list:
      for (const Node& item : node.items) result += (result.empty() ? "" : ", ") + tree_text(item);
      return "[" + result + "]";
    case NodeKind::map:
      for (const Member& member : node.members)
        result += (result.empty() ? "" : ", ") + member.key + ": " + tree_text(member.value);
      return "{" + result + "}";
  }
  return result;
}

/// Each diagnostic as `line:column+marked message`, notes after ` | `; without a place `- message`.
inline std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& found : diagnostics.sorted()) {
    std::string line = "- ";
    if (found.has_place)
      line = std::to_string(found.place.line) + ":" + std::to_string(found.place.column) + "+" +
             std::to_string(found.marked_columns) + " ";
    line += found.message;
    for (const std::string& note : found.notes) line += " | " + note;
    result.push_back(line);
  }
  return result;
}

struct Reading {
  Diagnostics diagnostics;
  std::optional<Document> document;

  std::string tree() const { return document ? tree_text(document->root) : "nothing"; }
  std::vector<std::string> mistakes() const { return lines_of(diagnostics); }

  /// `line:column+marked` of a value or key.
  std::string place(const SourceSpan& span) const {
    const LineColumn at = span.source->place_of(span.offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + "+" +
           std::to_string(span.length);
  }
  std::string place_of(const Node& node) const { return place(document->span_of(node)); }
  std::string place_of(std::string_view key) const { return place_of(*document->root.find(key)); }
};

inline std::unique_ptr<Reading> read(std::string path, std::string text,
                                     const DocumentLimits& limits = {}) {
  auto reading = std::make_unique<Reading>();
  reading->document =
      read_document(source_of(std::move(path), std::move(text)), limits, reading->diagnostics);
  return reading;
}

using Lines = std::vector<std::string>;

}  // namespace stagecraft::testing
