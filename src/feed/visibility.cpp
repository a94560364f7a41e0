#include "feed/visibility.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/loose_text.h"
#include "base/suggest.h"
#include "feed/input/column_map.h"
#include "feed/input/csv_records.h"
#include "feed/input/json_lines.h"
#include "feed/item/csv_cell.h"
#include "feed/item/text_checks.h"
#include "feed/staged_folder.h"
#include "feed/stream/output_file.h"
#include "feed/stream/text_source.h"
#include "model/date.h"

namespace stagecraft::feed {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_answers = 2'000'000;

const std::vector<std::string> measure_names{"zero-click-conversion", "agent-volume",
                                             "attributed-revenue"};

/// A table or JSON Lines, by its first character; null, and an error, when it cannot be read.
std::unique_ptr<RecordSource> open_records(const std::string& path, Diagnostics& diagnostics) {
  const TextSurvey survey = survey_text(*open_file(path));
  std::string reason = survey.failure;
  if (reason.empty() && survey.bytes == 0) reason = "the file is empty";
  if (reason.empty() &&
      (survey.encoding == Encoding::utf16 || survey.encoding == Encoding::unknown))
    reason = "the file is not UTF-8";
  if (!reason.empty()) {
    diagnostics.error_in(path, reason);
    return nullptr;
  }
  char first = 0;
  decoded(open_file(path), survey.encoding)->read(&first, 1);
  auto text = decoded(open_file(path), survey.encoding);
  if (first == '{') return json_records(std::move(text));
  return std::make_unique<CsvRecords>(std::move(text), 0);
}

void report(const std::string& path, CatalogPlace place, std::string message,
            std::vector<std::string> notes, Diagnostics& diagnostics) {
  diagnostics.error_in(fmt::format("{}:{}:{}", path, place.line, place.column), std::move(message),
                       std::move(notes));
}

/// The values of a record by the names of their columns.
class NamedCells {
 public:
  NamedCells(const RecordSource& records, const Record& record) {
    for (const Cell& cell : record.cells) {
      const std::string_view text = without_outer_blanks(cell.text);
      if (!text.empty()) cells_[header_key(records.columns()[cell.column])] = {text, cell.place};
    }
  }

  std::string_view text(std::string_view name) const {
    const auto found = cells_.find(name);
    return found == cells_.end() ? "" : found->second.first;
  }
  CatalogPlace place(std::string_view name, const Record& record) const {
    const auto found = cells_.find(name);
    return found == cells_.end() ? record.place : found->second.second;
  }

 private:
  std::map<std::string, std::pair<std::string_view, CatalogPlace>, std::less<>> cells_;
};

class Counter {
 public:
  Counter(const std::string& path, Visibility& result, Diagnostics& diagnostics)
      : path_(path), result_(result), diagnostics_(diagnostics) {}

  void take(const NamedCells& cells, const Record& record) {
    ++result_.records;
    for (const char* name : {"date", "platform", "query"})
      if (cells.text(name).empty())
        report(path_, record.place, fmt::format("the observation has no '{}'", name), {},
               diagnostics_);
    const auto date = parse_date(cells.text("date"));
    if (!date && !cells.text("date").empty())
      report(path_, cells.place("date", record), fmt::format("'{}' is no date", cells.text("date")),
             {"for example: 2026-11-03"}, diagnostics_);
    const std::string_view position = cells.text("position");
    if (!position.empty() && (!is_all_digits(position) || position == "0"))
      report(path_, cells.place("position", record), fmt::format("'{}' is no position", position),
             {"1 for the brand named first"}, diagnostics_);
    if (!diagnostics_.has_errors()) count(cells, *date);
  }

 private:
  void count(const NamedCells& cells, const Date& date) {
    const std::string month = fmt::format("{:04}-{:02}", date.year, date.month);
    const std::string platform(cells.text("platform"));
    const std::string group(cells.text("group"));
    const std::string answer =
        iso_text(date) + '\n' + platform + '\n' + loose_text(cells.text("query"));
    const bool is_new_answer = answers_.insert(answer).second;
    const std::string brand = spelling(std::string(cells.text("brand")));
    const bool is_new_mention =
        !brand.empty() && answers_.insert(answer + '\n' + loose_text(brand)).second;
    for (const VisibilityCell& cell :
         {VisibilityCell{month, platform, group}, VisibilityCell{month, platform, ""},
          VisibilityCell{"", platform, ""}, VisibilityCell{"", "", group},
          VisibilityCell{month, "", ""}, VisibilityCell{"", "", ""}})
      if (counted_.insert(cell).second) add(cell, is_new_answer, is_new_mention, brand, cells);
    counted_.clear();
  }

