#include "format/yaml_subset.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "format/yaml_events.h"
#include "format/yaml_places.h"

namespace stagecraft {
namespace {

// yaml-cpp matches regular expressions at every character and takes some 200 ns for a byte of a
// model, two thirds of the time of a whole build; this takes some 5.

/// Thrown where the text leaves the subset.
struct OutsideSubset {};

constexpr std::size_t longest_key = 1000;  // yaml-cpp looks for the ':' of a key within 1024

/// Whether a plain scalar of the subset may start at `offset`.
bool is_plain_start(std::string_view text, std::size_t offset) {
  constexpr std::string_view others = " \n,[]{}#&*!|>'\"%@`?:";
  if (offset >= text.size() || others.find(text[offset]) != others.npos) return false;
  if (text[offset] != '-') return true;
  const char next = offset + 1 < text.size() ? text[offset + 1] : '\n';
  return ('0' <= next && next <= '9') || ('a' <= next && next <= 'z');
}

/// Whether a plain scalar in a flow collection ends before `c`, whatever stands before that.
bool ends_in_flow(char c) {
  return c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '\n';
}

bool is_null_word(std::string_view word) {
  return word == "~" || word == "null" || word == "Null" || word == "NULL";
}

bool has_unique_keys(const Node& map) {
  std::vector<std::string_view> keys;
  keys.reserve(map.members.size());
  for (const Member& member : map.members) keys.push_back(member.key);
  std::sort(keys.begin(), keys.end());
  return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

class SubsetReader {
 public:
  SubsetReader(std::string_view text, const DocumentLimits& limits)
      : text_(text), deepest_(std::min(limits.depth, deepest_yaml)), most_events_(limits.nodes) {}

  Node read() {
    next_line(0);
    require(!at_end());
    Node root = block_value(0);
    require(at_end());
    return root;
  }

 private:
  using Column = std::int64_t;

  static void require(bool holds) {
    if (!holds) throw OutsideSubset{};
  }
  bool at_end() const { return at_ == text_.size(); }
  char byte(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  bool ends_word(std::size_t offset) const { return byte(offset) == ' ' || byte(offset) == '\n'; }
  bool is_at_dash() const { return byte(at_) == '-' && ends_word(at_ + 1); }

  void next_line(std::size_t line);
  void finish_line(std::size_t offset);
  std::size_t skip_spaces(std::size_t offset) const;
  bool starts_comment_or_ends(std::size_t offset) const;

  void count(std::size_t events);
  Node collection(NodeKind kind, std::size_t depth);
  Node block_value(std::size_t depth);
  Node block_list(std::size_t depth);
  Node block_map(std::size_t depth);
  Node list_item(Column column, std::size_t depth);
  Node member_value(const Member& member, Column column, std::size_t depth);
  Node value_on_line(std::size_t depth);
  std::optional<Member> take_key();

  std::string take_quoted();
  Node quoted();
  Node plain(std::size_t end);
  std::size_t plain_end() const;
  Node block_scalar(Column parent);
  bool is_at_block_scalar() const { return byte(at_) == '|' || byte(at_) == '>'; }

  Node flow_value(std::size_t depth);
  void flow_list(Node& list, std::size_t depth);
  void flow_map(Node& map, std::size_t depth);
  std::size_t flow_plain_end() const;
  bool take_separator(char closing);

  std::string_view text_;
  std::size_t deepest_;
  std::size_t most_events_;
  std::size_t at_ = 0;      // what is read next
  Column column_ = 0;       // of at_ in its line; -1 at the end of the text
  std::size_t events_ = 0;  // as yaml-cpp would have given them
};

std::size_t SubsetReader::skip_spaces(std::size_t offset) const {
  while (byte(offset) == ' ') ++offset;
  return offset;
}

bool SubsetReader::starts_comment_or_ends(std::size_t offset) const {
  return byte(offset) == '\n' || byte(offset) == '#';
}

/// Goes to the next thing that is neither blank nor comment, from `line` on, where a line starts.
void SubsetReader::next_line(std::size_t line) {
  while (line < text_.size()) {
    const std::size_t start = skip_spaces(line);
    if (!starts_comment_or_ends(start)) {
      const std::string_view rest = text_.substr(start);
      at_ = start;
      column_ = static_cast<Column>(start - line);
      require(column_ > 0 ||
              !(rest[0] == '%' || rest.starts_with("---") || rest.starts_with("...")));
      return;
    }
    line = text_.find('\n', start) + 1;
  }
  at_ = text_.size();
  column_ = -1;
}

/// Goes on behind a value that ended before `offset`: only blanks and a comment may follow.
void SubsetReader::finish_line(std::size_t offset) {
  const std::size_t rest = skip_spaces(offset);
  require(byte(rest) == '\n' || (byte(rest) == '#' && rest > offset));
  next_line(text_.find('\n', rest) + 1);
}

/// The limits are held by those who report them; from half of them on, all is left to them.
void SubsetReader::count(std::size_t events) {
  events_ += events;
  require(events_ < most_events_);
}

Node SubsetReader::collection(NodeKind kind, std::size_t depth) {
  require(depth < deepest_);
  count(2);
  Node node;
  node.kind = kind;
  node.offset = at_;
  node.length = 1;
  return node;
}

/// A value that starts at its own line or behind a dash.
Node SubsetReader::block_value(std::size_t depth) {
  if (is_at_dash()) return block_list(depth);
  const char first = byte(at_);
  if (first != '[' && first != '{') {
    const std::size_t start = at_;
    const bool is_map = take_key().has_value();
    at_ = start;
    if (is_map) return block_map(depth);
  }
  return value_on_line(depth);
}

Node SubsetReader::block_list(std::size_t depth) {
  Node list = collection(NodeKind::list, depth);
  const Column column = column_;
  while (column_ == column && is_at_dash()) list.items.push_back(list_item(column, depth + 1));
  require(column_ <= column);
  return list;
}

Node SubsetReader::list_item(Column column, std::size_t depth) {
  const std::size_t start = skip_spaces(at_ + 1);
  if (starts_comment_or_ends(start)) {
    finish_line(at_ + 1);
    require(column_ > column);
    return block_value(depth);
  }
  column_ += static_cast<Column>(start - at_);
  at_ = start;
  if (is_at_block_scalar()) return block_scalar(column);
  Node item = block_value(depth);
  require(column_ <= column);
  return item;
}

Node SubsetReader::block_map(std::size_t depth) {
  Node map = collection(NodeKind::map, depth);
  const Column column = column_;
  while (column_ == column && !is_at_dash()) {
    std::optional<Member> member = take_key();
    require(member.has_value());
    member->value = member_value(*member, column, depth + 1);
    map.members.push_back(std::move(*member));
  }
  require(column_ < column && has_unique_keys(map));
  map.length = map.members.front().key_length;
  return map;
}

/// Reads what stands behind the ':' of `member`, which is a key at `column`.
Node SubsetReader::member_value(const Member& member, Column column, std::size_t depth) {
  const std::size_t start = skip_spaces(at_);
  if (!starts_comment_or_ends(start)) {
    at_ = start;
    Node value = is_at_block_scalar() ? block_scalar(column) : value_on_line(depth);
    require(column_ <= column);
    return value;
  }
  finish_line(at_);
  if (column_ > column) return block_value(depth);
  if (column_ == column && is_at_dash()) return block_list(depth);
  count(1);
  Node nothing;
  nothing.offset = member.key_offset;
  nothing.length = member.key_length;
  return nothing;
}

/// The key that starts here, with at_ behind its ':'; nothing when there is no key.
std::optional<Member> SubsetReader::take_key() {
  Member member;
  member.key_offset = at_;
  std::size_t end = at_;
  if (byte(at_) == '"' || byte(at_) == '\'') {
    member.key = take_quoted();
    end = at_;
    if (byte(end) != ':' || !ends_word(end + 1)) return std::nullopt;
  } else {
    require(is_plain_start(text_, at_));
    const std::size_t line_end = text_.find('\n', at_);
    while (end < line_end && !(text_[end] == ':' && ends_word(end + 1))) {
      if (text_[end] == '#' && text_[end - 1] == ' ') return std::nullopt;
      ++end;
    }
    if (end == line_end) return std::nullopt;
    member.key = text_.substr(at_, end - at_);
    require(!is_null_word(member.key) && member.key != "<<" && !member.key.ends_with(' '));
  }
  member.key_length = end - member.key_offset;
  require(member.key_length <= longest_key);
  count(1);
  at_ = end + 1;
  return member;
}

/// A scalar on one line or a collection in flow style, and the rest of its line.
Node SubsetReader::value_on_line(std::size_t depth) {
  const char first = byte(at_);
  const bool is_delimited = first == '[' || first == '{' || first == '"' || first == '\'';
  Node value = is_delimited ? flow_value(depth) : plain(plain_end());
  finish_line(at_);
  return value;
}

/// The text of the quoted scalar that starts here, with at_ behind its closing quote.
std::string SubsetReader::take_quoted() {
  const char quote = text_[at_++];
  std::string value;
  while (true) {
    const char c = byte(at_++);
    require(c != '\n');
    if (c == quote && !(quote == '\'' && byte(at_) == '\'')) return value;
    if (c == quote) ++at_;
    if (c != '\\' || quote == '\'') {
      value += c;
      continue;
    }
    const char escaped = byte(at_++);
    require(escaped == '"' || escaped == '\\' || escaped == '/' || escaped == 'n');
    value += escaped == 'n' ? '\n' : escaped;
  }
}

Node SubsetReader::quoted() {
  count(1);
  Node node;
  node.kind = NodeKind::text;
  node.offset = at_;
  node.scalar = take_quoted();
  node.length = at_ - node.offset;
  return node;
}

/// The plain scalar from here to `end`, with at_ there.
Node SubsetReader::plain(std::size_t end) {
  count(1);
  Node node;
  node.offset = at_;
  node.length = end - at_;
  const std::string_view value = text_.substr(at_, node.length);
  at_ = end;
  if (value == "~" || value == "null") return node;
  require(!is_null_word(value));
  node.kind = NodeKind::plain;
  node.scalar = value;
  return node;
}

/// Where the plain scalar that starts here ends in its line.
std::size_t SubsetReader::plain_end() const {
  require(is_plain_start(text_, at_));
  std::size_t end = at_;
  for (; text_[end] != '\n'; ++end) {
    require(text_[end] != ':' || !ends_word(end + 1));
    if (text_[end] == '#' && text_[end - 1] == ' ') break;
  }
  while (text_[end - 1] == ' ') --end;
  return end;
}

/// Reads the block scalar whose header starts here, inside of a collection at `parent`.
Node SubsetReader::block_scalar(Column parent) {
  count(1);
  Node node;
  node.kind = NodeKind::text;
  node.offset = at_;
  const bool folds = text_[at_] == '>';
  const bool strips = byte(at_ + 1) == '-';
  require(byte(skip_spaces(at_ + (strips ? 2 : 1))) == '\n');

  std::size_t line = text_.find('\n', at_) + 1;
  const std::size_t indent = skip_spaces(line) - line;
  require(static_cast<Column>(indent) > parent && byte(line + indent) != '\n');
  std::size_t breaks = 0;
  while (line < text_.size()) {
    const std::size_t start = skip_spaces(line), end = text_.find('\n', start);
    if (start == end) {
      require(start - line <= indent);
      ++breaks;
    } else {
      if (start - line < indent) break;
      require(text_[end - 1] != ' ' && !(folds && start - line > indent));
      if (folds && breaks == 1)
        node.scalar += ' ';
      else
        node.scalar.append(folds && breaks > 0 ? breaks - 1 : breaks, '\n');
      node.scalar += text_.substr(line + indent, end - line - indent);
      breaks = 1;
    }
    line = end + 1;
  }
  if (!strips) node.scalar += '\n';
  node.length = find_scalar_extent(text_, at_, node.scalar).length;
  next_line(line);
  return node;
}

Node SubsetReader::flow_value(std::size_t depth) {
  const char first = byte(at_);
  if (first == '"' || first == '\'') return quoted();
  if (first != '[' && first != '{') return plain(flow_plain_end());
  Node node = collection(first == '[' ? NodeKind::list : NodeKind::map, depth);
  at_ = skip_spaces(at_ + 1);
  if (first == '[')
    flow_list(node, depth);
  else
    flow_map(node, depth);
  return node;
}

/// Whether a further value follows in a flow collection that ends with `closing`, which is passed.
bool SubsetReader::take_separator(char closing) {
  at_ = skip_spaces(at_);
  const char separator = byte(at_);
  require(separator == ',' || separator == closing);
  ++at_;
  if (separator == ',') at_ = skip_spaces(at_);
  return separator == ',';
}

void SubsetReader::flow_list(Node& list, std::size_t depth) {
  if (byte(at_) == ']') {
    ++at_;
    return;
  }
  do list.items.push_back(flow_value(depth + 1));
  while (take_separator(']'));
}

void SubsetReader::flow_map(Node& map, std::size_t depth) {
  if (byte(at_) == '}') {
    ++at_;
    return;
  }
  do {
    const Node key = flow_value(deepest_);  // too deep for a list or map
    require(key.is_scalar() && key.scalar != "<<" && key.length <= longest_key);
    require(byte(at_) == ':' && byte(at_ + 1) == ' ');
    at_ = skip_spaces(at_ + 1);
    map.members.push_back({key.scalar, key.offset, key.length, flow_value(depth + 1)});
  } while (take_separator('}'));
  require(has_unique_keys(map));
}

/// Where the plain scalar that starts here ends inside of a flow collection.
std::size_t SubsetReader::flow_plain_end() const {
  require(is_plain_start(text_, at_));
  std::size_t end = at_;
  while (!ends_in_flow(text_[end])) {
    const char c = text_[end], next = byte(end + 1);
    if (c == ':' && next == ' ') break;
    require(c != '?' && !(c == ' ' && next == '#'));
    require(c != ':' || !ends_in_flow(next));
    ++end;
  }
  while (text_[end - 1] == ' ') --end;
  return end;
}

}  // namespace

std::optional<Node> read_yaml_subset(std::string_view text, const DocumentLimits& limits) {
  const bool is_plain = text.ends_with('\n') && text.find('\t') == text.npos &&
                        text.find('\r') == text.npos && !text.starts_with("\xEF\xBB\xBF");
  if (!is_plain) return std::nullopt;
  try {
    return SubsetReader(text, limits).read();
  } catch (const OutsideSubset&) {
    return std::nullopt;
  }
}

}  // namespace stagecraft
