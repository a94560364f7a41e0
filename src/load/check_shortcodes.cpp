#include "load/check_shortcodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/suggest.h"

namespace stagecraft {
namespace {

struct KnownShortcode {
  std::string name;
  std::vector<std::string> required;
  std::vector<std::string> optional;
};

const std::vector<KnownShortcode> known_shortcodes{{"note", {"text"}, {}},
                                                   {"figure", {"src", "alt"}, {"caption"}},
                                                   {"kpi", {"model", "kpi", "stage"}, {}},
                                                   {"ladder", {"model"}, {"stage"}}};

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Part>
const Part* find_part(const std::vector<Part>& parts, const std::string& id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.id.text() == id; });
  return found == parts.end() ? nullptr : &*found;
}

template <class Part>
std::vector<std::string> ids_of(const std::vector<Part>& parts) {
  std::vector<std::string> ids;
  for (const Part& part : parts) ids.push_back(part.id.text());
  return ids;
}

/// Checks one shortcode.
class ShortcodeCheck {
 public:
  ShortcodeCheck(const MarkdownDocument& body, const Shortcode& shortcode,
                 Diagnostics& diagnostics)
      : body_(body), shortcode_(shortcode), diagnostics_(diagnostics) {}

  void run(const std::vector<MaturityModel>& models) {
    const auto known =
        std::find_if(known_shortcodes.begin(), known_shortcodes.end(),
                     [&](const KnownShortcode& k) { return k.name == shortcode_.name; });
    if (known == known_shortcodes.end()) return report_unknown();
    check_arguments(*known);
    const ShortcodeArgument* named = find("model");
    if (!named) return;
    const MaturityModel* model = resolve(models, *named, "model");
    if (!model) return;
    if (const auto* kpi = find("kpi")) resolve(model->kpis, *kpi, "KPI");
    if (const auto* stage = find("stage")) resolve(model->stages, *stage, "stage");
  }

 private:
  SourceSpan at(std::size_t offset, std::size_t length) const {
    return {body_.source.get(), offset, length};
  }

  const ShortcodeArgument* find(std::string_view name) const {
    for (const ShortcodeArgument& argument : shortcode_.arguments)
      if (argument.name == name) return &argument;
    return nullptr;
  }

  void report_unknown() {
    std::vector<std::string> names;
    for (const KnownShortcode& known : known_shortcodes) names.push_back(known.name);
    diagnostics_.error(at(shortcode_.name_offset, shortcode_.name.size()),
                       fmt::format("unknown shortcode '{}'", shortcode_.name),
                       {choices_note(shortcode_.name, names)});
  }

  void check_arguments(const KnownShortcode& known) {
    std::vector<std::string> names = known.required;
    names.insert(names.end(), known.optional.begin(), known.optional.end());
    for (const ShortcodeArgument& argument : shortcode_.arguments)
      if (!contains(names, argument.name))
        diagnostics_.error(at(argument.name_offset, argument.name.size()),
                           fmt::format("unknown argument '{}' of '{}'", argument.name, known.name),
                           {choices_note(argument.name, names)});
    for (const std::string& name : known.required)
      if (const auto* argument = find(name); !argument || argument->value.empty())
        diagnostics_.error(at(shortcode_.offset, shortcode_.length),
                           fmt::format("the shortcode '{}' needs '{}'", known.name, name));
  }

  template <class Part>
  const Part* resolve(const std::vector<Part>& parts, const ShortcodeArgument& argument,
                      std::string_view kind) {
    const Part* part = find_part(parts, argument.value);
    if (!part)
      diagnostics_.error(at(argument.value_offset, argument.value_length),
                         fmt::format("unknown {} '{}'", kind, argument.value),
                         {choices_note(argument.value, ids_of(parts))});
    return part;
  }

  const MarkdownDocument& body_;
  const Shortcode& shortcode_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_shortcodes(const MarkdownDocument& body, const std::vector<MaturityModel>& models,
                      Diagnostics& diagnostics) {
  for (const Shortcode& shortcode : body.shortcodes)
    ShortcodeCheck(body, shortcode, diagnostics).run(models);
}

}  // namespace stagecraft