  void add(const VisibilityCell& cell, bool is_new_answer, bool is_new_mention,
           const std::string& brand, const NamedCells& cells) {
    CellCounts& counts = result_.cells[cell];
    counts.answers += is_new_answer ? 1 : 0;
    if (!is_new_mention) return;
    ++counts.mentions;
    BrandCounts& named = counts.brands[brand];
    ++named.named;
    named.first += cells.text("position") == "1" ? 1 : 0;
    named.cited += cells.text("url").empty() ? 0 : 1;
  }

  /// Brands are one whatever their capitals: the first spelling counts.
  std::string spelling(std::string brand) {
    if (brand.empty()) return brand;
    return spellings_.try_emplace(loose_text(brand), brand).first->second;
  }

  const std::string& path_;
  Visibility& result_;
  Diagnostics& diagnostics_;
  std::set<std::string> answers_;  ///< and answers with the brands that they name
  std::set<VisibilityCell> counted_;
  std::map<std::string, std::string> spellings_;
};

void report_mistakes(const std::string& path, RecordSource& records, Diagnostics& diagnostics) {
  for (const FileMistake& mistake : records.take_mistakes())
    report(path, mistake.place, mistake.detail, {}, diagnostics);
}

void read_measures(const std::string& path, Visibility& result, Diagnostics& diagnostics) {
  const auto records = open_records(path, diagnostics);
  if (!records) return;
  Record record;
  while (records->next(record)) {
    const NamedCells cells(*records, record);
    SuppliedMeasure measure;
    for (const auto& [name, field] : {std::pair{"date", &measure.date},
                                      {"measure", &measure.measure},
                                      {"value", &measure.value},
                                      {"n", &measure.n},
                                      {"source", &measure.source}}) {
      *field = cells.text(name);
      if (field->empty())
        report(path, record.place, fmt::format("the measure has no '{}'", name), {}, diagnostics);
    }
    if (std::find(measure_names.begin(), measure_names.end(), measure.measure) ==
        measure_names.end())
      report(path, cells.place("measure", record),
             fmt::format("there is no measure '{}'", measure.measure),
             {choices_list(measure_names)}, diagnostics);
    result.measures.push_back(std::move(measure));
  }
  report_mistakes(path, *records, diagnostics);
}

std::uint64_t percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : (200 * part + whole) / (2 * whole);
}

std::string or_all(const std::string& text) {
  return text.empty() ? "all" : text;
}

