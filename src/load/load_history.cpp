#include "load/load_history.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/map_reader.h"

namespace stagecraft {
namespace {

HistoryEntry read_entry_of(MapReader& reader, std::optional<std::size_t> model) {
  HistoryEntry entry;
  entry.model = model;
  entry.id = reader.required_id<StrongText<struct EntryTag>>("id").text();
  const Node* at = reader.find_required("date");
  if (const std::optional<Date> date = reader.date("date")) {
    entry.date = *date;
    if (date->day == 0)
      reader.error(*at, "'date' of the entry must be a whole day such as 2026-09-15");
  }
  entry.title = reader.required_text("title");
  entry.version = reader.text("version");
  entry.text = reader.text("text");
  entry.points = reader.texts("points");
  return entry;
}

/// Adds the entries of the file at `folder`, if there is one.
void read_file(const Layers& layers, const std::string& folder, std::optional<std::size_t> model,
               std::vector<HistoryEntry>& history, Diagnostics& diagnostics) {
  const auto file = layers.find_any({folder + "history.yaml", folder + "history.json"});
  if (!file) return;
  const std::optional<Document> document = read_document_file(*file->tree, file->path, diagnostics);
  if (!document) return;
  const std::size_t first = history.size();
  MapReader reader(ReadContext{*document, diagnostics}, document->root, "the history");
  if (document->root.kind != NodeKind::map) return;
  reader.text("$schema");  // for editors
  reader.find_required("entries");
  reader.each_map("entries", "the entry", [&](MapReader& entry) {
    HistoryEntry read = read_entry_of(entry, model);
    const auto same = std::find_if(
        history.begin() + static_cast<std::ptrdiff_t>(first), history.end(),
        [&](const HistoryEntry& other) { return !read.id.empty() && other.id == read.id; });
    if (same != history.end())
      entry.error(*entry.find("id"), fmt::format("a second entry has the id '{}'", read.id));
    history.push_back(std::move(read));
  });
  reader.finish();
}

}  // namespace

std::vector<HistoryEntry> load_history(const Layers& layers,
                                       const std::vector<MaturityModel>& models,
                                       Diagnostics& diagnostics) {
  std::vector<HistoryEntry> history;
  read_file(layers, "", std::nullopt, history, diagnostics);
  for (std::size_t i = 0; i < models.size(); ++i)
    read_file(layers, "content/models/" + models[i].id.text() + "/", i, history, diagnostics);
  std::stable_sort(history.begin(), history.end(),
                   [](const HistoryEntry& a, const HistoryEntry& b) { return a.date > b.date; });
  return history;
}

}  // namespace stagecraft
