#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "load/map_reader.h"

namespace stagecraft {

/// The ids of one kind of thing in the order of writing: notices one used twice, resolves
/// references.
template <class Id>
class IdTable {
 public:
  /// `kind` names the thing in messages: "stage".
  explicit IdTable(std::string kind) : kind_(std::move(kind)) {}

  /// More than this of one kind is refused, so that no input makes the checks below slow.
  static constexpr std::size_t limit = 2000;

  /// Notes the id under `id` of the map that `reader` reads; an error when it is taken.
  Id define(MapReader& reader) {
    const Id id = reader.required_id<Id>("id");
    if (id.empty()) return id;
    if (position_of(id)) {
      reader.error(*reader.find("id"), "the " + kind_ + " id '" + id.text() + "' is used twice");
    } else if (names_.size() == limit) {
      reader.error(reader.node(), "a model has at most " + std::to_string(limit) + " of these");
    } else {
      names_.push_back(id.text());
    }
    return id;
  }

  /// The position of what `node` refers to; nothing, and an error with the choices, when there is
  /// none.
  std::optional<std::size_t> resolve(const ReadContext& context, const Node& node) const {
    if (node.is_scalar()) return resolve(context, context.document.span_of(node), node.scalar);
    context.error(node, "a " + kind_ + " id is expected here", {choices_list(names_)});
    return std::nullopt;
  }

  /// As above, for a key that is an id.
  std::optional<std::size_t> resolve(const ReadContext& context, const SourceSpan& at,
                                     const std::string& name) const {
    const std::optional<std::size_t> position = position_of(Id(name));
    if (!position)
      context.diagnostics.error(at, "unknown " + kind_ + " '" + name + "'",
                                {choices_note(name, names_)});
    return position;
  }

  /// The id that the member `key` refers to, empty when it is missing or unknown.
  Id reference(MapReader& reader, std::string_view key) const {
    const Node* node = reader.find(key);
    const auto position = node ? resolve(reader.context(), *node) : std::nullopt;
    return position ? Id(names_[*position]) : Id();
  }

  /// The ids that the list at `key` refers to.
  std::vector<Id> references(MapReader& reader, std::string_view key) const {
    std::vector<Id> ids;
    reader.each(key, [&](const Node& node) {
      if (const auto position = resolve(reader.context(), node))
        ids.emplace_back(names_[*position]);
    });
    return ids;
  }

  const std::vector<std::string>& names() const { return names_; }

 private:
  std::optional<std::size_t> position_of(const Id& id) const {
    const auto found = std::find(names_.begin(), names_.end(), id.text());
    if (found == names_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names_.begin());
  }

  std::string kind_;
  std::vector<std::string> names_;
};

}  // namespace stagecraft