std::string visibility_json(const VisibilityRequest& request, const Visibility& visibility) {
  Json json;
  json["schema"] = "stagecraft/visibility/1";
  json["brand"] = request.brand;
  json["records"] = visibility.records;
  json["cells"] = Json::array();
  for (const auto& [cell, counts] : visibility.cells) {
    Json entry{{"month", or_all(cell.month)}, {"platform", or_all(cell.platform)},
               {"group", or_all(cell.group)}, {"n", counts.answers},
               {"mentions", counts.mentions}, {"brands", Json::array()}};
    for (const auto& [brand, named] : counts.brands)
      entry["brands"].push_back({{"brand", brand},
                                 {"named", named.named},
                                 {"first", named.first},
                                 {"cited", named.cited}});
    json["cells"].push_back(std::move(entry));
  }
  json["measures"] = Json::array();
  for (const SuppliedMeasure& measure : visibility.measures)
    json["measures"].push_back({{"date", measure.date},
                                {"measure", measure.measure},
                                {"value", measure.value},
                                {"n", measure.n},
                                {"source", measure.source}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string visibility_csv(const Visibility& visibility) {
  std::string text = "month,platform,group,brand,n,named,mentions_of_all,first,cited\n";
  for (const auto& [cell, counts] : visibility.cells)
    for (const auto& [brand, named] : counts.brands) {
      for (const std::string& part :
           {or_all(cell.month), or_all(cell.platform), or_all(cell.group), brand}) {
        append_csv_cell(text, part);
        text += ',';
      }
      text += fmt::format("{},{},{},{},{}\n", counts.answers, named.named, counts.mentions,
                          named.first, named.cited);
    }
  return text;
}

std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char c : printable_text(text)) {
    if (std::string_view("\\`*_[]<>#|&").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// A row for each cell that `is_wanted`, called by what `name` gives.
template <class Wanted, class Name>
std::string markdown_table(const VisibilityRequest& request, const Visibility& visibility,
                           std::string_view heading, Wanted is_wanted, Name name) {
  std::string rows;
  for (const auto& [cell, counts] : visibility.cells) {
    if (!is_wanted(cell)) continue;
    BrandCounts own;
    for (const auto& [brand, named] : counts.brands)
      if (loose_text(brand) == loose_text(request.brand)) own = named;
    rows += fmt::format("| {} | {} | {} ({} %) | {} % | {} | {} |\n", markdown_text(name(cell)),
                        counts.answers, own.named, percent(own.named, counts.answers),
                        percent(own.named, counts.mentions), own.first, own.cited);
  }
  if (rows.empty()) return rows;
  return fmt::format(
      "\n## {}\n\n| | n | named | share of voice | first | cited |\n"
      "|---|--:|--:|--:|--:|--:|\n{}",
      heading, rows);
}

std::string markdown_brands(const Visibility& visibility) {
  const auto all = visibility.cells.find(VisibilityCell{});
  if (all == visibility.cells.end()) return {};
  std::vector<std::pair<std::string, BrandCounts>> brands(all->second.brands.begin(),
                                                          all->second.brands.end());
  std::stable_sort(brands.begin(), brands.end(),
                   [](const auto& a, const auto& b) { return a.second.named > b.second.named; });
  std::string text =
      "\n## Brands\n\n| brand | named | share of voice | first |\n|---|--:|--:|--:|\n";
  for (const auto& [brand, named] : brands)
    text +=
        fmt::format("| {} | {} of {} | {} % | {} |\n", markdown_text(brand), named.named,
                    all->second.answers, percent(named.named, all->second.mentions), named.first);
  return text;
}

std::string visibility_markdown(const VisibilityRequest& request, const Visibility& visibility) {
  std::string text = fmt::format(
      "---\ntitle: AI visibility\ndescription: How often assistants name the brand, and out of how "
      "many answers.\n---\n\nWhat assistants answer when they are asked about {}: n is the number "
      "of answers.\n",
      markdown_text(request.brand));
  const auto is_all = [](const VisibilityCell& cell) { return cell == VisibilityCell{}; };
  text += markdown_table(request, visibility, "All answers", is_all,
                         [](const VisibilityCell&) { return std::string("all"); });
  text += markdown_table(
      request, visibility, "By platform",
      [](const VisibilityCell& cell) {
        return !cell.platform.empty() && cell.month.empty() && cell.group.empty();
      },
      [](const VisibilityCell& cell) { return cell.platform; });
  text += markdown_table(
      request, visibility, "By kind of question",
      [](const VisibilityCell& cell) {
        return !cell.group.empty() && cell.month.empty() && cell.platform.empty();
      },
      [](const VisibilityCell& cell) { return cell.group; });
  text += markdown_table(
      request, visibility, "By month",
      [](const VisibilityCell& cell) {
        return !cell.month.empty() && cell.platform.empty() && cell.group.empty();
      },
      [](const VisibilityCell& cell) { return cell.month; });
  text += markdown_brands(visibility);
  if (visibility.measures.empty()) return text;
  text +=
      "\n## Measures supplied\n\n| date | measure | value | n | source |\n|---|---|--:|--:|---|\n";
  for (const SuppliedMeasure& measure : visibility.measures)
    text += fmt::format("| {} | {} | {} | {} | {} |\n", markdown_text(measure.date),
                        markdown_text(measure.measure), markdown_text(measure.value),
                        markdown_text(measure.n), markdown_text(measure.source));
  return text;
}

}  // namespace

std::optional<Visibility> count_visibility(const VisibilityRequest& request,
                                           Diagnostics& diagnostics) {
  Visibility result;
  const auto records = open_records(request.observations, diagnostics);
  if (records) {
    Counter counter(request.observations, result, diagnostics);
    Record record;
    while (records->next(record)) {
      counter.take(NamedCells(*records, record), record);
      if (result.records <= most_answers) continue;
      diagnostics.error_in(request.observations, "more than 2,000,000 observations",
                           {"give one file for each year"});
      break;
    }
    report_mistakes(request.observations, *records, diagnostics);
    if (result.records == 0 && !diagnostics.has_errors())
      diagnostics.error_in(request.observations, "the file holds no observation");
  }
  if (request.measures) read_measures(*request.measures, result, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return result;
}

bool write_visibility(const VisibilityRequest& request, const Visibility& visibility,
                      Diagnostics& diagnostics) {
  StagedFolder folder(request.output);
  const std::vector<std::pair<std::string, std::string>> files{
      {"visibility.json", visibility_json(request, visibility)},
      {"visibility.csv", visibility_csv(visibility)},
      {"visibility.md", visibility_markdown(request, visibility)}};
  std::string failure = folder.failure();
  std::vector<std::string> names;
  for (const auto& [name, text] : files) {
    if (!failure.empty()) break;
    OutputFile file(folder.path() + "/" + name, Compression::none);
    file.write(text);
    file.close();
    failure = file.failure();
    names.push_back(name);
  }
  if (failure.empty()) {
    folder.publish(names);
    failure = folder.failure();
  }
  if (!failure.empty()) diagnostics.error_in("", "the results cannot be written: " + failure);
  return failure.empty();
}

}  // namespace stagecraft::feed
