#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "format/document_errors.h"
#include "format/read_document.h"
#include "format/yaml_events.h"
#include "format/yaml_subset.h"

namespace stagecraft {
namespace {

using Kind = YamlEvent::Kind;

/// Makes the node tree of a list of events; an alias is read by going over the events of the value
/// that it names once more, so what it costs is counted like anything else.
class TreeBuilder {
 public:
  TreeBuilder(const std::vector<YamlEvent>& events, const DocumentLimits& limits,
              DocumentErrors& errors)
      : events_(events), limits_(limits), errors_(errors) {}

  Node build() { return value(0); }

 private:
  struct Anchored {
    std::size_t event = 0;
    bool is_known = false;
    bool is_complete = false;
  };

  Node value(std::size_t depth);
  Node value_of_alias(const YamlEvent& alias, std::size_t depth);
  void list_items(Node& list, std::size_t depth);
  void map_members(Node& map, std::size_t depth);
  bool key(Member& member);
  void skip_value();
  bool fits(const YamlEvent& event, std::size_t depth);
  void report(const YamlEvent& event, std::string message, std::vector<std::string> notes = {});
  Anchored& anchored(std::size_t anchor);
  std::string_view written(const YamlEvent& event) const {
    return std::string_view(errors_.text()).substr(event.offset, event.length);
  }

  const std::vector<YamlEvent>& events_;
  const DocumentLimits& limits_;
  DocumentErrors& errors_;
  std::size_t next_ = 0;                  // the event to read
  std::size_t nodes_ = 0;                 // made so far
  bool gave_up_ = false;                  // a limit was passed: unwind
  const YamlEvent* expanding_ = nullptr;  // the outermost alias being read, if any
  std::vector<Anchored> anchors_;         // by number
};

TreeBuilder::Anchored& TreeBuilder::anchored(std::size_t anchor) {
  if (anchor >= anchors_.size()) anchors_.resize(anchor + 1);
  return anchors_[anchor];
}

/// Reports a mistake, but only where it was written, not again for every alias.
void TreeBuilder::report(const YamlEvent& event, std::string message,
                         std::vector<std::string> notes) {
  if (!expanding_) errors_.add(event.offset, event.length, std::move(message), std::move(notes));
}

/// Counts a node; gives up when that makes too many or `depth` is too great.
bool TreeBuilder::fits(const YamlEvent& event, std::size_t depth) {
  const std::size_t deepest = std::min(limits_.depth, deepest_yaml);
  const bool nests = event.kind == Kind::list || event.kind == Kind::map;
  std::string message;
  if (++nodes_ > limits_.nodes) message = too_many_nodes_message(limits_.nodes);
  if (nests && depth >= deepest) message = too_deep_message(deepest);
  if (message.empty()) return true;
  if (expanding_)
    message = fmt::format("alias '{}' expands too far: {}", written(*expanding_), message);
  const YamlEvent& place = expanding_ ? *expanding_ : event;
  errors_.add(place.offset, place.length, message);
  gave_up_ = true;
  return false;
}

Node TreeBuilder::value(std::size_t depth) {
  const YamlEvent& event = events_[next_++];
  if (event.kind == Kind::alias) return value_of_alias(event, depth);

  Node node;
  node.offset = event.offset;
  node.length = event.length;
  if (!fits(event, depth)) return node;
  if (event.anchor != 0 && !expanding_) anchored(event.anchor) = {next_ - 1, true, false};
  if (event.kind == Kind::plain || event.kind == Kind::text) {
    node.kind = event.kind == Kind::plain ? NodeKind::plain : NodeKind::text;
    node.scalar = event.text;
  } else if (event.kind == Kind::list) {
    node.kind = NodeKind::list;
    list_items(node, depth);
  } else if (event.kind == Kind::map) {
    node.kind = NodeKind::map;
    map_members(node, depth);
  }
  if (event.anchor != 0 && !expanding_) anchored(event.anchor).is_complete = true;
  return node;
}

Node TreeBuilder::value_of_alias(const YamlEvent& alias, std::size_t depth) {
  const Anchored target = anchored(alias.anchor);
  Node nothing;
  nothing.offset = alias.offset;
  nothing.length = alias.length;
  if (!target.is_known) return nothing;  // its anchor stands in a key that was refused
  if (!target.is_complete) {
    report(alias, fmt::format("alias '{}' stands inside the value that it names", written(alias)));
    return nothing;
  }
  const std::size_t resume_at = std::exchange(next_, target.event);
  const bool is_outermost = expanding_ == nullptr;
  if (is_outermost) expanding_ = &alias;
  Node node = value(depth);
  if (is_outermost) expanding_ = nullptr;
  next_ = resume_at;
  return node;
}

void TreeBuilder::list_items(Node& list, std::size_t depth) {
  while (!gave_up_ && events_[next_].kind != Kind::end) list.items.push_back(value(depth + 1));
  ++next_;
}

void TreeBuilder::map_members(Node& map, std::size_t depth) {
  while (!gave_up_ && events_[next_].kind != Kind::end) {
    Member member;
    const bool is_valid = key(member);
    member.value = value(depth + 1);
    if (is_valid) map.members.push_back(std::move(member));
  }
  ++next_;
  if (!expanding_ && !gave_up_) check_unique_keys(map, errors_);
}

/// Reads a key; reports one that cannot be a key and returns false.
bool TreeBuilder::key(Member& member) {
  const YamlEvent& written_key = events_[next_];
  const YamlEvent* event = &written_key;
  if (event->kind == Kind::alias && anchored(event->anchor).is_known)
    event = &events_[anchored(event->anchor).event];
  if (event->kind == Kind::list || event->kind == Kind::map) {
    report(written_key,
           event->kind == Kind::list ? "a key cannot be a list" : "a key cannot be a map",
           {"put a text that starts with '[', '{' or '?' in quotes"});
    skip_value();
    return false;
  }
  if (written_key.anchor != 0 && written_key.kind != Kind::alias && !expanding_)
    anchored(written_key.anchor) = {next_, true, true};
  ++next_;
  member.key = event->text;
  member.key_offset = written_key.offset;
  member.key_length = written_key.length;
  if (event->kind != Kind::plain || event->text != "<<") return true;
  report(written_key, "merge key '<<' is not supported",
         {"write the members out, or use an alias for the whole value"});
  return false;
}

void TreeBuilder::skip_value() {
  std::size_t open = 0;
  do {
    const Kind kind = events_[next_++].kind;
    if (kind == Kind::list || kind == Kind::map) ++open;
    if (kind == Kind::end) --open;
  } while (open > 0);
}

}  // namespace

std::optional<Document> parse_yaml(std::shared_ptr<const SourceText> source,
                                   const DocumentLimits& limits, Diagnostics& diagnostics) {
  DocumentErrors errors(*source, diagnostics);
  if (!check_text(limits, errors)) return std::nullopt;
  if (std::optional<Node> root = read_yaml_subset(source->text(), limits))
    return Document{source, std::move(*root)};
  const auto events = read_yaml_events(limits, errors);
  if (!events) return std::nullopt;
  Document document{source, TreeBuilder(*events, limits, errors).build()};
  if (errors.failed()) return std::nullopt;
  return document;
}

}  // namespace stagecraft
