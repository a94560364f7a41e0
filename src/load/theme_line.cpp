#include "load/theme_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/suggest.h"
#include "load/layers.h"
#include "load/map_reader.h"

namespace stagecraft {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The theme that the last one of `line` extends; empty when it extends none, or after an error.
std::string extended_by_last(const Layers& layers, const std::vector<std::string>& line,
                             Diagnostics& diagnostics) {
  const std::string path = fmt::format("themes/{}/{}", line.back(), theme_file);
  const std::optional<Layers::Found> file = layers.find(path);
  if (!file) return {};
  const std::optional<Document> document = read_document_file(*file->tree, file->path, diagnostics);
  if (!document) return {};

  MapReader reader(ReadContext{*document, diagnostics}, document->root, "the theme");
  if (document->root.kind != NodeKind::map) return {};
  std::string extended = reader.text("extends");
  if (const Node* node = reader.find("extends"); node && !extended.empty()) {
    const std::vector<std::string> themes = layers.folders_in("themes");
    if (!holds(themes, extended)) {
      reader.error(*node, fmt::format("unknown theme '{}'", extended),
                   {choices_note(extended, themes)});
      extended.clear();
    } else if (holds(line, extended)) {
      reader.error(*node, "a theme cannot extend itself",
                   {fmt::format("the circle: {}, {}", fmt::join(line, ", "), extended)});
      extended.clear();
    }
  }
  reader.finish();
  return extended;
}

}  // namespace

std::vector<std::string> theme_line(const FileTree& project, const FileTree& built_in,
                                    const std::string& theme, Diagnostics& diagnostics) {
  const Layers layers(project, built_in);
  std::vector<std::string> line;
  for (std::string next = theme; !next.empty(); next = extended_by_last(layers, line, diagnostics))
    line.push_back(next);
  return line;
}

}  // namespace stagecraft
