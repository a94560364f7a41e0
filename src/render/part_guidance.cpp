// What a model advises and explains: checklists, pitfalls, topics, benefits, figures, questions
// that readers ask, terms, and other models.
#include <algorithm>

#include "base/loose_text.h"
#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

std::vector<PartLink> stage_links(const PageScope& scope, const std::vector<StageIndex>& stages) {
  std::vector<PartLink> links;
  for (const StageIndex stage : stages) links.push_back(stage_link(scope, stage).front());
  return links;
}

const UseCase* find_use_case(const MaturityModel& model, const UseCaseId& id) {
  for (const UseCase& use_case : model.use_cases)
    if (use_case.id == id) return &use_case;
  return nullptr;
}

PartLink use_case_link(const PageScope& scope, const UseCaseId& id) {
  return link_to(scope, ModelPart::use_cases, find_use_case(scope.model(), id)->title,
                 "use-case-" + id.text());
}

PartEntry claim_entry(const PageScope& scope, const Claim& claim) {
  PartEntry entry;
  entry.id = "claim-" + claim.id.text();
  entry.figure = claim.figure;
  entry.add_text(claim.text);
  entry.add_fact(scope.label("part.about"), claim.organisation);
  if (claim.date) entry.add_fact(scope.label("report.date"), scope.date(*claim.date));
  if (!claim.kpi.text().empty())
    entry.add_fact(scope.label("model.kpi"),
                   {link_to(scope, ModelPart::kpis, scope.model().find(claim.kpi)->title,
                            "kpi-" + claim.kpi.text())});
  if (!claim.use_case.text().empty())
    entry.add_fact(scope.label("part.use_case"), {use_case_link(scope, claim.use_case)});
  entry.add_fact(scope.label("part.belongs_at"), stage_links(scope, claim.stages));
  if (!claim.unsourced_note.empty())
    entry.add_note(scope.label("stage.unsourced") + ": " + claim.unsourced_note);
  entry.source = source_link(scope, claim.source);
  return entry;
}

