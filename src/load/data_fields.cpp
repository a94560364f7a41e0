#include "load/data_fields.h"

#include <algorithm>

namespace stagecraft {
namespace {

constexpr std::size_t deepest_field = 8;

bool is_field_name(std::string_view name) {
  const auto is_letter = [](char c) { return 'a' <= c && c <= 'z'; };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == '_'; });
}

/// "page_size" is "Page size" to readers.
std::string title_from(std::string_view name) {
  std::string title(name);
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && 'a' <= title.front() && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

/// Reads declarations of fields.
class FieldReader {
 public:
  FieldReader(const ReadContext& context, bool is_csv) : context_(context), is_csv_(is_csv) {}

  std::vector<DataField> fields(MapReader& reader, std::string_view key, std::size_t depth) {
    std::vector<DataField> result;
    if (const Node* map = reader.find_required(key);
        map && map->kind == NodeKind::map && map->members.empty())
      context_.error(*map, fmt::format("'{}' names no field", key));
    reader.each_member(key, [&](const Member& member) {
      if (!is_field_name(member.key))
        context_.diagnostics.error(
            context_.document.span_of_key(member),
            fmt::format("'{}' is no name of a field", member.key),
            {"a name has lower-case letters, digits and '_', and begins with a letter"});
      result.push_back(field(member.value, member.key, depth));
    });
    return result;
  }

 private:
  DataField field(const Node& node, const std::string& name, std::size_t depth) {
    DataField result;
    result.name = name;
    result.title = title_from(name);
    if (depth == deepest_field) {
      context_.error(node, fmt::format("fields lie at most {} deep in each other", deepest_field));
    } else if (node.is_scalar()) {
      if (const auto type = read_choice(context_, node, "the type of a field", field_type_words))
        result.type = *type;
      report_what_a_short_form_lacks(node, result.type);
    } else {
      MapReader reader(context_, node, "the field");
      if (node.kind == NodeKind::map) read_map(reader, result, depth);
    }
    return result;
  }

  void report_what_a_short_form_lacks(const Node& node, FieldType type) const {
    const char* lacks = type == FieldType::choice ? "choices"
                        : type == FieldType::list ? "of"
                        : type == FieldType::map  ? "fields"
                                                  : nullptr;
    if (lacks)
      context_.error(node, fmt::format("a field of type '{}' needs '{}'", node.scalar, lacks),
                     {fmt::format("write it as a map: {{type: {}, {}: …}}", node.scalar, lacks)});
  }

  void read_map(MapReader& reader, DataField& field, std::size_t depth) {
    field.type = reader.required_choice("type", field_type_words);
    field.is_required = reader.yes_no("required");
    if (const std::string title = reader.text("title"); !title.empty()) field.title = title;
    if (field.type == FieldType::number || field.type == FieldType::whole) {
      field.from = reader.number("from");
      field.to = reader.number("to");
      if (field.from && field.to && *field.to < *field.from)
        reader.error(*reader.find("to"), "'to' of the field is below its 'from'");
    }
    if (field.type == FieldType::choice) {
      reader.require_entries("choices", 1);
      field.choices = reader.texts("choices");
    }
    if (field.type == FieldType::list)
      if (const Node* entry = reader.find_required("of"))
        field.parts.push_back(this->field(*entry, "entry", depth + 1));
    if (field.type == FieldType::map) field.parts = fields(reader, "fields", depth + 1);
    const bool is_too_deep =
        field.type == FieldType::map || (field.type == FieldType::list && !field.parts.empty() &&
                                         (field.parts.front().type == FieldType::list ||
                                          field.parts.front().type == FieldType::map));
    if (is_csv_ && is_too_deep)
      reader.error(reader.node(), "a CSV file holds no maps and no lists of lists");
    reader.finish();
  }

  ReadContext context_;
  bool is_csv_;
};

/// Reads the values of records.
class ValueReader {
 public:
  ValueReader(const ReadContext& context, bool is_csv) : context_(context), is_csv_(is_csv) {}

  std::vector<DataValue> values(const Node& map, const std::vector<DataField>& fields,
                                const std::string& what) const {
    MapReader reader(context_, map, what);
    std::vector<DataValue> result(fields.size());
    if (map.kind != NodeKind::map) return result;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const DataField& field = fields[i];
      const Node* node =
          field.is_required ? reader.find_required(field.name) : reader.find(field.name);
      if (node) result[i] = value(*node, field);
    }
    if (!is_csv_) reader.finish();
    return result;
  }

 private:
  DataValue value(const Node& node, const DataField& field) const {
    switch (field.type) {
      case FieldType::text:
        return {read_text(context_, node, field.name).value_or("")};
      case FieldType::id:
        return {read_id(context_, node, field.name).value_or("")};
      case FieldType::number:
      case FieldType::whole:
        return number(node, field);
      case FieldType::yes_no:
        return yes_no(node, field);
      case FieldType::date:
        return date(node, field);
      case FieldType::choice:
        return choice(node, field);
      case FieldType::address:
        return address(node, field);
      case FieldType::list:
        return list(node, field);
      case FieldType::map:
        return {values(node, field.parts, fmt::format("'{}'", field.name))};
    }
    return {};
  }

  DataValue number(const Node& node, const DataField& field) const {
    const std::optional<Exact> number = read_number(context_, node, field.name);
    if (!number) return {};
    if (field.type == FieldType::whole && !is_whole(*number))
      context_.error(node,
                     fmt::format("'{}' must be a whole number, not {}", field.name, node.scalar));
    else if (field.from && *number < *field.from)
      context_.error(node, fmt::format("'{}' must be at least {}, not {}", field.name,
                                       fraction_text(*field.from), node.scalar));
    else if (field.to && *number > *field.to)
      context_.error(node, fmt::format("'{}' must be at most {}, not {}", field.name,
                                       fraction_text(*field.to), node.scalar));
    return {node.scalar};
  }

  DataValue yes_no(const Node& node, const DataField& field) const {
    static constexpr std::array<Word<bool>, 4> words{
        {{"yes", true}, {"no", false}, {"true", true}, {"false", false}}};
    const auto word = read_choice(context_, node, fmt::format("'{}'", field.name), words);
    return word ? DataValue{*word} : DataValue{};
  }

  DataValue date(const Node& node, const DataField& field) const {
    if (!node.is_scalar() || !parse_date(node.scalar))
      context_.error(node,
                     fmt::format("'{}' must be a date such as 2026-09-15 or 2026-09", field.name));
    return {node.scalar};
  }

  DataValue choice(const Node& node, const DataField& field) const {
    const bool is_known = node.is_scalar() && std::find(field.choices.begin(), field.choices.end(),
                                                        node.scalar) != field.choices.end();
    if (!is_known) report_choice(context_, node, fmt::format("'{}'", field.name), field.choices);
    return {node.scalar};
  }

  DataValue address(const Node& node, const DataField& field) const {
    const std::optional<std::string> text = read_text(context_, node, field.name);
    const bool is_address = text &&
                            (text->starts_with("https://") || text->starts_with("http://")) &&
                            text->find_first_of(" \t\n\"<>") == std::string::npos;
    if (text && !is_address)
      context_.error(node, fmt::format("'{}' is not an address", *text),
                     {"for example: https://example.org/"});
    return {text.value_or("")};
  }

  DataValue list(const Node& node, const DataField& field) const {
    DataValue::Parts entries;
    if (is_csv_ && node.is_scalar()) {
      add_entries_of_a_cell(node, field, entries);
    } else if (node.kind == NodeKind::list) {
      for (const Node& item : node.items) entries.push_back(value(item, named_entry(field)));
    } else {
      context_.error(node, fmt::format("'{}' must be a list", field.name));
    }
    return {std::move(entries)};
  }

  /// What is wrong with an entry is said of the list.
  static DataField named_entry(const DataField& list) {
    DataField entry = list.parts.front();
    entry.name = list.name;
    return entry;
  }

  /// The entries stand in one field of the file, so that is where their mistakes are.
  void add_entries_of_a_cell(const Node& cell, const DataField& field,
                             DataValue::Parts& entries) const {
    const DataField entry = named_entry(field);
    for (std::size_t start = 0; start <= cell.scalar.size();) {
      const std::size_t end = std::min(cell.scalar.find_first_of(";\n", start), cell.scalar.size());
      Node one = cell;
      one.scalar = cell.scalar.substr(start, end - start);
      const std::size_t first = one.scalar.find_first_not_of(" \t");
      one.scalar = first == std::string::npos
                       ? ""
                       : one.scalar.substr(first, one.scalar.find_last_not_of(" \t") - first + 1);
      if (!one.scalar.empty()) entries.push_back(value(one, entry));
      start = end + 1;
    }
  }

  ReadContext context_;
  bool is_csv_;
};

}  // namespace

std::vector<DataField> read_data_fields(MapReader& reader, std::string_view key, bool is_csv) {
  return FieldReader(reader.context(), is_csv).fields(reader, key, 0);
}

std::vector<DataValue> read_data_values(const ReadContext& context, const Node& record,
                                        const std::vector<DataField>& fields, bool is_csv) {
  return ValueReader(context, is_csv).values(record, fields, "the record");
}

}  // namespace stagecraft
