// Exact numbers, money, dates and lists as people of one language write them.
#pragma once

#include <string>

namespace stagecraft {

/// How filters write numbers, dates and lists.
struct TextLocale {
  std::string name = "en";               ///< a BCP 47 language tag
  std::string list_separator = ", ";     ///< between the items of a list
  std::string last_separator = " and ";  ///< before its last item
};

}  // namespace stagecraft
