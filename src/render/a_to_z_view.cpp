#include <algorithm>
#include <map>
#include <tuple>

#include "base/loose_text.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

struct Entry {
  std::string title;
  std::string note;  ///< the model that it belongs to; may be empty
  std::string href;
  std::string key;  ///< by which entries are sorted
};

Entry entry_of(std::string title, std::string note, std::string href) {
  std::string key = slug_text(title);
  return {std::move(title), std::move(note), std::move(href), std::move(key)};
}

/// "A" to "Z", or what stands for everything that begins with no letter.
std::string letter_of(const Entry& entry, const std::string& otherwise) {
  const char first = entry.key.empty() ? '0' : entry.key.front();
  return 'a' <= first && first <= 'z' ? std::string(1, static_cast<char>(first - 'a' + 'A'))
                                      : otherwise;
}

void add_terms(const PageScope& scope, std::size_t index, std::vector<Entry>& entries) {
  const PlannedPage* glossary = scope.plan().find_part_page(index, ModelPart::glossary);
  const MaturityModel& model = scope.project().models[index];
  if (!glossary) return;
  for (const Term& term : model.glossary)
    entries.push_back(entry_of(term.title, model.short_title,
                               scope.href(*glossary) + "#term-" + term.id.text()));
}

std::vector<Entry> entries_of(const PageScope& scope) {
  std::vector<Entry> entries;
  for (const PlannedPage& page : scope.plan().pages) {
    const bool is_left_out =
        page.sorted_by ||  // the same table in another order
        (page.kind == PageKind::record &&
         !scope.project().collections[page.collection].is_searched) ||
        (page.kind == PageKind::product && !scope.project().catalogs[page.catalog].is_searched);
    if (page.listing == Listing::unlisted || is_left_out || &page == &scope.page()) continue;
    const std::optional<std::size_t> model = scope.plan().model_of(page);
    std::string title = scope.title_of(page);
    std::string note = model ? scope.project().models[*model].short_title : "";
    if (page.kind == PageKind::model || title.find(note) != std::string::npos) note.clear();
    entries.push_back(entry_of(std::move(title), std::move(note), scope.href(page)));
  }
  for (std::size_t i = 0; i < scope.project().models.size(); ++i) add_terms(scope, i, entries);
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.key, a.title, a.note, a.href) < std::tie(b.key, b.title, b.note, b.href);
  });
  return entries;
}

}  // namespace

ValueMap a_to_z_view(const PageScope& scope) {
  const std::string& otherwise = scope.label("a_to_z.no_letter");
  std::map<std::string, ValueList> by_letter;
  for (const Entry& entry : entries_of(scope))
    by_letter[letter_of(entry, otherwise)].emplace_back(
        ValueMap{{"title", entry.title}, {"note", entry.note}, {"href", entry.href}});
  ValueList letters;
  for (auto& [letter, entries] : by_letter) {
    const std::string id = letter == otherwise ? "other" : "letter-" + slug_text(letter);
    letters.emplace_back(ValueMap{{"letter", letter}, {"id", id}, {"entries", std::move(entries)}});
  }
  return {{"title", scope.title_of(scope.page())}, {"letters", std::move(letters)}};
}

}  // namespace stagecraft
