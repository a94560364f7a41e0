#include "load/data_pattern.h"

#include <algorithm>

#include "base/suggest.h"

namespace stagecraft {
namespace {

std::optional<std::size_t> place_of(std::string_view name, const std::vector<DataField>& fields) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const DataField& field) { return field.name == name; });
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

}  // namespace

std::optional<DataPattern> DataPattern::read(const ReadContext& context, const Node& node,
                                             std::string_view what,
                                             const std::vector<DataField>& fields, bool has_file) {
  const std::optional<std::string> text = read_text(context, node, what);
  if (!text) return std::nullopt;
  DataPattern pattern;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = std::min(text->find('{', at), text->size());
    Piece piece{text->substr(at, open - at), std::nullopt};
    if (open == text->size()) {
      pattern.pieces_.push_back(std::move(piece));
      return pattern;
    }
    const std::size_t close = text->find('}', open);
    if (close == std::string::npos) {
      context.error(node, fmt::format("'{}' has a '{{' that nothing closes", what));
      return std::nullopt;
    }
    const std::string name = text->substr(open + 1, close - open - 1);
    piece.field = place_of(name, fields);
    if (!piece.field && has_file && name == "file") piece.field = file_part;
    if (!piece.field) {
      std::vector<std::string> names;
      for (const DataField& field : fields) names.push_back(field.name);
      if (has_file) names.push_back("file");
      context.error(node, fmt::format("unknown field '{}' in '{}'", name, what),
                    {choices_note(name, names)});
      return std::nullopt;
    }
    pattern.pieces_.push_back(std::move(piece));
    at = close + 1;
  }
}

std::string DataPattern::filled(const std::vector<DataField>& fields,
                                const std::vector<DataValue>& values, std::string_view file,
                                std::string& missing) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.text;
    if (!piece.field) continue;
    if (*piece.field == file_part) {
      text += file;
      continue;
    }
    const auto* value = std::get_if<std::string>(&values[*piece.field].value);
    if (value)
      text += *value;
    else if (missing.empty())
      missing = fields[*piece.field].name;
  }
  return text;
}

std::vector<std::size_t> DataPattern::fields() const {
  std::vector<std::size_t> places;
  for (const Piece& piece : pieces_)
    if (piece.field && *piece.field != file_part) places.push_back(*piece.field);
  return places;
}

std::string DataPattern::literals() const {
  std::string text;
  for (const Piece& piece : pieces_) text += piece.text;
  return text;
}

}  // namespace stagecraft
