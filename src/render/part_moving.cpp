// The way from one stage to the next.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

PartSection steps_section(const PageScope& scope, const Transition& transition) {
  PartSection section{"steps", scope.label("part.steps")};
  int number = 0;
  for (const TransitionStep& step : transition.steps) {
    PartEntry entry;
    entry.id = "step-" + std::to_string(++number);
    entry.title = std::to_string(number) + ". " + step.title;
    entry.add_text(step.text);
    if (!step.check.empty()) entry.add_list(scope.label("action.checks"), {step.check});
    if (step.duration.is_given())
      entry.add_fact(scope.label("action.duration"), duration_text(scope, step.duration));
    entry.source = source_link(scope, step.source);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection difference_section(const PageScope& scope, const Transition& transition) {
  PartEntry entry;
  entry.id = "about";
  entry.add_text(transition.difference);
  if (transition.duration.is_given())
    entry.add_fact(scope.label("stage.duration"), duration_text(scope, transition.duration));
  entry.add_fact(scope.label("part.duration_claim"), transition.duration_claim);
  entry.source = source_link(scope, transition.source);
  return section_with("difference", scope.label("stage.difference"), std::move(entry));
}

/// Where the way leads from and to.
PartSection stages_section(const PageScope& scope, StageIndex from) {
  const std::vector<Stage>& stages = scope.model().stages;
  PartSection section{"stages", scope.label("model.stages")};
  for (const StageIndex stage : {from, from + 1}) {
    PartEntry entry;
    entry.id = "stage-" + stages[stage].id.text();
    entry.title = stage_number(stage) + " " + stages[stage].title;
    entry.href = scope.href(*scope.plan().find_stage_page(scope.page().model, stage));
    entry.stage = stage;
    entry.add_text(stages[stage].summary);
    if (stage == from)
      entry.add_list(scope.label("stage.exit_criteria"), stages[stage].exit_criteria);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection actions_section(const PageScope& scope, StageIndex from) {
  PartSection section{"actions", scope.label("model.actions")};
  for (const Action& action : scope.model().actions)
    if (action.from == from) section.entries.push_back(action_entry(scope, action));
  return section;
}

/// Pillars for which the model recommends nothing on this step.
std::vector<std::string> pillars_without_action(const PageScope& scope, StageIndex from) {
  const MaturityModel& model = scope.model();
  std::vector<std::string> sentences;
  for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar)
    if (std::none_of(model.actions.begin(), model.actions.end(), [&](const Action& action) {
          return action.from == from && action.pillar == pillar;
        }))
      sentences.push_back(
          scope.sentence("part.no_action_for", {{"pillar", model.pillars[pillar].title}}));
  return sentences;
}

}  // namespace

PartPage moving_page(const PageScope& scope) {
  const StageIndex from = scope.page().item;
  const Transition* transition = scope.model().transition_from(from);
  PartPage page;
  page.stage = from + 1;
  page.lead = transition ? transition->summary : std::string();
  const auto add = [&](PartSection section) {
    if (!section.entries.empty()) page.sections.push_back(std::move(section));
  };
  if (transition) add(difference_section(scope, *transition));
  add(stages_section(scope, from));
  if (transition) add(steps_section(scope, *transition));
  add(actions_section(scope, from));
  page.missing = pillars_without_action(scope, from);
  if (!transition || transition->steps.empty())
    page.missing.push_back(scope.sentence("part.no_steps"));
  return page;
}

}  // namespace stagecraft
