#include "render/data_page_record.h"

namespace stagecraft {
namespace {

/// Of a list and a map; null when nothing is given.
Record value_record(const DataField& field, const DataValue& value);

Record fields_record(const std::vector<DataField>& fields, const std::vector<DataValue>& values) {
  Record record = Record::object();
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (Record value = value_record(fields[i], values[i]); !value.is_null())
      record[fields[i].name] = std::move(value);
  return record;
}

Record value_record(const DataField& field, const DataValue& value) {
  if (const auto* yes = std::get_if<bool>(&value.value)) return *yes;
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    const bool is_number = field.type == FieldType::number || field.type == FieldType::whole;
    return is_number ? given_number(*parse_decimal(*text)) : Record(*text);
  }
  const auto* parts = std::get_if<DataValue::Parts>(&value.value);
  if (!parts || parts->empty()) return {};
  if (field.type == FieldType::map) return fields_record(field.parts, *parts);
  return list_of(*parts,
                 [&](const DataValue& entry) { return value_record(field.parts.front(), entry); });
}

}  // namespace

Record data_page_record(const PageScope& scope) {
  const DataCollection& collection = scope.project().collections[scope.page().collection];
  const DataPage& page = collection.pages[scope.page().record];
  Record record{
      {"schema", "stagecraft/record/1"}, {"collection", collection.id}, {"title", page.title}};
  put(record, "description", page.description);
  put(record, "updated", page.updated);
  record["fields"] = fields_record(collection.fields, page.values);
  return record;
}

}  // namespace stagecraft
