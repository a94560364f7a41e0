#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// Where a script module names another.
struct ModuleImport {
  std::size_t offset = 0;  ///< of the address, its quotes included
  std::size_t length = 0;
  std::string address;     ///< what stands between the quotes: "./parts/score.js"
  bool is_late = false;    ///< other code stands before it
};

/// The addresses in the `import` and `export … from` declarations at the top of `script`, in order.
/// Behind other code only declarations that begin a line are found, and marked as late: telling
/// them from the text of a template would need a whole parser. `import(…)` is none. Never fails;
/// content/docs/themes.md tells authors where imports stand.
std::vector<ModuleImport> module_imports(std::string_view script);

}  // namespace stagecraft