PartSection sources_section(const PageScope& scope) {
  PartSection section{"sources", scope.label("model.sources")};
  for (const Source& source : scope.model().sources) {
    PartEntry entry;
    entry.id = "source-" + source.id.text();
    entry.title = source.document;
    entry.add_text(source.note);
    entry.add_fact(scope.label("part.publisher"), source.publisher);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartEntry topic_part(std::string id, const TopicSection& part, PartLink source) {
  PartEntry entry;
  entry.id = std::move(id);
  entry.title = part.title;
  entry.paragraphs = part.paragraphs;
  entry.points = part.points;
  entry.source = std::move(source);
  return entry;
}

std::string title_of_model(const PageScope& scope, const ModelId& id) {
  for (const MaturityModel& model : scope.project().models)
    if (model.id == id) return model.title;
  return id.text();
}

/// The overview of a published model, or the page of one of its stages; empty where there is none.
std::string href_of_model(const PageScope& scope, const ModelId& id, const StageId& stage) {
  const std::vector<MaturityModel>& models = scope.project().models;
  for (std::size_t model = 0; model < models.size(); ++model) {
    if (models[model].id != id) continue;
    const auto index = stage.text().empty() ? std::nullopt : models[model].find(stage);
    return scope.href(index ? *scope.plan().find_stage_page(model, *index)
                            : *scope.plan().find_model_page(model));
  }
  return {};
}

std::string title_of_stage(const PageScope& scope, const ModelId& id, const StageId& stage) {
  for (const MaturityModel& model : scope.project().models)
    if (model.id == id)
      if (const auto index = model.find(stage))
        return stage_number(*index) + " " + model.stages[*index].title;
  return stage.text();
}

PartTable mapping_table(const PageScope& scope, const RelatedModel& related) {
  const std::string other = title_of_model(scope, related.model);
  PartTable table{scope.sentence("part.mapping_caption", {{"model", other}}),
                  scope.label("model.stage"),
                  {{other, {}, false, false}},
                  {}};
  for (const StageMapping& mapping : related.stages) {
    const PartLink own = stage_link(scope, mapping.stage).front();
    PartCell cell;
    for (const StageId& stage : mapping.nearest)
      cell.text += (cell.text.empty() ? "" : ", ") + title_of_stage(scope, related.model, stage);
    if (mapping.nearest.size() == 1)
      cell.href = href_of_model(scope, related.model, mapping.nearest.front());
    cell.is_missing = cell.text.empty();
    if (cell.is_missing) cell.text = scope.label("part.no_counterpart");
    table.rows.push_back({own.text, own.href, {std::move(cell)}});
  }
  return table;
}

/// The letter that a term stands under: "A"; "#" for what begins with none.
std::string initial_of(const std::string& title) {
  const std::string key = slug_text(title);
  const char first = key.empty() ? '0' : key.front();
  return 'a' <= first && first <= 'z' ? std::string(1, static_cast<char>(first - 'a' + 'A')) : "#";
}

}  // namespace

PartPage checklists_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.checklists_lead", scope.model().checklists.size());
  for (const Checklist& checklist : scope.model().checklists) {
    PartSection section{"checklist-" + checklist.id.text(), checklist.title};
    if (!checklist.text.empty()) section.paragraphs.push_back(checklist.text);
    section.source = source_link(scope, checklist.source);
    int number = 0;
    for (const ChecklistItem& item : checklist.items) {
      PartEntry entry;
      entry.id = checklist.id.text() + "-" + std::to_string(++number);
      entry.title = scope.sentence("part.tick", {{"text", item.text}});
      entry.add_text(item.help);
      entry.add_fact(scope.label("part.needed_from"), stage_link(scope, item.stage));
      if (item.source != checklist.source) entry.source = source_link(scope, item.source);
      section.entries.push_back(std::move(entry));
    }
    page.sections.push_back(std::move(section));
  }
  return page;
}

PartPage pitfalls_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.pitfalls_lead", scope.model().pitfalls.size());
  PartSection section{"pitfalls", scope.label("parts.pitfalls")};
  for (const Pitfall& pitfall : scope.model().pitfalls) {
    PartEntry entry = entry_of(scope, "pitfall", pitfall);
    entry.add_text(pitfall.problem);
    if (!pitfall.avoidance.empty())
      entry.add_list(scope.label("part.avoidance"), {pitfall.avoidance});
    entry.add_fact(scope.label("part.belongs_at"), stage_links(scope, pitfall.stages));
    std::vector<PartLink> use_cases, actions;
    for (const UseCaseId& id : pitfall.use_cases) use_cases.push_back(use_case_link(scope, id));
    entry.add_fact(scope.label("parts.use-cases"), std::move(use_cases));
    for (const ActionId& id : pitfall.actions)
      actions.push_back(action_link(scope, *scope.model().find(id)));
    entry.add_fact(scope.label("model.actions"), std::move(actions));
    section.entries.push_back(std::move(entry));
  }
  page.sections.push_back(std::move(section));
  return page;
}

PartPage guidance_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.guidance_lead", scope.model().topics.size());
  for (const Topic& topic : scope.model().topics) {
    PartSection section{"topic-" + topic.id.text(), topic.title};
    if (!topic.text.empty()) section.paragraphs.push_back(topic.text);
    PartEntry about =
        topic_part("about-" + topic.id.text(), {{}, topic.paragraphs, topic.points, {}}, {});
    section.source = source_link(scope, topic.source);
    about.add_fact(scope.label("part.belongs_at"), stage_links(scope, topic.stages));
    if (!about.paragraphs.empty() || !about.points.empty() || !about.facts.empty())
      section.entries.push_back(std::move(about));
    int number = 0;
    for (const TopicSection& part : topic.sections)
      section.entries.push_back(
          topic_part(topic.id.text() + "-" + std::to_string(++number), part,
                     part.source == topic.source ? PartLink() : source_link(scope, part.source)));
    page.sections.push_back(std::move(section));
  }
  return page;
}

