// The pages of records and the lists of them; content/docs/data-pages.md.
#include <charconv>

#include "render/page_views.h"

namespace stagecraft {
namespace {

/// A whole number if it is one that templates count with, otherwise an exact one.
Value number_value(const std::string& text) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error == std::errc() && end == text.data() + text.size()) return whole;
  return *parse_decimal(text);
}

/// What a field that is not given is to a template.
Value nothing_of(FieldType type) {
  if (type == FieldType::list) return ValueList{};
  const bool is_text =
      type == FieldType::text || type == FieldType::id || type == FieldType::choice;
  return is_text ? Value("") : Value();
}

Value value_of(const DataField& field, const DataValue& value);

ValueMap values_of(const std::vector<DataField>& fields, const std::vector<DataValue>& values) {
  ValueMap map;
  for (std::size_t i = 0; i < fields.size(); ++i)
    map.set(fields[i].name, value_of(fields[i], values[i]));
  return map;
}

Value value_of(const DataField& field, const DataValue& value) {
  if (const auto* yes = std::get_if<bool>(&value.value)) return *yes;
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    const bool is_number = field.type == FieldType::number || field.type == FieldType::whole;
    return is_number ? number_value(*text) : Value(*text);
  }
  const auto* parts = std::get_if<DataValue::Parts>(&value.value);
  if (!parts) return nothing_of(field.type);
  if (field.type == FieldType::map) return values_of(field.parts, *parts);
  ValueList list;
  for (const DataValue& entry : *parts) list.push_back(value_of(field.parts.front(), entry));
  return list;
}

/// The value as readers see it, on one line; empty when nothing is given.
std::string shown(const PageScope& scope, const DataField& field, const DataValue& value) {
  if (const auto* yes = std::get_if<bool>(&value.value))
    return scope.label(*yes ? "words.answer_yes" : "words.answer_no");
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    if (field.type == FieldType::number || field.type == FieldType::whole)
      return scope.number(*parse_decimal(*text));
    return field.type == FieldType::date ? scope.date(*parse_date(*text)) : *text;
  }
  std::string line;
  const auto* parts = std::get_if<DataValue::Parts>(&value.value);
  for (std::size_t i = 0; parts && i < parts->size(); ++i) {
    const bool is_map = field.type == FieldType::map;
    const DataField& part = field.parts[is_map ? i : 0];
    std::string text = shown(scope, part, (*parts)[i]);
    if (text.empty()) continue;
    if (is_map) text = part.title + ": " + text;
    line += (line.empty() ? "" : scope.label("words.semicolon")) + text;
  }
  return line;
}

ValueList rows_of(const PageScope& scope, const DataCollection& collection, const DataPage& page) {
  ValueList rows;
  for (std::size_t i = 0; i < collection.fields.size(); ++i) {
    const DataField& field = collection.fields[i];
    std::string text = shown(scope, field, page.values[i]);
    if (text.empty()) continue;
    Value href = field.type == FieldType::address ? Value(text) : Value();
    rows.emplace_back(
        ValueMap{{"label", field.title}, {"text", std::move(text)}, {"href", std::move(href)}});
  }
  return rows;
}

/// Title and link of another page; null when there is none.
Value link_to(const PageScope& scope, const PlannedPage* page) {
  if (!page) return {};
  return ValueMap{{"title", page->title}, {"href", scope.href(*page)}};
}

/// The page `step` places from this one if it is of the same kind and collection.
const PlannedPage* beside(const PageScope& scope, std::ptrdiff_t step) {
  const std::vector<PlannedPage>& pages = scope.plan().pages;
  const std::ptrdiff_t place = &scope.page() - pages.data() + step;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(pages.size())) return nullptr;
  const PlannedPage& page = pages[static_cast<std::size_t>(place)];
  const bool is_alike =
      page.kind == scope.page().kind && page.collection == scope.page().collection;
  return is_alike ? &page : nullptr;
}

}  // namespace

ValueMap record_view(const PageScope& scope) {
  const DataCollection& collection = scope.project().collections[scope.page().collection];
  const DataPage& page = collection.pages[scope.page().record];
  const PlannedPage& above = scope.plan().pages[*scope.page().parent];
  const bool has_list = above.kind == PageKind::collection;
  return {{"title", page.title},
          {"description", page.description},
          {"collection", ValueMap{{"title", collection.title},
                                  {"href", has_list ? Value(scope.href(above)) : Value()}}},
          {"values", values_of(collection.fields, page.values)},
          {"rows", rows_of(scope, collection, page)},
          {"previous", link_to(scope, beside(scope, -1))},
          {"next", link_to(scope, beside(scope, 1))}};
}

ValueMap collection_view(const PageScope& scope) {
  const PlannedPage& list = scope.page();
  const DataCollection& collection = scope.project().collections[list.collection];
  ValueList records;
  for (std::size_t i = list.record; i < list.record + list.records; ++i) {
    const DataPage& page = collection.pages[i];
    records.emplace_back(ValueMap{{"title", page.title},
                                  {"description", page.description},
                                  {"href", relative_link(list.route, page.route)}});
  }
  return {{"title", list.title},
          {"description", collection.description},
          {"records", std::move(records)},
          {"count", collection.pages.size()},
          {"previous", link_to(scope, beside(scope, -1))},
          {"next", link_to(scope, beside(scope, 1))}};
}

}  // namespace stagecraft
