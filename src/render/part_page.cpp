#include "render/part_page.h"

#include "render/model_wording.h"

namespace stagecraft {

void PartEntry::add_text(const std::string& text) {
  if (!text.empty()) paragraphs.push_back(text);
}

void PartEntry::add_list(std::string heading, const std::vector<std::string>& items) {
  if (!items.empty()) lists.push_back({std::move(heading), items});
}

void PartEntry::add_fact(std::string label, std::string value, std::string value_href) {
  if (!value.empty())
    facts.push_back({std::move(label), {{std::move(value), std::move(value_href)}}});
}

void PartEntry::add_fact(std::string label, std::vector<PartLink> values) {
  if (!values.empty()) facts.push_back({std::move(label), std::move(values)});
}

void PartEntry::add_note(std::string note) {
  if (!note.empty()) notes.push_back(std::move(note));
}

PartSection section_with(std::string id, std::string title, PartTable table) {
  PartSection section{std::move(id), std::move(title)};
  section.table = std::move(table);
  return section;
}

PartSection section_with(std::string id, std::string title, PartEntry entry) {
  PartSection section{std::move(id), std::move(title)};
  section.entries.push_back(std::move(entry));
  return section;
}

PartPage part_page_of(const PageScope& scope) {
  switch (scope.page().part) {
    case ModelPart::pillars:
      return pillars_page(scope);
    case ModelPart::pillar:
      return pillar_page(scope);
    case ModelPart::moving:
      return moving_page(scope);
    case ModelPart::kpis:
      return kpis_page(scope);
    case ModelPart::capabilities:
      return capabilities_page(scope);
    case ModelPart::roles:
      return roles_page(scope);
    case ModelPart::use_cases:
      return use_cases_page(scope);
    case ModelPart::table:
      return table_page(scope);
    case ModelPart::phases:
      return phases_page(scope);
    case ModelPart::architecture:
      return architecture_page(scope);
    case ModelPart::checklists:
      return checklists_page(scope);
    case ModelPart::pitfalls:
      return pitfalls_page(scope);
    case ModelPart::guidance:
      return guidance_page(scope);
    case ModelPart::benefits:
      return benefits_page(scope);
    case ModelPart::figures:
      return figures_page(scope);
    case ModelPart::questions:
      return questions_page(scope);
    case ModelPart::method:
      return method_page(scope);
    case ModelPart::faq:
      return faq_page(scope);
    case ModelPart::glossary:
      return glossary_page(scope);
    case ModelPart::related:
      return related_page(scope);
  }
  return {};
}

std::vector<PartColumn> stage_columns(const PageScope& scope) {
  const std::vector<Stage>& stages = scope.model().stages;
  std::vector<PartColumn> columns;
  for (StageIndex stage = 0; stage < stages.size(); ++stage)
    columns.push_back({stage_number(stage) + " " + stages[stage].title,
                       scope.href(*scope.plan().find_stage_page(scope.page().model, stage)), false,
                       false});
  return columns;
}

std::vector<PartLink> stage_link(const PageScope& scope, std::optional<StageIndex> stage) {
  if (!stage) return {};
  const PlannedPage* page = scope.plan().find_stage_page(scope.page().model, *stage);
  return {{scope.title_of(*page), scope.href(*page)}};
}

std::vector<PartLink> pillar_link(const PageScope& scope, std::optional<PillarIndex> pillar) {
  if (!pillar) return {};
  const PlannedPage* page =
      scope.plan().find_part_page(scope.page().model, ModelPart::pillar, *pillar);
  return {{scope.model().pillars[*pillar].title, scope.href(*page)}};
}

std::string question_name(const PageScope& scope, const QuestionId& id) {
  const Question& question = *scope.model().find(id);
  return scope.sentence("part.question_name",
                        {{"number", question_number(scope.model(), question)}});
}

std::string subject_of(const MaturityModel& model, const std::string& id) {
  if (const Question* question = model.find(QuestionId(id)))
    return question->text.empty() ? question->title : question->text;
  if (const Kpi* kpi = model.find(KpiId(id))) return kpi->title;
  for (const ScoringMethod& method : model.methods)
    if (method.id.text() == id) return method.title;
  return id;
}

std::string counted_lead(const PageScope& scope, std::string_view key, std::size_t count) {
  return scope.sentence(key, {{"count", static_cast<std::int64_t>(count)}});
}

PartLink link_to(const PageScope& scope, ModelPart part, std::string text, const std::string& id) {
  const PlannedPage* page = scope.plan().find_part_page(scope.page().model, part);
  return {std::move(text), page ? scope.href(*page) + "#" + id : std::string()};
}

PartLink source_link(const PageScope& scope, const SourceId& id) {
  const Source* source = scope.model().find(id);
  if (!source) return {};
  return link_to(scope, ModelPart::figures, source->document, "source-" + id.text());
}

PartLink action_link(const PageScope& scope, const Action& action) {
  const PlannedPage* page = nullptr;
  if (action.from)
    page = scope.plan().find_part_page(scope.page().model, ModelPart::moving, *action.from);
  else if (action.pillar)
    page = scope.plan().find_part_page(scope.page().model, ModelPart::pillar, *action.pillar);
  return {action.title, page ? scope.href(*page) + "#" + action.id.text() : std::string()};
}

PartEntry action_entry(const PageScope& scope, const Action& action) {
  const MaturityModel& model = scope.model();
  PartEntry entry;
  entry.id = action.id.text();
  entry.title = action.title;
  entry.add_text(action.text);
  entry.add_list(scope.label("action.checks"), action.checks);
  entry.add_fact(scope.label("action.impact"), out_of_five(scope, action.impact));
  entry.add_fact(scope.label("action.effort"), out_of_five(scope, action.effort));
  if (action.duration.is_given())
    entry.add_fact(scope.label("action.duration"), duration_text(scope, action.duration));
  entry.add_fact(scope.label("action.owner"), action.owner);
  entry.add_fact(scope.label("part.pillar"), pillar_link(scope, action.pillar));
  if (!action.pillar) entry.add_fact(scope.label("part.area"), action.area);
  std::vector<PartLink> after, moves;
  for (const ActionId& id : action.depends_on) after.push_back(action_link(scope, *model.find(id)));
  entry.add_fact(scope.label("action.after"), std::move(after));
  for (const KpiId& id : action.moves)
    moves.push_back(link_to(scope, ModelPart::kpis, model.find(id)->title, "kpi-" + id.text()));
  entry.add_fact(scope.label("action.moves"), std::move(moves));
  if (!action.risk.empty()) entry.add_list(scope.label("part.risk"), {action.risk});
  entry.source = source_link(scope, action.source);
  return entry;
}

}  // namespace stagecraft
