#include "load/load_strings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/message_pattern.h"
#include "base/suggest.h"
#include "load/map_reader.h"

namespace stagecraft {
namespace {

using Strings = std::map<std::string, std::string, std::less<>>;

/// Reads one file of texts over what the layers below it have set.
class StringsFile {
 public:
  StringsFile(const ReadContext& context, const std::string& language, const Strings& below)
      : context_(context), language_(language), below_(below), strings_(below) {}

  Strings read() {
    read_map(context_.document.root, "");
    return std::move(strings_);
  }

 private:
  void read_map(const Node& map, const std::string& prefix) {
    if (map.kind != NodeKind::map) {
      context_.error(map, "texts stand in a map of keys and values");
      return;
    }
    for (const Member& member : map.members) {
      const std::string key = prefix + member.key;
      if (member.value.kind == NodeKind::map)
        read_map(member.value, key + ".");
      else
        read_string(member, key);
    }
  }

  void read_string(const Member& member, const std::string& key) {
    const std::optional<std::string> text = read_text(context_, member.value, key);
    const auto original = below_.find(key);
    if (!below_.empty() && original == below_.end()) {
      std::vector<std::string> keys;
      for (const auto& [known, unused] : below_) keys.push_back(known);
      context_.diagnostics.error(context_.document.span_of_key(member),
                                 fmt::format("unknown text '{}'", key), {choices_note(key, keys)});
      return;
    }
    if (!text || !check_pattern(member.value, *text, original)) return;
    strings_[key] = *text;
  }

  bool check_pattern(const Node& node, const std::string& text, Strings::const_iterator original) {
    if (text.find('{') == std::string::npos) return true;
    const std::optional<MessagePattern> pattern = MessagePattern::parse(text, language_);
    if (!pattern) {
      context_.error(node, "this text is not a well-formed message pattern",
                     {"for example: {count, plural, one {# question} other {# questions}}"});
      return false;
    }
    if (original == below_.end()) return true;
    const auto known = MessagePattern::parse(original->second, language_);
    const std::vector<std::string> places = known ? known->names() : std::vector<std::string>{};
    for (const std::string& name : pattern->names()) {
      if (std::find(places.begin(), places.end(), name) != places.end()) continue;
      context_.error(node,
                     fmt::format("nothing is known for the place '{{{}}}' in this text", name),
                     {choices_note(name, places)});
      return false;
    }
    return true;
  }

  ReadContext context_;
  const std::string& language_;
  const Strings& below_;
  Strings strings_;
};

}  // namespace

std::map<std::string, std::string, std::less<>> load_strings(const Layers& layers,
                                                             const std::string& language,
                                                             Diagnostics& diagnostics) {
  Strings strings;
  for (const Layers::Found& file : layers.find_all("content/strings/" + language + ".yaml")) {
    const std::optional<Document> document = read_document_file(*file.tree, file.path, diagnostics);
    if (!document) continue;
    const ReadContext context{*document, diagnostics};
    strings = StringsFile(context, language, strings).read();
  }
  return strings;
}

}  // namespace stagecraft
