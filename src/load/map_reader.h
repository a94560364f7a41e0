#pragma once

#include <fmt/format.h>

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/exact.h"
#include "format/node.h"
#include "model/date.h"
#include "model/words.h"

namespace stagecraft {

/// A document that is being read and where its mistakes go.
struct ReadContext {
  const Document& document;
  Diagnostics& diagnostics;

  void error(const Node& at, std::string message, std::vector<std::string> notes = {}) const {
    diagnostics.error(document.span_of(at), std::move(message), std::move(notes));
  }
};

/// The text of `node`, which is called `what` in messages; nothing, and an error, when it is not a
/// text or holds control characters other than tab and newline.
std::optional<std::string> read_text(const ReadContext& context, const Node& node,
                                     std::string_view what);

/// As read_text(), of an entry of the list `list`, which must not be blank.
std::optional<std::string> read_entry(const ReadContext& context, const Node& node,
                                      std::string_view list);

/// Reports that `node`, which is called `what`, is none of `choices`.
void report_choice(const ReadContext& context, const Node& node, std::string_view what,
                   std::span<const std::string> choices);

/// The meaning of the word at `node`; nothing, and an error with the choices, when it has none.
template <class Meaning, std::size_t n>
std::optional<Meaning> read_choice(const ReadContext& context, const Node& node,
                                   std::string_view what,
                                   const std::array<Word<Meaning>, n>& words) {
  std::vector<std::string> choices;
  for (const Word<Meaning>& word : words) {
    if (node.is_scalar() && node.scalar == word.text) return word.meaning;
    choices.emplace_back(word.text);
  }
  report_choice(context, node, what, choices);
  return std::nullopt;
}

/// Whether `text` is kebab-case and at most 64 characters long.
bool is_id(std::string_view text);

/// The id at `node`; an error when it is not kebab-case.
std::optional<std::string> read_id(const ReadContext& context, const Node& node,
                                   std::string_view what);

/// The number at `node`, which is called `what` in messages; an error when it is not a plain
/// decimal.
std::optional<Exact> read_number(const ReadContext& context, const Node& node,
                                 std::string_view what);

/// As read_number(), from 0 to 100.
std::optional<Exact> read_percent(const ReadContext& context, const Node& node,
                                  std::string_view what);

/// Reads the members of one map by their declared types, and reports each mistake where it stands.
/// A getter without "required" gives its empty value when the key is missing; every getter gives it
/// after an error. finish() reports the keys that nobody asked for.
class MapReader {
 public:
  /// `what` names the thing in messages: "stage", "question". An error when `node` is no map.
  MapReader(const ReadContext& context, const Node& node, std::string what);

  const ReadContext& context() const { return context_; }
  const Node& node() const { return node_; }
  const std::string& what() const { return what_; }

  /// The value of `key`, null when the key is missing or has no value.
  const Node* find(std::string_view key);
  /// As find(), and an error when it is missing.
  const Node* find_required(std::string_view key);

  std::string text(std::string_view key);
  std::string required_text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);

  /// Kebab-case ids; see model/ids.h.
  template <class Id>
  Id id(std::string_view key) {
    return as_id<Id>(find(key), key);
  }
  template <class Id>
  Id required_id(std::string_view key) {
    return as_id<Id>(find_required(key), key);
  }
  template <class Id>
  std::vector<Id> ids(std::string_view key) {
    std::vector<Id> result;
    each(key, [&](const Node& item) {
      if (const Id id = as_id<Id>(&item, key); !id.empty()) result.push_back(id);
    });
    return result;
  }

  std::optional<Exact> number(std::string_view key);
  std::optional<Exact> required_number(std::string_view key);
  /// A number from 0 to 100.
  std::optional<Exact> percent(std::string_view key);
  /// A number above 0; 1 when the key is missing or after an error.
  Exact weight(std::string_view key);
  /// A whole number from `least` to `most`; `least` after an error.
  int required_whole(std::string_view key, int least, int most);
  /// As above; `otherwise` when the key is missing.
  int whole(std::string_view key, int least, int most, int otherwise);
  std::optional<Date> date(std::string_view key);
  /// Whether the word at `key` is yes or true; no when the key is missing.
  bool yes_no(std::string_view key);
  /// A path within the project, "/" between names; `otherwise` when the key is missing.
  std::string path(std::string_view key, std::string_view otherwise);

  /// The meaning of the word at `key`; `otherwise` when the key is missing or after an error.
  template <class Meaning, std::size_t n>
  Meaning choice(std::string_view key, const std::array<Word<Meaning>, n>& words,
                 Meaning otherwise) {
    const Node* node = find(key);
    if (!node) return otherwise;
    return read_choice(context_, *node, fmt::format("'{}' of {}", key, what_), words)
        .value_or(otherwise);
  }

  template <class Meaning, std::size_t n>
  Meaning required_choice(std::string_view key, const std::array<Word<Meaning>, n>& words) {
    find_required(key);
    return choice(key, words, words.front().meaning);
  }

  /// An error when there is a list at `key` with fewer than `least` (1 or 2) entries.
  void check_entries(std::string_view key, std::size_t least);
  /// As above, and an error when the key is missing.
  void require_entries(std::string_view key, std::size_t least);

  /// Calls `read` for each element of the list at `key`; an error when it is no list.
  void each(std::string_view key, const std::function<void(const Node&)>& read);
  /// Calls `read` with a reader for each map in the list at `key`; each is finished afterwards.
  void each_map(std::string_view key, std::string_view what,
                const std::function<void(MapReader&)>& read);
  /// Calls `read` with a reader for the map at `key`, if there is one; it is finished afterwards.
  void in_map(std::string_view key, std::string_view what,
              const std::function<void(MapReader&)>& read);
  /// Calls `read` for each member of the map at `key`; an error when it is no map.
  void each_member(std::string_view key, const std::function<void(const Member&)>& read);

  void error(const Node& at, std::string message, std::vector<std::string> notes = {}) const {
    context_.error(at, std::move(message), std::move(notes));
  }

  /// Reports unknown keys. Call it when every key has been asked for.
  void finish() const;

 private:
  template <class Id>
  Id as_id(const Node* node, std::string_view key) {
    const std::optional<std::string> id = node ? read_id(context_, *node, key) : std::nullopt;
    return id ? Id(*id) : Id();
  }

  ReadContext context_;
  const Node& node_;
  std::string what_;
  std::vector<std::string> asked_;
};

}  // namespace stagecraft
