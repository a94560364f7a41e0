#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "format/markdown.h"
#include "model/project.h"
#include "render/template/template_set.h"

namespace stagecraft {

/// `| markdown` as pages have it: format/markdown with all its limits. Raw HTML is left out,
/// shortcodes are mistakes, and links stay as they are written.
MarkdownFilter markdown_filter(MarkdownWords words);

/// The templates of `project` in its language; nothing when there is a mistake in one.
std::optional<TemplateSet> parse_templates(const Project& project, Diagnostics& diagnostics);

}  // namespace stagecraft
