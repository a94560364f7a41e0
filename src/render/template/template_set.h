#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source_text.h"
#include "render/template/locale_format.h"
#include "render/template/markdown_filter.h"
#include "render/template/value.h"

namespace stagecraft {

/// Template sources by name: "pages/home.html", "partials/header.html".
using TemplateSources = std::map<std::string, std::shared_ptr<const SourceText>, std::less<>>;

/// How the filters of a set write, and what it cannot do by itself.
struct TemplateOptions {
  TextLocale locale = {};        ///< of numbers, dates and lists
  MarkdownFilter markdown = {};  ///< without it `| markdown` is a mistake
};

/// Parsed templates. Immutable once made: any number of threads may render from one set.
/// The language is content/docs/templates.md, a strict subset of Jinja2.
class TemplateSet {
 public:
  /// Parses all of `sources`; every mistake of every template is reported, with its place. Nothing
  /// is returned when there was one.
  static std::optional<TemplateSet> parse(const TemplateSources& sources, Diagnostics& diagnostics,
                                          TemplateOptions options = {});

  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

  /// Whether template `name` can be rendered by itself. One that others include may be safe only
  /// where they use it.
  bool contains(std::string_view name) const;

  /// The text of template `name` with `view`. `page` (a route) is named in diagnostics.
  /// Nothing is returned when there was an error (an undefined name, a limit, a wrong type).
  /// Requires: contains(name).
  std::optional<std::string> render(std::string_view name, const Value& view, std::string_view page,
                                    Diagnostics& diagnostics) const;

 private:
  struct Parsed;
  explicit TemplateSet(std::unique_ptr<const Parsed> parsed);
  std::unique_ptr<const Parsed> parsed_;
};

}  // namespace stagecraft