PartPage benefits_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.benefits_lead", scope.model().benefits.size());
  for (const BenefitKind kind : {BenefitKind::financial, BenefitKind::other}) {
    const bool is_financial = kind == BenefitKind::financial;
    PartSection section{is_financial ? "financial" : "other",
                        scope.label(is_financial ? "part.financial" : "part.other_benefits")};
    for (const Benefit& benefit : scope.model().benefits) {
      if (benefit.kind != kind) continue;
      PartEntry entry = entry_of(scope, "benefit", benefit);
      entry.add_text(benefit.text);
      section.entries.push_back(std::move(entry));
    }
    if (!section.entries.empty()) page.sections.push_back(std::move(section));
  }
  return page;
}

PartPage figures_page(const PageScope& scope) {
  PartPage page;
  page.lead = scope.label("stage.claims_note");
  PartSection figures{"figures", scope.label("model.claims")};
  for (const Claim& claim : scope.model().claims)
    figures.entries.push_back(claim_entry(scope, claim));
  for (PartSection section : {std::move(figures), sources_section(scope)})
    if (!section.entries.empty()) page.sections.push_back(std::move(section));
  if (scope.model().claims.empty()) page.missing.push_back(scope.sentence("part.no_claims"));
  if (!scope.model().provenance.empty()) {
    PartSection provenance{"provenance", scope.label("part.provenance")};
    provenance.paragraphs.push_back(scope.model().provenance);
    page.sections.push_back(std::move(provenance));
  }
  return page;
}

PartPage faq_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.faq_lead", scope.model().faq.size());
  PartSection section{"questions", scope.label("part.questions_and_answers")};
  for (const FaqEntry& asked : scope.model().faq) {
    PartEntry entry = entry_of(scope, "faq", asked);
    entry.paragraphs = asked.answer;
    entry.add_fact(scope.label("part.belongs_at"), stage_links(scope, asked.stages));
    section.entries.push_back(std::move(entry));
  }
  page.sections.push_back(std::move(section));
  return page;
}

PartPage glossary_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.glossary_lead", scope.model().glossary.size());
  std::vector<const Term*> terms;
  for (const Term& term : scope.model().glossary) terms.push_back(&term);
  std::stable_sort(terms.begin(), terms.end(), [](const Term* a, const Term* b) {
    return slug_text(a->title) < slug_text(b->title);
  });
  for (const Term* term : terms) {
    const std::string letter = initial_of(term->title);
    if (page.sections.empty() || page.sections.back().title != letter)
      page.sections.push_back(
          {letter == "#" ? "letter-other" : "letter-" + slug_text(letter), letter});
    PartEntry entry;
    entry.id = "term-" + term->id.text();
    entry.title = term->abbreviation.empty() || term->abbreviation == term->title
                      ? term->title
                      : term->title + " (" + term->abbreviation + ")";
    entry.add_text(term->definition);
    std::vector<PartLink> aliases;
    for (const std::string& alias : term->aliases) aliases.push_back({alias, {}});
    entry.add_fact(scope.label("part.also_called"), std::move(aliases));
    page.sections.back().entries.push_back(std::move(entry));
  }
  return page;
}

PartPage related_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.related_lead", scope.model().related.size());
  for (const RelatedModel& related : scope.model().related) {
    PartSection section{"model-" + related.model.text(), title_of_model(scope, related.model)};
    section.paragraphs.push_back(related.text);
    if (!related.stages.empty()) section.table = mapping_table(scope, related);
    const std::string href = href_of_model(scope, related.model, {});
    if (!href.empty()) {
      PartEntry entry;
      entry.id = "to-" + related.model.text();
      entry.title = scope.label("home.read");
      entry.href = href;
      section.entries.push_back(std::move(entry));
    }
    page.sections.push_back(std::move(section));
  }
  return page;
}

}  // namespace stagecraft
