#include "plan/plan_parts.h"

#include <algorithm>

namespace stagecraft {
namespace {

/// Collects the pages in the order of ModelPart.
class PartPlanner {
 public:
  PartPlanner(const MaturityModel& model, const Route& overview)
      : model_(model), overview_(overview) {}

  std::vector<PlannedPage> plan() {
    add_pillars();
    add_transitions();
    add_if(!model_.kpis.empty(), ModelPart::kpis);
    add_if(!model_.capabilities.empty(), ModelPart::capabilities);
    add_if(!model_.roles.empty(), ModelPart::roles);
    add_if(!model_.use_cases.empty(), ModelPart::use_cases);
    for (std::size_t table = 0; table < model_.tables.size(); ++table) add_table(table);
    add_if(!model_.phases.empty() || !model_.effort_classes.empty(), ModelPart::phases);
    add_if(!model_.layers.empty(), ModelPart::architecture);
    add_if(!model_.checklists.empty(), ModelPart::checklists);
    add_if(!model_.pitfalls.empty(), ModelPart::pitfalls);
    add_if(!model_.topics.empty(), ModelPart::guidance);
    add_if(!model_.benefits.empty(), ModelPart::benefits);
    add_if(!model_.claims.empty() || !model_.sources.empty(), ModelPart::figures);
    add_if(!model_.questions.empty(), ModelPart::questions);
    add_if(!model_.methods.empty(), ModelPart::method);
    add_if(!model_.faq.empty(), ModelPart::faq);
    add_if(!model_.glossary.empty(), ModelPart::glossary);
    add_if(!model_.related.empty(), ModelPart::related);
    return std::move(pages_);
  }

 private:
  PlannedPage& add(ModelPart part, const std::string& path, std::string title) {
    PlannedPage page;
    page.kind = PageKind::part;
    page.part = part;
    page.route = Route(overview_.text() + path + "/");
    page.title = std::move(title);
    return pages_.emplace_back(std::move(page));
  }

  void add_if(bool is_there, ModelPart part) {
    if (is_there) add(part, std::string(part_word(part)), std::string(part_word(part)));
  }

  void add_pillars() {
    add_if(!model_.pillars.empty(), ModelPart::pillars);
    for (PillarIndex index = 0; index < model_.pillars.size(); ++index) {
      const Pillar& pillar = model_.pillars[index];
      add(ModelPart::pillar, "pillars/" + pillar.id.text(), pillar.title).item = index;
    }
  }

  /// The table as it was written, and once for each column that has an order.
  void add_table(std::size_t index) {
    const GuidanceTable& table = model_.tables[index];
    const std::string path = "tables/" + table.id.text();
    add(ModelPart::table, path, table.title).item = index;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (table.columns[column].type == ColumnType::text) continue;
      PlannedPage& sorted =
          add(ModelPart::table, path + "/by-" + table.columns[column].id.text(), table.title);
      sorted.item = index;
      sorted.sorted_by = column;
    }
  }

  /// A step has a page if the model says how to take it, or what to do on the way.
  void add_transitions() {
    for (StageIndex from = 0; from + 1 < model_.stages.size(); ++from) {
      const Transition* transition = model_.transition_from(from);
      const bool has_actions =
          std::any_of(model_.actions.begin(), model_.actions.end(),
                      [&](const Action& action) { return action.from == from; });
      if (!transition && !has_actions) continue;
      add(ModelPart::moving, "moving/from-" + model_.stages[from].id.text(),
          transition ? transition->title : std::string(part_word(ModelPart::moving)))
          .item = from;
    }
  }

  const MaturityModel& model_;
  const Route& overview_;
  std::vector<PlannedPage> pages_;
};

}  // namespace

std::vector<PlannedPage> plan_parts(const MaturityModel& model, const Route& overview) {
  return PartPlanner(model, overview).plan();
}

}  // namespace stagecraft
