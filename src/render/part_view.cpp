#include <algorithm>

#include "render/chart/ladder.h"
#include "render/glossary_links.h"
#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

Value href_or_null(const std::string& href) {
  return href.empty() ? Value() : Value(href);
}

/// Whether a table of texts needs the width of the page.
bool is_wide(const PartTable& table) {
  constexpr std::size_t most_columns = 4;
  return table.columns.size() > most_columns &&
         std::none_of(table.columns.begin(), table.columns.end(),
                      [](const PartColumn& column) { return column.is_number; });
}

/// Turns a page into what templates see; terms of the glossary become links on the way.
class PartViewer {
 public:
  explicit PartViewer(const PageScope& scope) : scope_(scope), links_(scope) {}

  ValueList sections(const std::vector<PartSection>& sections) {
    ValueList list;
    for (const PartSection& section : sections) {
      links_.start_section();
      const bool is_common = has_common_source(section.entries);
      list.emplace_back(
          ValueMap{{"id", section.id},
                   {"title", section.title},
                   {"paragraphs", linked(section.paragraphs)},
                   {"note", section.note},
                   {"wide", section.table && is_wide(*section.table)},
                   {"table", section.table ? table(*section.table) : Value()},
                   {"entries", entries(section.entries, is_common)},
                   {"source", link(is_common ? section.entries.front().source : section.source)}});
    }
    return list;
  }

 private:
  ValueList linked(const std::vector<std::string>& texts) {
    ValueList list;
    for (const std::string& text : texts) list.push_back(links_.linked(text));
    return list;
  }

  /// `is_common`: their source is told once, by the section.
  ValueList entries(const std::vector<PartEntry>& entries, bool is_common) {
    ValueList list;
    for (const PartEntry& entry : entries) {
      ValueList lists;
      ValueList paragraphs = linked(entry.paragraphs), points = linked(entry.points);
      for (const PartList& part : entry.lists)
        lists.emplace_back(ValueMap{
            {"title", part.title}, {"points", linked(part.points)}, {"ticked", part.is_ticked}});
      list.emplace_back(ValueMap{{"id", entry.id},
                                 {"title", entry.title},
                                 {"href", href_or_null(entry.href)},
                                 {"stage", stage_reference(scope_, entry.stage)},
                                 {"figure", entry.figure},
                                 {"paragraphs", std::move(paragraphs)},
                                 {"points", std::move(points)},
                                 {"lists", std::move(lists)},
                                 {"facts", facts(entry.facts)},
                                 {"notes", texts(entry.notes)},
                                 {"source", is_common ? Value() : link(entry.source)}});
    }
    return list;
  }

  static bool has_common_source(const std::vector<PartEntry>& entries) {
    return entries.size() > 1 && !entries.front().source.text.empty() &&
           std::all_of(entries.begin(), entries.end(), [&](const PartEntry& entry) {
             return entry.source.text == entries.front().source.text;
           });
  }

  static Value link(const PartLink& link) {
    if (link.text.empty()) return {};
    return ValueMap{{"text", link.text}, {"href", href_or_null(link.href)}};
  }

  static ValueList facts(const std::vector<PartFact>& facts) {
    ValueList list;
    for (const PartFact& fact : facts) {
      ValueList values;
      for (const PartLink& value : fact.values) values.push_back(link(value));
      list.emplace_back(ValueMap{{"label", fact.label}, {"texts", std::move(values)}});
    }
    return list;
  }

  static Value table(const PartTable& table) {
    ValueList columns, rows;
    for (const PartColumn& column : table.columns)
      columns.emplace_back(ValueMap{{"title", column.title},
                                    {"href", href_or_null(column.href)},
                                    {"number", column.is_number},
                                    {"sorted", column.is_sorted}});
    for (const PartRow& row : table.rows) {
      ValueList cells;
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        cells.emplace_back(ValueMap{{"text", row.cells[i].text},
                                    {"href", href_or_null(row.cells[i].href)},
                                    {"number", table.columns[i].is_number},
                                    {"missing", row.cells[i].is_missing}});
      rows.emplace_back(ValueMap{
          {"title", row.title}, {"href", href_or_null(row.href)}, {"cells", std::move(cells)}});
    }
    return ValueMap{{"caption", table.caption},
                    {"row_title", table.row_title},
                    {"columns", std::move(columns)},
                    {"rows", std::move(rows)}};
  }

  const PageScope& scope_;
  GlossaryLinks links_;
};

}  // namespace

ValueList sections_view(const PageScope& scope, const std::vector<PartSection>& sections) {
  return PartViewer(scope).sections(sections);
}

ValueMap part_view(const PageScope& scope) {
  const PartPage page = part_page_of(scope);
  const MaturityModel& model = scope.model();
  const PlannedPage* overview = scope.plan().find_model_page(scope.page().model);
  return {{"word", part_word(scope.page().part)},
          {"title", scope.name_of(scope.page())},
          {"lead", page.lead},
          {"ladder", page.stage && model.stages.size() > *page.stage
                         ? Value(Markup{draw_small_ladder(model.stages.size(), *page.stage)})
                         : Value()},
          {"model", ValueMap{{"title", model.title},
                             {"href", scope.href(*overview)},
                             {"version", model.version}}},
          {"sections", sections_view(scope, page.sections)},
          {"missing", texts(page.missing)}};
}

}  // namespace stagecraft
