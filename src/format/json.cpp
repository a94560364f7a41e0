#include <simdjson.h>

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "format/document_errors.h"
#include "format/json_syntax.h"
#include "format/read_document.h"

namespace stagecraft {
namespace {

namespace ondemand = simdjson::ondemand;

/// simdjson gives up at 1024.
constexpr std::size_t deepest_json = 1000;

/// Reads a whole JSON text into nodes. simdjson's On Demand looks at what it is asked for only, so
/// everything is asked for, and what it takes on trust (the spelling of numbers and words, halves
/// of surrogate pairs) is checked here.
class JsonReader {
 public:
  JsonReader(std::string_view text, std::size_t base, const DocumentLimits& limits,
             DocumentErrors& errors)
      : text_(text), base_(base), limits_(limits), errors_(errors) {}

  /// Nothing when the text is not JSON, or when a limit was passed (and reported).
  std::optional<Node> read();
  bool passed_limit() const { return passed_limit_; }

 private:
  template <class Value>
  bool value(Value& from, Node& node, std::size_t depth);
  template <class Value>
  bool scalar(Value& from, Node& node, std::string_view token);
  bool list(ondemand::array from, Node& node, std::size_t depth);
  bool map(ondemand::object from, Node& node, std::size_t depth);
  bool member_key(ondemand::field& from, Member& member);
  bool is_all(const Node& root, ondemand::document& document) const;
  bool pass_limit(const Node& node, std::string message);
  bool ends_within_text(std::string_view token) const {
    return token.data() >= text_.data() &&
           token.data() + token.size() <= text_.data() + text_.size();
  }

  std::string_view text_;  // padded: simdjson reads beyond its end
  std::size_t base_;       // of text_ in the source
  const DocumentLimits& limits_;
  DocumentErrors& errors_;
  std::size_t nodes_ = 0;
  bool passed_limit_ = false;
};

std::optional<Node> JsonReader::read() {
  ondemand::parser parser;
  ondemand::document document;
  const simdjson::padded_string_view padded(text_.data(), text_.size(),
                                            text_.size() + simdjson::SIMDJSON_PADDING);
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return std::nullopt;
  Node root;
  if (!value(document, root, 0) || !is_all(root, document)) return std::nullopt;
  return root;
}

/// Whether nothing but blanks follows `root`, which has been read.
bool JsonReader::is_all(const Node& root, ondemand::document& document) const {
  if (root.kind == NodeKind::list || root.kind == NodeKind::map)
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return text_.find_first_not_of(" \t\r\n", root.offset - base_ + root.length) == text_.npos;
}

bool JsonReader::pass_limit(const Node& node, std::string message) {
  errors_.add(node.offset, node.length, std::move(message));
  passed_limit_ = true;
  return false;
}

/// Reads `from` (a document or a value) into `node`; false when it is not valid.
template <class Value>
bool JsonReader::value(Value& from, Node& node, std::size_t depth) {
  std::string_view token;
  if (simdjson::simdjson_result<std::string_view>(from.raw_json_token()).get(token)) return false;
  if (!ends_within_text(token)) return false;
  token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
  if (token.empty()) return false;
  node.offset = base_ + static_cast<std::size_t>(token.data() - text_.data());
  node.length = 1;
  if (++nodes_ > limits_.nodes) return pass_limit(node, too_many_nodes_message(limits_.nodes));

  if (token[0] != '[' && token[0] != '{') return scalar(from, node, token);
  const std::size_t deepest = std::min(limits_.depth, deepest_json);
  if (depth >= deepest) return pass_limit(node, too_deep_message(deepest));
  if (token[0] == '[') {
    ondemand::array array;
    return from.get_array().get(array) == simdjson::SUCCESS && list(array, node, depth);
  }
  ondemand::object object;
  return from.get_object().get(object) == simdjson::SUCCESS && map(object, node, depth);
}

template <class Value>
bool JsonReader::scalar(Value& from, Node& node, std::string_view token) {
  node.length = token.size();
  if (token[0] == '"') {
    node.kind = NodeKind::text;
    std::string_view decoded;
    if (from.get_string().get(decoded)) return false;
    node.scalar = decoded;
    return !find_bad_utf8(decoded);
  }
  // Words and numbers are taken as they stand: a number may be longer than any machine type.
  node.kind = token == "null" ? NodeKind::null : NodeKind::plain;
  if (node.kind == NodeKind::plain) node.scalar = token;
  return token == "null" || token == "true" || token == "false" || is_json_number(token);
}

bool JsonReader::list(ondemand::array from, Node& node, std::size_t depth) {
  node.kind = NodeKind::list;
  for (auto element : from) {
    ondemand::value item;
    if (element.get(item)) return false;
    if (!value(item, node.items.emplace_back(), depth + 1)) return false;
  }
  return true;
}

bool JsonReader::map(ondemand::object from, Node& node, std::size_t depth) {
  node.kind = NodeKind::map;
  for (auto&& entry : from) {
    ondemand::field field;
    if (std::move(entry).get(field)) return false;
    Member& member = node.members.emplace_back();
    if (!member_key(field, member)) return false;
    if (!value(field.value(), member.value, depth + 1)) return false;
  }
  check_unique_keys(node, errors_);
  return true;
}

bool JsonReader::member_key(ondemand::field& from, Member& member) {
  const char* const start = from.key().raw() - 1;  // raw() is behind the quote
  std::string_view decoded;
  if (from.unescaped_key().get(decoded)) return false;
  member.key = decoded;
  member.key_offset = base_ + static_cast<std::size_t>(start - text_.data());
  const char* end = start + 1;
  while (*end != '"') end += *end == '\\' ? 2 : 1;
  member.key_length = static_cast<std::size_t>(end + 1 - start);
  return !find_bad_utf8(decoded);
}

}  // namespace

std::optional<Document> parse_json(std::shared_ptr<const SourceText> source,
                                   const DocumentLimits& limits, Diagnostics& diagnostics) {
  DocumentErrors errors(*source, diagnostics);
  if (!check_text(limits, errors)) return std::nullopt;
  const std::string_view text = without_byte_order_mark(source->text());
  const std::size_t base = source->text().size() - text.size();
  const simdjson::padded_string padded(text);
  JsonReader reader(std::string_view(padded), base, limits, errors);
  std::optional<Node> root = reader.read();
  if (!root && !reader.passed_limit()) {
    const auto error = find_json_error(source->text());
    if (error) errors.add(error->offset, error->length, error->message, error->notes);
    if (!error) errors.add(base, 1, "this is not valid JSON");
  }
  if (!root || errors.failed()) return std::nullopt;
  return Document{std::move(source), std::move(*root)};
}

}  // namespace stagecraft
