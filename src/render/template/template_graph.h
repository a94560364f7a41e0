// Which template leads to which: names that lead nowhere, and circles, are found here.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/template/program.h"
#include "render/template/template_errors.h"
#include "render/template/template_parser.h"

namespace stagecraft::language {

/// How the outputs of template `name` are made safe, from its suffix; `html_text` means: decided by
/// the place in the document. Nothing for a suffix that the language does not know.
std::optional<Escaping> file_escaping(std::string_view name);

class TemplateGraph {
 public:
  explicit TemplateGraph(const std::vector<TemplateTree>& trees);

  /// Reports unknown suffixes, names that lead nowhere or to another kind of file, and circles.
  void check(TemplateErrors& errors);

  /// Whether includes and extends end everywhere. Known after check().
  bool ends() const { return ends_; }

  const std::map<std::string, const TemplateTree*, std::less<>>& trees() const { return trees_; }

  /// Null when there is no such template.
  const TemplateTree* find(std::string_view name) const;

  /// Whether another template includes `name`. Known after check().
  bool is_included(const std::string& name) const { return included_.contains(name); }

 private:
  void check_names(const TemplateTree& tree, TemplateErrors& errors);
  void check_blocks(const TemplateTree& tree, TemplateErrors& errors) const;
  void check_name(const TemplateTree& tree, const std::string& name, const Place& place,
                  TemplateErrors& errors);
  void find_circle(const TemplateTree& start, const TemplateTree& tree, TemplateErrors& errors);
  void follow(const TemplateTree& start, const std::string& name, const Place& place,
              TemplateErrors& errors);

  std::map<std::string, const TemplateTree*, std::less<>> trees_;
  std::set<std::string, std::less<>> included_;
  std::set<std::string, std::less<>> visited_;  // from the start of the search
  std::vector<std::string> path_;
  bool ends_ = true;
};

}  // namespace stagecraft::language
