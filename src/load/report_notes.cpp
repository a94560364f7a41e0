#include "load/report_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/suggest.h"
#include "model/report_sections.h"

namespace stagecraft {
namespace {

constexpr std::string_view ending = ".md";

}  // namespace

std::map<std::string, std::string, std::less<>> read_report_notes(const FileTree& project,
                                                                  std::string_view path,
                                                                  TemplateTexts& templates,
                                                                  Diagnostics& diagnostics) {
  std::map<std::string, std::string, std::less<>> notes;
  const std::string folder(path.substr(0, path.rfind('.')));
  for (const DirectoryEntry& entry : project.files.list(folder)) {
    if (!entry.name.ends_with(ending) || entry.name.starts_with('.')) continue;
    const std::string file = folder + "/" + entry.name;
    const std::string section = entry.name.substr(0, entry.name.size() - ending.size());
    if (std::find(report_section_ids.begin(), report_section_ids.end(), section) ==
        report_section_ids.end()) {
      const std::vector<std::string> choices(report_section_ids.begin(), report_section_ids.end());
      diagnostics.error_in(project.shown(file),
                           fmt::format("a report has no section '{}'", section),
                           {choices_note(section, choices)});
      continue;
    }
    const auto source = read_source(project, file, text_file_limit, diagnostics);
    if (!source) continue;
    const std::string name = "notes/" + file;
    templates.emplace(name, source);
    notes.emplace(section, name);
  }
  return notes;
}

}  // namespace stagecraft
