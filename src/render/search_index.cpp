#include "render/search_index.h"

#include <algorithm>
#include <string_view>

#include "render/record_fields.h"

namespace stagecraft {
namespace {

constexpr std::size_t most_words = 60;

/// The first words of `text`.
std::string beginning_of(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t words = 0; words < most_words && end < text.size(); ++words) {
    end = std::min(text.find_first_not_of(" \n", end), text.size());
    end = std::min(text.find_first_of(" \n", end), text.size());
  }
  return std::string(text.substr(0, end));
}

/// The address of a page relative to the index, which stands at the top of the site.
std::string address_of(const PlannedPage& page) {
  return relative_link(Route("/"), page.route);
}

bool is_searched(const Project& project, const PlannedPage& page) {
  return page.listing == Listing::listed &&
         (page.kind != PageKind::record || project.collections[page.collection].is_searched);
}

Record page_entry(const Project& project, const SitePlan& plan, const SiteNotes& notes,
                  std::size_t index) {
  const PlannedPage& page = plan.pages[index];
  const PageNote& note = notes.page(index);
  const std::optional<std::size_t> model = plan.model_of(page);
  Record entry{{"url", address_of(page)}, {"title", note.title}};
  if (model && page.kind != PageKind::model)
    put(entry, "section", project.models[*model].short_title);
  put(entry, "kind", std::string(kind_word(page.kind)));
  put(entry, "text", beginning_of(note.description));
  std::vector<std::string> headings = note.headings;
  std::erase(headings, note.title);
  put(entry, "headings", headings);
  return entry;
}

}  // namespace

std::string search_index(const Project& project, const SitePlan& plan, const SiteNotes& notes) {
  Record pages = Record::array();
  for (std::size_t i = 0; i < plan.pages.size(); ++i)
    if (is_searched(project, plan.pages[i])) pages.push_back(page_entry(project, plan, notes, i));
  return Record{{"schema", "stagecraft/search/1"}, {"pages", std::move(pages)}}.dump() + "\n";
}

}  // namespace stagecraft
