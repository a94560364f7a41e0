#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/exact.h"
#include "model/date.h"
#include "model/part.h"

namespace stagecraft {

/// The parts of a model that explain and advise. All texts may be empty unless said otherwise.

/// A product or system that is named as an example.
struct Example {
  std::string name;
  bool is_vendor = false;  ///< a product of a company, named without advice to buy it
};

/// What the organisation, or its AI, can do.
struct Capability : Part<CapabilityId> {
  std::string text;
  std::optional<StageIndex> stage;  ///< where it first appears
  std::optional<PillarIndex> pillar;
  std::string replaces;                 ///< what was done before
  std::vector<CapabilityId> builds_on;  ///< acyclic
  std::vector<QuestionId> questions;    ///< whose answers are evidence of it
  std::vector<Example> examples;
};

enum class Headcount { not_given, grows, steady, shrinks };

struct Role : Part<RoleId> {
  std::string responsibility;
  std::optional<StageIndex> stage;  ///< where it is first needed
  Headcount headcount = Headcount::not_given;
  std::string headcount_note;
  std::vector<std::string> by_stage;  ///< one per stage, in stage order
};

enum class Complexity { not_given, low, medium, high };

/// Something that can be built.
struct UseCase : Part<UseCaseId> {
  std::string text;
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;
  std::optional<StageIndex> stage;
  std::optional<PillarIndex> pillar;
  Complexity complexity = Complexity::not_given;
  std::vector<std::string> components;  ///< the AI parts that it is made of
  EffortClassId effort_class;
  Duration build_time;
  Duration pays_back;  ///< another thing than `build_time`
  KpiId primary_kpi;
  std::vector<KpiId> secondary_kpis;
  std::vector<QuestionId> questions;  ///< whose answers are evidence that it is in use
  std::vector<CapabilityId> capabilities;
};

/// One part of a programme's course; they follow each other as listed.
struct Phase : Part<PhaseId> {
  std::string text;
  Duration duration;
  std::vector<std::string> entry;       ///< what must hold before it begins
  std::vector<std::string> activities;
  std::vector<std::string> gate;        ///< what must hold before the next one begins
};

/// Work of one size.
struct EffortClass : Part<EffortClassId> {
  std::string text;
  std::vector<std::string> points;
  int from = 1;           ///< when the work falls, in `unit`s from the start
  std::optional<int> to;  ///< nothing: open
  TimeUnit unit = TimeUnit::weeks;
};

struct LayerComponent {
  std::string title;
  std::string text;
  SourceId source;
};

/// One part of an architecture, from the bottom up.
struct Layer : Part<LayerId> {
  std::string text;
  std::vector<LayerComponent> components;
  std::optional<StageIndex> stage;  ///< from where it is needed
};

/// A figure or statement that somebody published. It has no title.
struct Claim {
  ClaimId id;
  std::string figure;  ///< as displayed: "38 %"
  std::string text;
  SourceId source;
  std::optional<Date> date;
  std::string organisation;        ///< whom it is about
  KpiId kpi;
  UseCaseId use_case;
  std::string unsourced_note;      ///< why to doubt it: the publisher gives no method or date
  std::vector<StageIndex> stages;  ///< where it belongs; may be empty
};

enum class BenefitKind { financial, other };

struct Benefit : Part<BenefitId> {
  std::string text;
  BenefitKind kind = BenefitKind::other;
};

struct Pitfall : Part<PitfallId> {
  std::string problem;
  std::string avoidance;
  std::vector<StageIndex> stages;
  std::vector<UseCaseId> use_cases;
  std::vector<ActionId> actions;
};

struct ChecklistItem {
  std::string text;
  std::string help;
  std::optional<StageIndex> stage;
  SourceId source;
};

struct Checklist : Part<ChecklistId> {
  std::string text;
  std::vector<ChecklistItem> items;
};

/// A stretch of prose with a heading.
struct TopicSection {
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;
  SourceId source;
};

/// Guidance in prose.
struct Topic : Part<TopicId> {
  std::string text;
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;
  std::vector<TopicSection> sections;
  std::vector<StageIndex> stages;
};

/// A question that readers ask. Its title is the question.
struct FaqEntry : Part<FaqId> {
  std::vector<std::string> answer;  ///< paragraphs, at least one
  std::vector<StageIndex> stages;
};

/// Its title is the term.
struct Term : Part<TermId> {
  std::string definition;
  std::string abbreviation;
  std::vector<std::string> aliases;
};

enum class TableKind { comparison, register_of_things };
enum class ColumnType { text, word, number, range };

struct Column {
  ColumnId id;
  std::string title;
  ColumnType type = ColumnType::text;
  std::vector<std::string> order;  ///< of `word`: the words, ascending
  std::string unit;
};

/// One end may be missing, not both.
struct CellRange {
  std::optional<Exact> from;
  std::optional<Exact> to;
};

/// monostate: not given. A text, or a word of Column::order, a number, a range.
using Cell = std::variant<std::monostate, std::string, Exact, CellRange>;

struct TableRow {
  std::string title;
  std::vector<Cell> cells;  ///< one per column
  UseCaseId use_case;
  SourceId source;
};

struct GuidanceTable : Part<TableId> {
  TableKind kind = TableKind::comparison;
  std::string text;
  std::string row_title;
  std::vector<Column> columns;
  std::vector<TableRow> rows;
};

}  // namespace stagecraft
