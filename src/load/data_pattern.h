#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/map_reader.h"
#include "model/data_collection.h"

namespace stagecraft {

/// A text with the names of fields in braces: "/teas/{id}/".
class DataPattern {
 public:
  /// What stands in the place of "{file}": the file that a record is in.
  static constexpr std::size_t file_part = static_cast<std::size_t>(-1);

  /// The pattern at `node`, which is called `what` in messages; an error for each name that is none
  /// of `fields`. `has_file`: "{file}" may be named as well.
  static std::optional<DataPattern> read(const ReadContext& context, const Node& node,
                                         std::string_view what,
                                         const std::vector<DataField>& fields, bool has_file);

  /// The text for one record; of the first field that is not given, the name in `missing`.
  std::string filled(const std::vector<DataField>& fields, const std::vector<DataValue>& values,
                     std::string_view file, std::string& missing) const;

  /// The fields that it names, by their place.
  std::vector<std::size_t> fields() const;

  /// What stands between the fields.
  std::string literals() const;

 private:
  struct Piece {
    std::string text;                  ///< before the field
    std::optional<std::size_t> field;  ///< nothing: the end
  };
  std::vector<Piece> pieces_;
};

}  // namespace stagecraft
