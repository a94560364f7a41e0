#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/page_scope.h"
#include "render/record_fields.h"

namespace stagecraft {

/// One file that programs read, as the list of all data tells of it.
struct Download {
  enum class Kind {
    index,        ///< of the whole site: sitemap, search, feeds
    record,       ///< a page as JSON
    table,        ///< of a model, as CSV
    report_file,  ///< beside a public report: tables, calendar, charts
    feed,         ///< of a catalog, or what belongs to its audit
    schema
  };
  Kind kind = Kind::index;
  std::string title;
  OutputPath path;
  std::string_view media_type;
  std::string schema;                ///< the kind of schema that describes it; empty: none does
  std::string licence;               ///< empty: none is stated
  std::string updated;               ///< ISO date of its data; empty: not known
  std::optional<std::size_t> model;  ///< that it is about; nothing: the site
  bool is_overview = false;          ///< the record of a whole model
  const FileNote* note = nullptr;    ///< null when it could not be rendered
};

/// The files that the page of `scope` lists, in the order of the site: of one model on the page of
/// its data, otherwise all of them. content/docs/data.md says which these are.
std::vector<Download> downloads_of(const PageScope& scope);

/// `downloads` for programs: the twin of the page of `scope`. content/docs/records.md describes it.
Record data_record(const PageScope& scope);

}  // namespace stagecraft
