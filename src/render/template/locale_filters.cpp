// Filters that write numbers, dates and lists in the language of the site.
#include "render/template/filters.h"

namespace stagecraft::language {

std::span<const Filter> locale_filters() {
  return {};
}

}  // namespace stagecraft::language
