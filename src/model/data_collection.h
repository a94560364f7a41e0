#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/exact.h"
#include "model/address.h"

namespace stagecraft {

/// The data pages of a project: records of its own, a page each. The format:
/// content/docs/data-pages.md.

enum class FieldType { text, id, number, whole, yes_no, date, choice, address, list, map };

/// What one field of a record may hold.
struct DataField {
  std::string name;
  std::string title;  ///< for readers; never empty
  FieldType type = FieldType::text;
  bool is_required = false;
  std::optional<Exact> from;         ///< of number and whole: the least
  std::optional<Exact> to;           ///< and the greatest
  std::vector<std::string> choices;  ///< of choice
  std::vector<DataField> parts;      ///< of map: its fields; of list: what every entry is, one
};

/// One value, as small as it can be held: monostate: not given. A text, an id, a date, a choice and
/// an address as text, a number as it was written. The entries of a list; of a map one value for
/// each field, in their order.
struct DataValue {
  using Parts = std::vector<DataValue>;
  std::variant<std::monostate, bool, std::string, Parts> value;
};

/// One record and the page that it becomes.
struct DataPage {
  Route route;
  std::string title;
  std::string description;        ///< may be empty
  std::string updated;            ///< ISO date; empty: none
  std::vector<DataValue> values;  ///< one for each field of the collection
};

/// Records of one kind.
struct DataCollection {
  std::string id;
  std::string title;
  std::string description;    ///< may be empty
  std::string navigation;     ///< name of the list in the navigation; empty: it is not there
  std::optional<Route> list;  ///< the page that lists all; nothing: there is none
  std::string page_template;  ///< of the pages, without ending: "pages/record"
  bool has_twins = true;      ///< whether pages have a JSON twin
  bool is_searched = true;    ///< whether search and A–Z know the pages
  std::vector<DataField> fields;
  std::vector<DataPage> pages;  ///< in the order of the source
};

}  // namespace stagecraft
