#include "format/yaml_events.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "format/yaml_places.h"
#include "format/yaml_syntax_errors.h"

namespace stagecraft {
namespace {

/// Thrown through yaml-cpp when reading has to end; what was wrong is reported by then.
struct ReadingEnds {};

/// A list or map whose end has not been seen.
struct OpenCollection {
  YamlEvent::Kind kind;
  bool is_flow;
  std::size_t event;       // its index
  std::size_t values = 0;  // of a map: keys and values
  TextRange last_key;
  std::size_t key_mark = 0;  // where yaml-cpp saw that key
};

class EventRecorder : public YAML::EventHandler {
 public:
  EventRecorder(const DocumentLimits& limits, DocumentErrors& errors)
      : limits_(limits), errors_(errors), text_(errors.text()) {
    if (text_.starts_with("\xEF\xBB\xBF")) mark_base_ = 3;  // marks count from behind it
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const std::size_t offset = offset_of(mark);
    const bool is_marked = std::string_view(text_).substr(offset).starts_with("---");
    const std::size_t length = std::max<std::size_t>(1, trimmed_line_end(text_, offset) - offset);
    if (is_marked)
      fail({offset, 3, "a second document starts here", {"a file holds one document"}});
    fail({offset,
          length,
          "unexpected text after the end of the document",
          {"check the indentation of this line"}});
  }
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark&, const std::string& name) override {
    context_.anchors.push_back(name);
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlEvent::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlEvent::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  std::size_t offset_of(const YAML::Mark& mark) const {
    const std::size_t pos = mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
    return std::min(pos + mark_base_, text_.size());
  }
  [[noreturn]] void fail(const SyntaxError& error) {
    errors_.add(error.offset, error.length, error.message, error.notes);
    throw ReadingEnds{};
  }
  void report_syntax_error(const YAML::Exception& error);

  std::vector<YamlEvent> events;

 private:
  bool awaits_key() const {
    return !open_.empty() && open_.back().kind == YamlEvent::Kind::map &&
           open_.back().values % 2 == 0;
  }
  std::string_view null_word(std::size_t offset) const;
  void place_unwritten_null(std::size_t mark, YamlEvent& event);
  void add(YamlEvent event, std::size_t mark);
  void open(YamlEvent::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor);
  void close();
  void report_tag(TextRange tag);

  const DocumentLimits& limits_;
  DocumentErrors& errors_;
  const std::string& text_;
  std::size_t mark_base_ = 0;
  int documents_ = 0;
  std::vector<OpenCollection> open_;
  YamlContext context_;
};

void EventRecorder::report_tag(TextRange tag) {
  const std::string_view written = std::string_view(text_).substr(tag.offset, tag.length);
  errors_.add(tag.offset, tag.length, fmt::format("tag '{}' is not supported", written),
              {"leave it out, or put a text that starts with '!' in quotes"});
}

/// Adds `event`, a key or value of the innermost open collection; yaml-cpp saw it at `mark`.
void EventRecorder::add(YamlEvent event, std::size_t mark) {
  if (events.size() >= limits_.nodes * 2)  // an `end` each, at most
    fail({event.offset, event.length, too_many_nodes_message(limits_.nodes), {}});
  if (!open_.empty()) {
    OpenCollection& parent = open_.back();
    if (awaits_key()) {
      parent.last_key = {event.offset, event.length};
      parent.key_mark = mark;
    }
    ++parent.values;
  }
  events.push_back(std::move(event));
}

/// The word for the null that yaml-cpp reports at `offset`, nothing when there is none. For a value
/// that was left out it gives the place of whatever comes next, which may be a key called null.
std::string_view EventRecorder::null_word(std::size_t offset) const {
  const std::string_view word = null_word_at(text_, offset);
  if (word.empty() || open_.empty() || open_.back().is_flow || awaits_key()) return word;
  const std::size_t parent = events[open_.back().event].offset;
  const bool belongs_to_parent = byte_column(text_, offset) > byte_column(text_, parent);
  return belongs_to_parent ? word : std::string_view();
}

void EventRecorder::place_unwritten_null(std::size_t mark, YamlEvent& event) {
  event.is_written = false;
  if (open_.empty()) return;
  const OpenCollection& parent = open_.back();
  const std::size_t start = events[parent.event].offset;
  if (parent.kind == YamlEvent::Kind::list && parent.is_flow)
    fail({mark, 1, "a list item is missing before this", {"leave out the extra ','"}});
  if (parent.kind == YamlEvent::Kind::list) {
    event.offset = find_dash_before(text_, start, event.offset, byte_column(text_, start));
  } else if (awaits_key()) {
    fail({mark, 1, "a key is missing before this", {"write 'key: value'"}});
  } else {
    if (!parent.is_flow && mark == parent.key_mark) {
      const TextRange key = parent.last_key;
      const std::string_view written = std::string_view(text_).substr(key.offset, key.length);
      fail({key.offset,
            key.length,
            fmt::format("missing ':' after '{}'", written),
            {"write 'key: value'"}});
    }
    event.offset = parent.last_key.offset;
    event.length = parent.last_key.length;
  }
}

void EventRecorder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const ValueStart start = find_value_start(text_, offset_of(mark));
  if (start.tag.length > 0) report_tag(start.tag);
  YamlEvent event;
  event.offset = start.offset;
  event.anchor = anchor;
  if (const std::string_view word = null_word(event.offset); !word.empty()) {
    const bool is_null = word == "~" || word == "null";
    event.kind = is_null ? YamlEvent::Kind::null : YamlEvent::Kind::plain;
    event.length = word.size();
    event.text = word;
  } else {
    place_unwritten_null(offset_of(mark), event);
  }
  add(std::move(event), offset_of(mark));
}

void EventRecorder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  YamlEvent event;
  event.kind = YamlEvent::Kind::alias;
  event.offset = offset_of(mark);
  const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", event.offset), text_.size());
  event.length = std::max<std::size_t>(1, end - event.offset);
  event.anchor = anchor;
  add(std::move(event), offset_of(mark));
}

