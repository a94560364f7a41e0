#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/page_scope.h"

namespace stagecraft {

// What a page of a model's part is made of. All such pages have one anatomy: sections, which hold
// a table, or entries, or both. A text may be empty: there is none. content/docs/views.md shows the
// same as templates see it.

/// Where a word leads; without `href` it leads nowhere.
struct PartLink {
  std::string text;
  std::string href;
};

/// One line beside an entry: "Owner: Head of CX".
struct PartFact {
  std::string label;
  std::vector<PartLink> values;  ///< at least one
};

/// A list with a heading of its own.
struct PartList {
  std::string title;
  std::vector<std::string> points;  ///< at least one
  bool is_ticked = false;           ///< each has a box to tick on paper
};

/// One thing that is told of: a capability, a question of the FAQ.
struct PartEntry {
  std::string id;  ///< its anchor; unique on the page
  std::string title;
  std::string href;                 ///< of a page of its own
  std::optional<StageIndex> stage;  ///< marked on the tiny ladder before the title
  std::string figure;               ///< shown large: "38 %"
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;
  std::vector<PartList> lists;
  std::vector<PartFact> facts;
  std::vector<std::string> notes;  ///< small print: reasons to doubt, decisions of the authors
  PartLink source;                 ///< who says so; empty: the authors of the model

  /// Adds a paragraph, a list, a fact or a note unless it is empty.
  void add_text(const std::string& text);
  void add_list(std::string heading, const std::vector<std::string>& items);
  void add_fact(std::string label, std::string value, std::string value_href = {});
  void add_fact(std::string label, std::vector<PartLink> values);
  void add_note(std::string note);
};

/// One cell of a table.
struct PartCell {
  std::string text;
  std::string href;
  bool is_missing = false;  ///< nothing is given; the text says so, or why
};

struct PartColumn {
  std::string title;
  std::string href;
  bool is_number = false;
  bool is_sorted = false;  ///< the rows are in its order
};

struct PartRow {
  std::string title;
  std::string href;
  std::vector<PartCell> cells;  ///< one for each column
};

struct PartTable {
  std::string caption;
  std::string row_title;  ///< heading of the column of row titles
  std::vector<PartColumn> columns;
  std::vector<PartRow> rows;
};

struct PartSection {
  PartSection(std::string anchor, std::string heading)
      : id(std::move(anchor)), title(std::move(heading)) {}

  std::string id;
  std::string title;
  std::vector<std::string> paragraphs;
  std::string note;
  std::optional<PartTable> table;
  std::vector<PartEntry> entries;
  PartLink source;  ///< of the whole; where all entries have the same, that
};

struct PartPage {
  std::string lead;
  std::optional<StageIndex> stage;  ///< marked on the small ladder beside the title
  std::vector<PartSection> sections;
  std::vector<std::string> missing;  ///< what the model does not say of this, in sentences
};

// What each part shows (plan/site_plan.h).
PartPage pillars_page(const PageScope& scope);
PartPage pillar_page(const PageScope& scope);
PartPage moving_page(const PageScope& scope);
PartPage kpis_page(const PageScope& scope);
PartPage capabilities_page(const PageScope& scope);
PartPage roles_page(const PageScope& scope);
PartPage use_cases_page(const PageScope& scope);
PartPage table_page(const PageScope& scope);
PartPage phases_page(const PageScope& scope);
PartPage architecture_page(const PageScope& scope);
PartPage checklists_page(const PageScope& scope);
PartPage pitfalls_page(const PageScope& scope);
PartPage guidance_page(const PageScope& scope);
PartPage benefits_page(const PageScope& scope);
PartPage figures_page(const PageScope& scope);
PartPage questions_page(const PageScope& scope);
PartPage method_page(const PageScope& scope);
PartPage faq_page(const PageScope& scope);
PartPage glossary_page(const PageScope& scope);
PartPage related_page(const PageScope& scope);

/// A section that holds a table, one entry, or nothing yet.
PartSection section_with(std::string id, std::string title, PartTable table);
PartSection section_with(std::string id, std::string title, PartEntry entry);

/// What the parts of the model say about `stage`, each told in full on a page of its own.
std::vector<PartSection> stage_sections(const PageScope& scope, StageIndex stage);

/// Sections as templates see them; the first use of a term in each leads to the glossary.
ValueList sections_view(const PageScope& scope, const std::vector<PartSection>& sections);

/// The page of `scope`, by its part.
PartPage part_page_of(const PageScope& scope);

// What several of them need.

/// One column for each stage, leading to its page.
std::vector<PartColumn> stage_columns(const PageScope& scope);

/// "Stage 2: Responsive", leading to its page; without a stage nothing.
std::vector<PartLink> stage_link(const PageScope& scope, std::optional<StageIndex> stage);

/// A pillar, leading to its page; without one nothing.
std::vector<PartLink> pillar_link(const PageScope& scope, std::optional<PillarIndex> pillar);

/// "Question 7".
std::string question_name(const PageScope& scope, const QuestionId& question);

/// What the thing `id` of the model is called: a question by its text, else a title.
std::string subject_of(const MaturityModel& model, const std::string& id);

/// The sentence `key`, which tells `count`.
std::string counted_lead(const PageScope& scope, std::string_view key, std::size_t count);

/// A thing that the page of `part` tells of, by its anchor there.
PartLink link_to(const PageScope& scope, ModelPart part, std::string text, const std::string& id);

/// The document, leading to where its publisher is named; empty for what the authors say
/// themselves.
PartLink source_link(const PageScope& scope, const SourceId& source);

/// An entry of a part of the model: anchor, title and source.
template <class Id>
PartEntry entry_of(const PageScope& scope, std::string_view kind, const Part<Id>& part) {
  PartEntry entry;
  entry.id = std::string(kind) + "-" + part.id.text();
  entry.title = part.title;
  entry.source = source_link(scope, part.source);
  return entry;
}

/// An action, leading to where it is told in full: the page of its step, else of its pillar.
PartLink action_link(const PageScope& scope, const Action& action);

/// An action as every page shows it; its anchor is its id.
PartEntry action_entry(const PageScope& scope, const Action& action);

}  // namespace stagecraft
