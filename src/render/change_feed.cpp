#include "render/change_feed.h"

#include <algorithm>
#include <span>

#include "render/record_fields.h"

namespace stagecraft {
namespace {

constexpr std::size_t most_entries = 50;

std::span<const HistoryEntry> newest(const Project& project) {
  return std::span(project.history).first(std::min(project.history.size(), most_entries));
}

std::string page_url(const Project& project) {
  return absolute(project.settings.base_url, Route("/changes/")).text();
}

std::string entry_url(const Project& project, const HistoryEntry& entry) {
  return page_url(project) + "#" + anchor_of(project, entry);
}

std::string moment(const Date& date) {
  return iso_text(date) + "T00:00:00Z";
}

const std::string& author_of(const SiteSettings& settings) {
  return settings.publisher.empty() ? settings.title : settings.publisher;
}

/// Text and points as one plain text.
std::string text_of(const HistoryEntry& entry) {
  std::string text = entry.text;
  for (const std::string& point : entry.points) text += (text.empty() ? "- " : "\n- ") + point;
  return text;
}

std::string category_of(const Project& project, const HistoryEntry& entry) {
  return entry.model ? project.models[*entry.model].title : "";
}

Record item_record(const Project& project, const HistoryEntry& entry) {
  const std::string url = entry_url(project, entry), text = text_of(entry);
  Record item{{"id", url},
              {"url", url},
              {"title", entry.title},
              {"content_text", text.empty() ? entry.title : text},
              {"date_published", moment(entry.date)}};
  if (entry.model) item["tags"] = Record::array({category_of(project, entry)});
  return item;
}

}  // namespace

std::string anchor_of(const Project& project, const HistoryEntry& entry) {
  // No id holds two hyphens in a row.
  return (entry.model ? project.models[*entry.model].id.text() + "--" : "") + entry.id;
}

ValueMap feed_view(const Project& project, const PlannedIndex& index) {
  ValueList entries;
  for (const HistoryEntry& entry : newest(project))
    entries.emplace_back(ValueMap{{"url", entry_url(project, entry)},
                                  {"title", entry.title},
                                  {"updated", moment(entry.date)},
                                  {"category", category_of(project, entry)},
                                  {"text", text_of(entry)}});
  return {{"url", absolute(project.settings.base_url, index.path).text()},
          {"page", page_url(project)},
          {"author", author_of(project.settings)},
          {"updated", moment(project.history.front().date)},
          {"entries", std::move(entries)}};
}

std::string json_feed(const Project& project, const PlannedIndex& index) {
  Record feed{{"version", "https://jsonfeed.org/version/1.1"},
              {"title", project.settings.title},
              {"home_page_url", page_url(project)},
              {"feed_url", absolute(project.settings.base_url, index.path).text()},
              {"description", project.settings.description},
              {"language", project.settings.language}};
  feed["authors"] = Record::array({Record{{"name", author_of(project.settings)}}});
  Record items = Record::array();
  for (const HistoryEntry& entry : newest(project)) items.push_back(item_record(project, entry));
  feed["items"] = std::move(items);
  return feed.dump(2) + "\n";
}

}  // namespace stagecraft
