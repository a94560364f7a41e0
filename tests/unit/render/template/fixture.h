#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/template/template_set.h"
#include "support/catch.h"
#include "support/json_view.h"

namespace stagecraft::tests {

using Files = std::vector<std::pair<std::string, std::string>>;  ///< name, text

inline TemplateSources sources_of(const Files& files) {
  TemplateSources result;
  for (const auto& [name, text] : files) result[name] = std::make_shared<SourceText>(name, text);
  return result;
}

/// "file:line:column: message", one line per mistake, notes indented below.
inline std::string shown(const Diagnostics& diagnostics) {
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    result += diagnostic.path + ":" + std::to_string(diagnostic.place.line) + ":" +
              std::to_string(diagnostic.place.column) + ": " + diagnostic.message + "\n";
    for (const std::string& note : diagnostic.notes) result += "  " + note + "\n";
  }
  return result;
}

/// What the first of `files` writes for `view`, or its mistakes.
inline std::string rendered(const Files& files, const Value& view) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(sources_of(files), diagnostics);
  if (!set) return shown(diagnostics);
  const auto output = set->render(files.front().first, view, "/page/", diagnostics);
  return output ? *output : shown(diagnostics);
}

inline std::string rendered(const Files& files, const std::string& json = "{}") {
  const auto view = view_from_json(json);
  REQUIRE(view);
  return rendered(files, *view);
}

inline std::string html(const std::string& text, const std::string& json = "{}") {
  return rendered({{"page.html", text}}, json);
}

inline std::string plain(const std::string& text, const std::string& json = "{}") {
  return rendered({{"page.txt", text}}, json);
}

}  // namespace stagecraft::tests
