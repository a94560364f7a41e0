// Any bytes as templates and a view: parsing accepts or reports, rendering writes or reports, and a
// second rendering writes the same.
// Input: a byte that chooses the kind of file; then, each ended by a zero byte, the page and the
// template that it may include as 'part.html' (or another suffix); then the view as JSON.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include "../support/json_view.h"
#include "render/site_templates.h"
#include "render/template/template_set.h"

namespace {

using namespace stagecraft;

std::string_view take_field(std::string_view& rest) {
  const std::string_view field = rest.substr(0, rest.find('\0'));
  rest.remove_prefix(std::min(field.size() + 1, rest.size()));
  return field;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  if (rest.size() < 2) return 0;
  constexpr std::string_view suffixes[] = {".html", ".md", ".xml", ".csv", ".ics", ".txt", ".json"};
  const std::string suffix(suffixes[static_cast<unsigned char>(rest[0]) % std::size(suffixes)]);
  rest.remove_prefix(1);
  const std::string page = "page" + suffix, part = "part" + suffix;
  TemplateSources sources;
  sources[page] = std::make_shared<SourceText>(page, std::string(take_field(rest)));
  sources[part] = std::make_shared<SourceText>(part, std::string(take_field(rest)));
  const std::string json = nlohmann::json::parse(rest, nullptr, false)
                               .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const Value view = tests::view_from_json(json).value_or(Value(ValueMap{}));

  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(sources, diagnostics, {{}, markdown_filter({})});
  if (set.has_value() == diagnostics.has_errors()) std::abort();
  if (!set || !set->contains(page)) return 0;
  const auto first = set->render(page, view, "/", diagnostics);
  if (first.has_value() == diagnostics.has_errors()) std::abort();
  if (first != set->render(page, view, "/", diagnostics)) std::abort();
  return 0;
}