void EventRecorder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             const std::string& value) {
  const ValueStart start = find_value_start(text_, offset_of(mark));
  if (start.tag.length > 0) report_tag(start.tag);
  const ScalarExtent extent = find_scalar_extent(text_, start.offset, value);
  if (tag == "!" && !extent.is_closed) fail(unclosed_quote(start.offset));
  YamlEvent event;
  event.kind = tag == "!" ? YamlEvent::Kind::text : YamlEvent::Kind::plain;
  event.offset = context_.last_value = start.offset;
  event.length = extent.length;
  event.anchor = anchor;
  event.text = value;
  add(std::move(event), offset_of(mark));
}

void EventRecorder::open(YamlEvent::Kind kind, const YAML::Mark& mark, const std::string& tag,
                         YAML::anchor_t anchor) {
  const ValueStart start = find_value_start(text_, offset_of(mark));
  if (tag != "?") report_tag(start.tag);
  YamlEvent event;
  event.kind = kind;
  event.offset = start.offset;
  event.anchor = anchor;
  const std::size_t depth = std::min(limits_.depth, deepest_yaml);
  if (open_.size() >= depth) fail({event.offset, 1, too_deep_message(depth), {}});
  const char first = start.offset < text_.size() ? text_[start.offset] : ' ';
  add(std::move(event), offset_of(mark));
  const bool is_compact = !open_.empty() && open_.back().is_flow;
  open_.push_back({kind, is_compact || first == '[' || first == '{', events.size() - 1, 0, {}, 0});
}

void EventRecorder::close() {
  const OpenCollection& closed = open_.back();
  YamlEvent& start = events[closed.event];
  const bool has_bracket = text_[start.offset] == '{' || text_[start.offset] == '[';
  if (closed.kind == YamlEvent::Kind::map && !has_bracket && closed.values > 0)
    start.length = events[closed.event + 1].length;
  open_.pop_back();
  YamlEvent event;
  event.kind = YamlEvent::Kind::end;
  events.push_back(event);
}

void EventRecorder::report_syntax_error(const YAML::Exception& error) {
  context_.text = text_;
  for (const OpenCollection& collection : open_) {
    const std::size_t offset = events[collection.event].offset;
    if (text_[offset] == '[' || text_[offset] == '{') context_.open_bracket = offset;
  }
  const SyntaxError explained = explain_yaml_error(error.msg, offset_of(error.mark), context_);
  errors_.add(explained.offset, explained.length, explained.message, explained.notes);
}

/// yaml-cpp keeps all tokens of a bracketed list in memory until it ends, so a text of nothing but
/// brackets and commas is refused before it takes some hundred bytes for each.
bool has_too_many_separators(const DocumentLimits& limits, DocumentErrors& errors) {
  std::size_t separators = 0;
  for (std::size_t i = 0; i < errors.text().size(); ++i) {
    const char c = errors.text()[i];
    if ((c == '[' || c == '{' || c == ',') && ++separators > limits.nodes) {
      errors.add(i, 1, too_many_nodes_message(limits.nodes));
      return true;
    }
  }
  return false;
}

/// yaml-cpp drops lines that start with '%' without a word, wherever they stand.
bool has_unknown_directive(DocumentErrors& errors) {
  const std::string& text = errors.text();
  for (std::size_t i = line_start_before(text, 0); i < text.size();) {
    const std::size_t end = trimmed_line_end(text, i);
    if (text[i] == '%' && text.compare(i, 8, "%YAML 1.") != 0) {
      errors.add(i, end - i, "unknown YAML directive", {"leave out the line that starts with '%'"});
      return true;
    }
    i = std::min(text.find('\n', end), text.size() - 1) + 1;
  }
  return false;
}

}  // namespace

std::optional<std::vector<YamlEvent>> read_yaml_events(const DocumentLimits& limits,
                                                       DocumentErrors& errors) {
  if (!check_line_ends(errors) || has_unknown_directive(errors) ||
      has_too_many_separators(limits, errors))
    return std::nullopt;
  EventRecorder recorder(limits, errors);
  try {
    std::istringstream stream(errors.text());
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(recorder)) continue;
  } catch (const ReadingEnds&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    recorder.report_syntax_error(error);
    return std::nullopt;
  } catch (const std::exception&) {
    errors.add(0, 1, "this is not valid YAML");
    return std::nullopt;
  }
  if (recorder.events.empty()) {
    YamlEvent nothing;
    nothing.is_written = false;
    recorder.events.push_back(nothing);
  }
  return std::move(recorder.events);
}

}  // namespace stagecraft
