#pragma once

#include <string>

#include "render/page_scope.h"

namespace stagecraft {

/// The JSON twin of the page of `scope`: a record with its `schema` and version first, not a dump
/// of the view. content/docs/records.md describes the records.
/// Its `$schema` says where the schema stands, if the site publishes it.
/// Two-space indentation, "\n" at the end. Requires: the page is planned with a JSON form.
std::string json_twin_of(const PageScope& scope);

/// The kind of schema that describes the JSON twins of pages of `kind`.
std::string twin_schema(PageKind kind);

}  // namespace stagecraft
