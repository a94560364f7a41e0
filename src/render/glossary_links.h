#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/page_scope.h"

namespace stagecraft {

/// Links the first use of each term in a stretch of text to the model's glossary. Terms are found
/// as whole words by title, abbreviation and alias; letters of abbreviations must match in case,
/// other terms may begin with a capital.
class GlossaryLinks {
 public:
  /// Links nothing where the model has no glossary, or the page is the glossary.
  explicit GlossaryLinks(const PageScope& scope);

  /// `text` as markup for HTML and Markdown, every other character escaped. Terms that were linked
  /// since `start_section` stay as they are.
  Value linked(std::string_view text);

  void start_section() { used_.clear(); }

 private:
  struct Form {
    std::string text;
    std::size_t term = 0;
    bool is_exact = false;  ///< an abbreviation
  };
  const Form* form_at(std::string_view text, std::size_t at) const;

  std::string glossary_;              ///< href of the page; empty: nothing is linked
  std::vector<std::string> anchors_;  ///< of each term
  /// By the small first letter, longest first: most words of a text then meet few forms.
  std::map<char, std::vector<Form>> forms_;
  std::set<std::size_t> used_;
};

}  // namespace stagecraft
