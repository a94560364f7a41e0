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
  const bool is_left_out =
      page.sorted_by ||  // the same table in another order
      (page.kind == PageKind::record && !project.collections[page.collection].is_searched) ||
      (page.kind == PageKind::product && !project.catalogs[page.catalog].is_searched);
  return page.listing == Listing::listed && !is_left_out;
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
  // The page of a step is called by its stages; the model calls it by what changes.
  if (page.kind == PageKind::part && page.part == ModelPart::moving)
    put(entry, "names", std::vector{page.title});
  std::vector<std::string> headings = note.headings;
  std::erase(headings, note.title);
  put(entry, "headings", headings);
  return entry;
}

Record term_entry(const MaturityModel& model, const PlannedPage& glossary, const Term& term) {
  Record entry{{"url", address_of(glossary) + "#term-" + term.id.text()}, {"title", term.title}};
  put(entry, "section", model.short_title);
  entry["kind"] = "term";
  put(entry, "text", beginning_of(term.definition));
  std::vector<std::string> names = term.aliases;
  if (!term.abbreviation.empty()) names.insert(names.begin(), term.abbreviation);
  put(entry, "names", names);
  return entry;
}

void add_terms(const Project& project, const SitePlan& plan, std::size_t index, Record& pages) {
  const PlannedPage* glossary = plan.find_part_page(index, ModelPart::glossary);
  const MaturityModel& model = project.models[index];
  if (!glossary) return;
  for (const Term& term : model.glossary) pages.push_back(term_entry(model, *glossary, term));
}

}  // namespace

std::string search_index(const Project& project, const SitePlan& plan, const SiteNotes& notes) {
  Record pages = Record::array();
  for (std::size_t i = 0; i < plan.pages.size(); ++i)
    if (is_searched(project, plan.pages[i])) pages.push_back(page_entry(project, plan, notes, i));
  for (std::size_t i = 0; i < project.models.size(); ++i) add_terms(project, plan, i, pages);
  return Record{{"schema", "stagecraft/search/1"}, {"pages", std::move(pages)}}.dump() + "\n";
}

}  // namespace stagecraft
