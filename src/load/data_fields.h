#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/map_reader.h"
#include "model/data_collection.h"

namespace stagecraft {

/// The fields that the map at `key` declares; content/docs/data-pages.md, "Fields".
/// `is_csv`: the records come from a CSV file, which holds no maps and no lists of lists.
std::vector<DataField> read_data_fields(MapReader& reader, std::string_view key, bool is_csv);

/// The values of one record, a field for each of `fields`; every mistake is reported.
/// `is_csv`: `record` is the line of a CSV file, whose unknown columns are reported elsewhere.
std::vector<DataValue> read_data_values(const ReadContext& context, const Node& record,
                                        const std::vector<DataField>& fields, bool is_csv);

}  // namespace stagecraft
