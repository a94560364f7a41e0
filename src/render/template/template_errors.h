// Mistakes in templates, each reported once however many uses of a template lead to it.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "render/template/program.h"

namespace stagecraft::language {

/// `text` as messages show a word of the template.
inline std::string in_quotes(std::string_view text) {
  return "'" + std::string(text) + "'";
}

class TemplateErrors {
 public:
  TemplateErrors(const std::vector<std::shared_ptr<const SourceText>>& sources,
                 Diagnostics& diagnostics)
      : sources_(&sources), diagnostics_(&diagnostics) {}

  void at(const Place& place, const std::string& message, std::vector<std::string> notes = {}) {
    std::erase(notes, std::string());
    if (!reported_.emplace(place, message).second) return;
    diagnostics_->error({(*sources_)[place.source].get(), place.offset, place.length}, message,
                        std::move(notes));
  }

  bool any() const { return !reported_.empty(); }

 private:
  const std::vector<std::shared_ptr<const SourceText>>* sources_;
  Diagnostics* diagnostics_;
  std::set<std::pair<Place, std::string>> reported_;
};

/// What stops the parsing of one tag. Thrown and caught inside this folder; the parser goes on
/// after the tag.
struct TagMistake {
  Place place;
  std::string message;
  std::vector<std::string> notes;
};

}  // namespace stagecraft::language
