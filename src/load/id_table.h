#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/map_reader.h"

namespace stagecraft {

/// The ids of one kind of thing in the order of writing, and the ids that the things had before.
/// They are collected before anything is read, so a reference may point anywhere in the file.
class IdNames {
 public:
  /// `kind` names one of the things in messages: "stage".
  explicit IdNames(std::string kind) : kind_(std::move(kind)) {}

  /// More than this of one kind is refused, so that no input makes the checks slow.
  static constexpr std::size_t limit = 2000;

  /// Notes the `id` and the `formerly` of each map in `things`; an error where one is used twice.
  /// A thing's position is its place in `things`. What is no id is left to the reader of the thing.
  void collect(const ReadContext& context, const std::vector<const Node*>& things);
  /// As above, for the maps in the list `node`, which may be null. When it is no list, every
  /// reference is unknown and none is reported: that mistake is reported once, by the list's
  /// reader.
  void collect_list(const ReadContext& context, const Node* node);

  const std::string& kind() const { return kind_; }
  std::size_t size() const { return names_.size(); }

  /// The position of what `node` refers to by its present or an earlier id; nothing, and an error
  /// with the choices, when there is none.
  std::optional<std::size_t> resolve(const ReadContext& context, const Node& node) const;
  /// As above, for a key that is an id.
  std::optional<std::size_t> resolve(const ReadContext& context, const SourceSpan& at,
                                     const std::string& name) const;
  /// The position of the thing that has, or had, the id `name`; nothing when there is none.
  std::optional<std::size_t> position_of(std::string_view name) const;
  /// What the member `key` refers to.
  std::optional<std::size_t> position(MapReader& reader, std::string_view key) const;
  /// What the list at `key` refers to.
  std::vector<std::size_t> positions(MapReader& reader, std::string_view key) const;

  /// Calls `read` with the position and the value of each member of the map at `key` whose key
  /// refers to a thing and which has a value; an error where two refer to the same thing.
  void each_keyed(MapReader& reader, std::string_view key,
                  const std::function<void(std::size_t, const Node&)>& read) const;

  /// The present id; empty where the file gives none.
  const std::string& name(std::size_t position) const { return names_[position]; }

 private:
  void note(const ReadContext& context, const Node& node, std::size_t position,
            std::string_view what);
  /// What helps somebody who wrote `name` for one of these.
  std::string note_for(std::string_view name) const;

  std::string kind_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> positions_;  // by present and by earlier id
  bool is_unreadable_ = false;
};

/// The same with ids of their own type.
template <class Id>
class IdTable : public IdNames {
 public:
  using IdNames::IdNames;

  Id id(std::size_t position) const { return Id(name(position)); }

  /// The present id of what the member `key` refers to, empty when it is missing or unknown.
  Id reference(MapReader& reader, std::string_view key) const {
    const std::optional<std::size_t> found = position(reader, key);
    return found ? id(*found) : Id();
  }

  /// The present ids of what the list at `key` refers to.
  std::vector<Id> references(MapReader& reader, std::string_view key) const {
    std::vector<Id> ids;
    for (const std::size_t found : positions(reader, key)) ids.push_back(id(found));
    return ids;
  }
};

}  // namespace stagecraft
