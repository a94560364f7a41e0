#include "load/id_table.h"

#include <fmt/format.h>

#include <set>

#include "base/suggest.h"

namespace stagecraft {

void IdNames::collect(const ReadContext& context, const std::vector<const Node*>& things) {
  names_.resize(things.size());
  if (things.size() > limit)
    context.error(*things[limit], fmt::format("a model has at most {} of one kind", limit));
  for (std::size_t i = 0; i < things.size(); ++i) {
    const Node* id = things[i]->find("id");
    if (!id || !id->is_scalar() || id->scalar.empty()) continue;
    names_[i] = id->scalar;
    note(context, *id, i, "");
  }
  for (std::size_t i = 0; i < things.size(); ++i) {
    const Node* formerly = things[i]->find("formerly");
    if (!formerly || formerly->kind != NodeKind::list) continue;
    for (const Node& earlier : formerly->items)
      if (earlier.is_scalar() && !earlier.scalar.empty()) note(context, earlier, i, "earlier ");
  }
}

void IdNames::collect_list(const ReadContext& context, const Node* node) {
  std::vector<const Node*> things;
  if (node && node->kind == NodeKind::list) {
    for (const Node& item : node->items)
      if (item.kind == NodeKind::map) things.push_back(&item);
  } else if (node && node->kind != NodeKind::null) {
    is_unreadable_ = true;
  }
  collect(context, things);
}

void IdNames::note(const ReadContext& context, const Node& node, std::size_t position,
                   std::string_view what) {
  if (!positions_.emplace(node.scalar, position).second)
    context.error(node, fmt::format("the {}{} id '{}' is used twice", what, kind_, node.scalar));
}

std::string IdNames::note_for(std::string_view name) const {
  std::vector<std::string> choices;
  for (const std::string& known : names_)
    if (is_id(known)) choices.push_back(known);
  return choices.empty() ? "the model has none" : choices_note(name, choices);
}

std::optional<std::size_t> IdNames::resolve(const ReadContext& context, const Node& node) const {
  if (node.is_scalar()) return resolve(context, context.document.span_of(node), node.scalar);
  context.error(node, fmt::format("this must be the id of one {}", kind_), {note_for("")});
  return std::nullopt;
}

std::optional<std::size_t> IdNames::resolve(const ReadContext& context, const SourceSpan& at,
                                            const std::string& name) const {
  if (is_unreadable_) return std::nullopt;
  if (const std::optional<std::size_t> found = position_of(name)) return found;
  context.diagnostics.error(at, fmt::format("unknown {} '{}'", kind_, name), {note_for(name)});
  return std::nullopt;
}

std::optional<std::size_t> IdNames::position_of(std::string_view name) const {
  const auto found = positions_.find(name);
  if (found == positions_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> IdNames::position(MapReader& reader, std::string_view key) const {
  const Node* node = reader.find(key);
  return node ? resolve(reader.context(), *node) : std::nullopt;
}

std::vector<std::size_t> IdNames::positions(MapReader& reader, std::string_view key) const {
  std::vector<std::size_t> found;
  reader.each(key, [&](const Node& node) {
    if (const auto position = resolve(reader.context(), node)) found.push_back(*position);
  });
  return found;
}

void IdNames::each_keyed(MapReader& reader, std::string_view key,
                         const std::function<void(std::size_t, const Node&)>& read) const {
  std::set<std::size_t> seen;
  reader.each_member(key, [&](const Member& member) {
    const SourceSpan at = reader.context().document.span_of_key(member);
    const std::optional<std::size_t> position = resolve(reader.context(), at, member.key);
    if (!position) return;
    if (!seen.insert(*position).second)
      reader.context().diagnostics.error(
          at, fmt::format("a second entry for the {} '{}'", kind_, names_[*position]));
    if (member.value.kind != NodeKind::null) read(*position, member.value);
  });
}

}  // namespace stagecraft
