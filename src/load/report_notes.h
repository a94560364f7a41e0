#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/source_text.h"
#include "load/read_file.h"

namespace stagecraft {

/// Template sources by name, as in Project::templates.
using TemplateTexts = std::map<std::string, std::shared_ptr<const SourceText>, std::less<>>;

/// The consultant's own texts beside the assessment `path`: the files `<section>.md` of the folder
/// that has its name without the ending. Adds them to `templates`; gives their names there by
/// section. A file for no section is an error. Rule: content/docs/reports.md, "Your own words".
std::map<std::string, std::string, std::less<>> read_report_notes(const FileTree& project,
                                                                  std::string_view path,
                                                                  TemplateTexts& templates,
                                                                  Diagnostics& diagnostics);

}  // namespace stagecraft
