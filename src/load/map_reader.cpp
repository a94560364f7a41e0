#include "load/map_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace stagecraft {
namespace {

/// What `node` is, as people say it.
std::string_view kind_in_words(const Node& node) {
  switch (node.kind) {
    case NodeKind::null:
      return "nothing";
    case NodeKind::plain:
    case NodeKind::text:
      return "a text";
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a map";
  }
  return "";
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
}

/// Whether every name of `path` is a plain one, so that it cannot lead out of a folder.
bool is_path_inside(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == ".." || name.find('\\') != std::string_view::npos)
      return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

bool is_lower(char c) {
  return 'a' <= c && c <= 'z';
}
bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

}  // namespace

std::optional<std::string> read_text(const ReadContext& context, const Node& node,
                                     std::string_view what) {
  if (!node.is_scalar()) {
    context.error(node, fmt::format("'{}' must be a text, not {}", what, kind_in_words(node)));
    return std::nullopt;
  }
  if (std::any_of(node.scalar.begin(), node.scalar.end(), is_control)) {
    context.error(node, fmt::format("'{}' holds a control character", what));
    return std::nullopt;
  }
  return node.scalar;
}

std::optional<std::string> read_entry(const ReadContext& context, const Node& node,
                                      std::string_view list) {
  const std::optional<std::string> text = read_text(context, node, list);
  if (text && text->find_first_not_of(" \t\n") == std::string::npos)
    context.error(node, fmt::format("an entry of '{}' is empty", list));
  return text;
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 64 || !is_lower(text.front()) || text.back() == '-')
    return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-' ? text[i - 1] == '-' : !is_lower(text[i]) && !is_digit(text[i]))
      return false;
  }
  return true;
}

std::optional<std::string> read_id(const ReadContext& context, const Node& node,
                                   std::string_view what) {
  const std::optional<std::string> text = read_text(context, node, what);
  if (!text || is_id(*text)) return text;
  context.error(
      node, fmt::format("'{}' is not an id", *text),
      {"an id has lower-case letters, digits and single hyphens, begins with a letter and "
       "is at most 64 characters long"});
  return std::nullopt;
}

std::optional<Exact> read_number(const ReadContext& context, const Node& node,
                                 std::string_view what) {
  const std::optional<Exact> number = node.is_scalar() ? parse_decimal(node.scalar) : std::nullopt;
  if (!number)
    context.error(node, fmt::format("'{}' must be a number such as 40 or 2.5, not {}", what,
                                    node.is_scalar() ? "'" + node.scalar + "'"
                                                     : std::string(kind_in_words(node))));
  return number;
}

void report_choice(const ReadContext& context, const Node& node, std::string_view what,
                   std::span<const std::string> choices) {
  const std::string given =
      node.is_scalar() ? "'" + node.scalar + "'" : std::string(kind_in_words(node));
  context.error(node, fmt::format("{} cannot be {}", what, given), {choices_list(choices)});
}

std::optional<Exact> read_percent(const ReadContext& context, const Node& node,
                                  std::string_view what) {
  const std::optional<Exact> number = read_number(context, node, what);
  if (!number || (0 <= *number && *number <= 100)) return number;
  context.error(node, fmt::format("'{}' must be a number from 0 to 100", what));
  return std::nullopt;
}

MapReader::MapReader(const ReadContext& context, const Node& node, std::string what)
    : context_(context), node_(node), what_(std::move(what)) {
  if (node_.kind != NodeKind::map)
    error(node_,
          fmt::format("{} must be a map of keys and values, not {}", what_, kind_in_words(node_)));
}

const Node* MapReader::find(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const Node* value = node_.find(key);
  return value && value->kind != NodeKind::null ? value : nullptr;
}

const Node* MapReader::find_required(std::string_view key) {
  const Node* value = find(key);
  if (value || node_.kind != NodeKind::map) return value;
  const Node* written = node_.find(key);
  if (written)
    error(*written, fmt::format("'{}' of {} has no value", key, what_));
  else
    error(node_, fmt::format("{} has no '{}'", what_, key));
  return nullptr;
}

std::string MapReader::text(std::string_view key) {
  const Node* value = find(key);
  return value ? read_text(context_, *value, key).value_or("") : "";
}

std::string MapReader::required_text(std::string_view key) {
  const Node* value = find_required(key);
  if (!value) return {};
  const std::optional<std::string> text = read_text(context_, *value, key);
  if (text && text->find_first_not_of(" \t\n") == std::string::npos)
    error(*value, fmt::format("'{}' of {} is empty", key, what_));
  return text.value_or("");
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  std::vector<std::string> result;
  each(key, [&](const Node& item) {
    if (auto text = read_entry(context_, item, key)) result.push_back(std::move(*text));
  });
  return result;
}

