#include "format/module_imports.h"

#include <algorithm>
#include <optional>

namespace stagecraft {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';';
}
bool is_quote(char c) {
  return c == '"' || c == '\'';
}
/// What may stand between `import` and the address: names, and lists of them.
bool is_in_clause(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
         std::string_view(" \t\r\n_$,*{}").find(c) != std::string_view::npos;
}

/// Reads declarations one after the other.
class DeclarationScanner {
 public:
  explicit DeclarationScanner(std::string_view script) : script_(script) {}

  std::vector<ModuleImport> scan() {
    while (read_declaration(false)) skip_blanks();
    while (at_ < script_.size()) {
      const std::size_t line_end = std::min(script_.find('\n', at_), script_.size());
      at_ = line_end + 1;
      const std::size_t line = at_;
      if (!read_declaration(true)) at_ = line;
    }
    return std::move(found_);
  }

 private:
  std::string_view rest() const { return script_.substr(std::min(at_, script_.size())); }

  void skip_blanks() {
    while (true) {
      if (!rest().empty() && is_blank(rest().front()))
        ++at_;
      else if (rest().starts_with("//"))
        at_ = std::min(script_.find('\n', at_), script_.size());
      else if (rest().starts_with("/*"))
        at_ = std::min(script_.find("*/", at_ + 2), script_.size() - 2) + 2;
      else
        return;
    }
  }

  /// Whether a declaration with an address stands here; it is read.
  bool read_declaration(bool is_late) {
    if (!is_late) skip_blanks();
    const bool is_export = rest().starts_with("export");
    if (!is_export && !rest().starts_with("import")) return false;
    std::size_t quote = at_ + 6;
    while (quote < script_.size() && is_in_clause(script_[quote])) ++quote;
    const std::string_view clause = script_.substr(at_ + 6, quote - at_ - 6);
    const std::size_t last = clause.find_last_not_of(" \t\r\n");
    const bool is_bare = last == std::string_view::npos;
    const bool names_source = !is_bare && clause.substr(0, last + 1).ends_with("from");
    if (quote >= script_.size() || !is_quote(script_[quote])) return false;
    if (is_export ? !names_source : !is_bare && !names_source) return false;
    return read_address(quote, is_late);
  }

  bool read_address(std::size_t quote, bool is_late) {
    const std::size_t end = script_.find_first_of("\"'\n", quote + 1);
    if (end == std::string_view::npos || script_[end] != script_[quote]) return false;
    found_.push_back(
        {quote, end + 1 - quote, std::string(script_.substr(quote + 1, end - quote - 1)), is_late});
    at_ = end + 1;
    return true;
  }

  std::string_view script_;
  std::size_t at_ = 0;
  std::vector<ModuleImport> found_;
};

}  // namespace

std::vector<ModuleImport> module_imports(std::string_view script) {
  return DeclarationScanner(script).scan();
}

}  // namespace stagecraft
