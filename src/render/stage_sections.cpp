// What the parts of a model say about one stage, for the page of the stage.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

bool names(const std::vector<StageIndex>& stages, StageIndex stage) {
  return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

/// An entry that is told in full elsewhere.
PartEntry short_entry(std::string id, const PartLink& title, const std::string& text) {
  PartEntry entry;
  entry.id = std::move(id);
  entry.title = title.text;
  entry.href = title.href;
  entry.add_text(text);
  return entry;
}

PartSection pillars_at(const PageScope& scope, StageIndex stage) {
  PartSection section{"pillars", scope.label("part.pillars")};
  for (PillarIndex index = 0; index < scope.model().pillars.size(); ++index) {
    const Pillar& pillar = scope.model().pillars[index];
    const Descriptor& descriptor = pillar.descriptors[stage];
    const std::string& text = descriptor.text.empty() ? descriptor.absent : descriptor.text;
    if (!text.empty())
      section.entries.push_back(
          short_entry("pillar-" + pillar.id.text(), pillar_link(scope, index).front(), text));
  }
  return section;
}

PartSection lists_of(const PageScope& scope, const Stage& stage) {
  PartSection section{"lists", scope.label("stage.lists")};
  int number = 0;
  for (const TitledList& list : stage.lists) {
    PartEntry entry;
    entry.id = "list-" + std::to_string(++number);
    entry.title = list.title;
    entry.points = list.points;
    entry.source = source_link(scope, list.source);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection capabilities_at(const PageScope& scope, StageIndex stage) {
  PartSection section{"capabilities", scope.label("stage.new_capabilities")};
  for (const Capability& capability : scope.model().capabilities) {
    if (capability.stage != stage) continue;
    const std::string id = "capability-" + capability.id.text();
    PartEntry entry = short_entry(id, link_to(scope, ModelPart::capabilities, capability.title, id),
                                  capability.text);
    entry.add_fact(scope.label("part.replaces"), capability.replaces);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection roles_at(const PageScope& scope, StageIndex stage) {
  PartSection section{"roles", scope.label("parts.roles")};
  for (const Role& role : scope.model().roles) {
    const std::string& here = role.by_stage[stage];
    if (here.empty() && role.stage != stage) continue;
    const std::string id = "role-" + role.id.text();
    section.entries.push_back(short_entry(id, link_to(scope, ModelPart::roles, role.title, id),
                                          here.empty() ? role.responsibility : here));
  }
  return section;
}

PartSection use_cases_at(const PageScope& scope, StageIndex stage) {
  PartSection section{"use-cases", scope.label("parts.use-cases")};
  for (const UseCase& use_case : scope.model().use_cases) {
    if (use_case.stage != stage) continue;
    const std::string id = "use-case-" + use_case.id.text();
    section.entries.push_back(
        short_entry(id, link_to(scope, ModelPart::use_cases, use_case.title, id), use_case.text));
  }
  return section;
}

/// Pitfalls, topics and questions of readers that name the stage: their titles, which lead there.
PartSection reading_at(const PageScope& scope, StageIndex stage) {
  PartSection section{"reading", scope.label("stage.reading")};
  PartEntry entry;
  entry.id = "read-on";
  std::vector<PartLink> pitfalls, topics, faq;
  for (const Pitfall& pitfall : scope.model().pitfalls)
    if (names(pitfall.stages, stage))
      pitfalls.push_back(
          link_to(scope, ModelPart::pitfalls, pitfall.title, "pitfall-" + pitfall.id.text()));
  for (const Topic& topic : scope.model().topics)
    if (names(topic.stages, stage))
      topics.push_back(
          link_to(scope, ModelPart::guidance, topic.title, "topic-" + topic.id.text()));
  for (const FaqEntry& asked : scope.model().faq)
    if (names(asked.stages, stage))
      faq.push_back(link_to(scope, ModelPart::faq, asked.title, "faq-" + asked.id.text()));
  entry.add_fact(scope.label("parts.guidance"), std::move(topics));
  entry.add_fact(scope.label("parts.pitfalls"), std::move(pitfalls));
  entry.add_fact(scope.label("parts.faq"), std::move(faq));
  if (!entry.facts.empty()) section.entries.push_back(std::move(entry));
  return section;
}

}  // namespace

std::vector<PartSection> stage_sections(const PageScope& scope, StageIndex stage) {
  std::vector<PartSection> sections;
  for (PartSection& section : std::vector<PartSection>{
           pillars_at(scope, stage), lists_of(scope, scope.model().stages[stage]),
           capabilities_at(scope, stage), roles_at(scope, stage), use_cases_at(scope, stage),
           reading_at(scope, stage)})
    if (!section.entries.empty()) sections.push_back(std::move(section));
  return sections;
}

}  // namespace stagecraft