std::optional<Exact> MapReader::number(std::string_view key) {
  const Node* value = find(key);
  return value ? read_number(context_, *value, key) : std::nullopt;
}

std::optional<Exact> MapReader::required_number(std::string_view key) {
  return find_required(key) ? number(key) : std::nullopt;
}

std::optional<Exact> MapReader::percent(std::string_view key) {
  const Node* value = find(key);
  return value ? read_percent(context_, *value, key) : std::nullopt;
}

Exact MapReader::weight(std::string_view key) {
  const std::optional<Exact> given = number(key);
  if (!given) return 1;
  if (*given > 0) return *given;
  error(*find(key), fmt::format("'{}' must be above 0", key));
  return 1;
}

int MapReader::required_whole(std::string_view key, int least, int most) {
  return find_required(key) ? whole(key, least, most, least) : least;
}

int MapReader::whole(std::string_view key, int least, int most, int otherwise) {
  const Node* value = find(key);
  if (!value) return otherwise;
  const std::optional<Exact> number =
      value->is_scalar() ? parse_decimal(value->scalar) : std::nullopt;
  const std::optional<std::int64_t> whole = number ? whole_number(*number) : std::nullopt;
  if (whole && least <= *whole && *whole <= most) return static_cast<int>(*whole);
  error(*value, fmt::format("'{}' must be a whole number from {} to {}", key, least, most));
  return least;
}

std::optional<Date> MapReader::date(std::string_view key) {
  const Node* value = find(key);
  if (!value) return std::nullopt;
  const std::optional<Date> date = value->is_scalar() ? parse_date(value->scalar) : std::nullopt;
  if (!date) error(*value, fmt::format("'{}' must be a date such as 2026-09-15 or 2026-09", key));
  return date;
}

bool MapReader::yes_no(std::string_view key) {
  static constexpr std::array<Word<bool>, 4> words{
      {{"yes", true}, {"no", false}, {"true", true}, {"false", false}}};
  return choice(key, words, false);
}

std::string MapReader::path(std::string_view key, std::string_view otherwise) {
  const Node* value = find(key);
  const std::string path = value ? text(key) : std::string();
  if (path.empty()) return std::string(otherwise);
  if (is_path_inside(path)) return path;
  error(*value, fmt::format("'{}' leaves the project", path),
        {"a path is relative to the project, with '/' between names and without '.' or '..'"});
  return std::string(otherwise);
}

void MapReader::check_entries(std::string_view key, std::size_t least) {
  const Node* value = find(key);
  if (value && value->kind == NodeKind::list && value->items.size() < least)
    error(*value, fmt::format("'{}' of {} needs at least {}", key, what_,
                              least == 1 ? "one entry" : "two entries"));
}

void MapReader::require_entries(std::string_view key, std::size_t least) {
  find_required(key);
  check_entries(key, least);
}

void MapReader::each(std::string_view key, const std::function<void(const Node&)>& read) {
  const Node* value = find(key);
  if (!value) return;
  if (value->kind != NodeKind::list) {
    error(*value, fmt::format("'{}' must be a list, not {}", key, kind_in_words(*value)));
    return;
  }
  for (const Node& item : value->items) read(item);
}

void MapReader::each_map(std::string_view key, std::string_view what,
                         const std::function<void(MapReader&)>& read) {
  each(key, [&](const Node& item) {
    MapReader reader(context_, item, std::string(what));
    if (item.kind != NodeKind::map) return;
    read(reader);
    reader.finish();
  });
}

void MapReader::in_map(std::string_view key, std::string_view what,
                       const std::function<void(MapReader&)>& read) {
  const Node* value = find(key);
  if (!value) return;
  MapReader reader(context_, *value, std::string(what));
  if (value->kind != NodeKind::map) return;
  read(reader);
  reader.finish();
}

void MapReader::each_member(std::string_view key, const std::function<void(const Member&)>& read) {
  const Node* value = find(key);
  if (!value) return;
  if (value->kind != NodeKind::map) {
    error(*value, fmt::format("'{}' must be a map, not {}", key, kind_in_words(*value)));
    return;
  }
  for (const Member& member : value->members) read(member);
}

void MapReader::finish() const {
  for (const Member& member : node_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    context_.diagnostics.error(context_.document.span_of_key(member),
                               fmt::format("unknown key '{}' in {}", member.key, what_),
                               {choices_note(member.key, asked_)});
  }
}

}  // namespace stagecraft
