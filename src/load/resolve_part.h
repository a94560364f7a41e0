#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/suggest.h"
#include "load/map_reader.h"

namespace stagecraft {

/// The ids of `parts`, for messages.
template <class Element>
std::vector<std::string> ids_of(const std::vector<Element>& parts) {
  std::vector<std::string> ids;
  for (const Element& part : parts) ids.push_back(part.id.text());
  return ids;
}

/// The place in `parts` of the one that has `name` as its id, or had it; nothing, and an error at
/// `at` with the choices, when there is none. `kind` names the thing in messages: "question".
template <class Element>
std::optional<std::size_t> resolve_part(const ReadContext& context,
                                        const std::vector<Element>& parts, const SourceSpan& at,
                                        const std::string& name, std::string_view kind) {
  const auto is_named = [&](const auto& id) { return id.text() == name; };
  auto found = std::find_if(parts.begin(), parts.end(),
                            [&](const Element& part) { return is_named(part.id); });
  if constexpr (requires(const Element& part) { part.formerly; })
    if (found == parts.end())
      found = std::find_if(parts.begin(), parts.end(), [&](const Element& part) {
        return std::any_of(part.formerly.begin(), part.formerly.end(), is_named);
      });
  if (found != parts.end()) return static_cast<std::size_t>(found - parts.begin());
  context.diagnostics.error(at, fmt::format("unknown {} '{}'", kind, name),
                            {choices_note(name, ids_of(parts))});
  return std::nullopt;
}

/// As above, for the id that stands at `node`.
template <class Element>
std::optional<std::size_t> resolve_part(const ReadContext& context,
                                        const std::vector<Element>& parts, const Node& node,
                                        std::string_view kind) {
  const std::optional<std::string> name = read_text(context, node, kind);
  if (!name) return std::nullopt;
  return resolve_part(context, parts, context.document.span_of(node), *name, kind);
}

/// As above, for the key of `member`.
template <class Element>
std::optional<std::size_t> resolve_part(const ReadContext& context,
                                        const std::vector<Element>& parts, const Member& member,
                                        std::string_view kind) {
  return resolve_part(context, parts, context.document.span_of_key(member), member.key, kind);
}

}  // namespace stagecraft
