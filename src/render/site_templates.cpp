#include "render/site_templates.h"

#include <memory>
#include <string>
#include <utility>

namespace stagecraft {
namespace {

/// Where `mistake` stands in the text of a view, which has no file to name.
std::string placed(const Diagnostic& mistake) {
  if (!mistake.has_place) return mistake.message;
  return "line " + std::to_string(mistake.place.line) + ": " + mistake.message;
}

MarkdownOutcome markdown_outcome(const MarkdownText& wanted, const MarkdownWords& words) {
  MarkdownOptions options;
  options.heading_shift = wanted.level - 1;
  options.id_prefix = wanted.id_prefix;
  options.words = words;
  Diagnostics diagnostics;
  const auto source = std::make_shared<const SourceText>("", std::string(wanted.text));
  const auto document = parse_markdown(source, 0, std::string::npos, options, diagnostics);
  if (document && document->shortcodes.empty())
    return {{document->html, std::string(wanted.text)}, {}, {}};
  if (document)
    return {{}, "there are no shortcodes here", {"they are for pages that are files of their own"}};
  for (const Diagnostic& found : diagnostics.sorted())
    if (found.severity == Severity::error) return {{}, placed(found), found.notes};
  return {{}, "it is no Markdown", {}};
}

MarkdownWords words_of(const Project& project) {
  MarkdownWords words;
  const auto take = [&](const char* key, std::string& word) {
    if (const auto text = project.strings.find(key); text != project.strings.end())
      word = text->second;
  };
  take("content.footnotes", words.footnotes);
  take("content.back_to_text", words.back_to_text);
  take("content.table", words.table);
  return words;
}

}  // namespace

MarkdownFilter markdown_filter(MarkdownWords words) {
  return [words = std::move(words)](const MarkdownText& wanted) {
    return markdown_outcome(wanted, words);
  };
}

std::optional<TemplateSet> parse_templates(const Project& project, Diagnostics& diagnostics) {
  TemplateOptions options;
  options.locale.name = project.settings.language;
  options.markdown = markdown_filter(words_of(project));
  return TemplateSet::parse(project.templates, diagnostics, std::move(options));
}

}  // namespace stagecraft
