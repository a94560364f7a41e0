// What is asked, and how answers become a stage.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"
#include "render/score_wording.h"

namespace stagecraft {
namespace {

/// What can be answered, as boxes to tick on paper.
std::vector<std::string> boxes_of(const PageScope& scope, const Question& question) {
  std::vector<std::string> boxes;
  for (const AnswerOption& option : question.options) {
    std::string text = option.text;
    if (text.empty() && question.type == QuestionType::yes_no)
      text = scope.label(option.id.text() == "yes" ? "words.answer_yes" : "words.answer_no");
    if (question.type == QuestionType::stage) {
      const auto stage = static_cast<StageIndex>(&option - question.options.data());
      if (text.empty()) text = scope.model().stages[stage].title;
    }
    boxes.push_back(option.help.empty() ? text : text + ": " + option.help);
  }
  if (question.takes_number())
    boxes.push_back(scope.sentence("part.number_box", {{"from", scope.number(question.from)},
                                                       {"to", scope.number(question.to)},
                                                       {"unit", question.unit}}));
  boxes.push_back(scope.label("words.answer_unknown"));
  boxes.push_back(scope.label("words.answer_not_applicable"));
  return boxes;
}

std::string condition_text(const PageScope& scope, const Question& question) {
  if (!question.asked_if) return {};
  const Question& other = scope.model().questions[question.asked_if->question];
  return scope.sentence("part.asked_only", {{"number", question_number(scope.model(), other)}});
}

PartEntry question_entry(const PageScope& scope, const Question& question) {
  const MaturityModel& model = scope.model();
  PartEntry entry;
  entry.id = "question-" + question.id.text();
  entry.title = question_number(model, question) + ". " + question.title;
  if (question.text != question.title) entry.add_text(question.text);
  entry.add_text(question.help);
  entry.lists.push_back({scope.label("report.answer"), boxes_of(scope, question), true});
  entry.add_fact(scope.label("stage.evidence"), question.evidence);
  entry.add_fact(scope.label("model.evidence_of"), stage_link(scope, question.stage()));
  std::vector<PartLink> roles;
  for (const RoleId& id : question.roles)
    for (const Role& role : model.roles)
      if (role.id == id)
        roles.push_back(link_to(scope, ModelPart::roles, role.title, "role-" + id.text()));
  entry.add_fact(scope.label("part.who_answers"), std::move(roles));
  entry.add_note(condition_text(scope, question));
  for (const Accepted& accepted : model.accepted)
    if (accepted.of == question.id.text())
      entry.add_note(scope.label("model.accepted") + ": " + accepted.reason);
  return entry;
}

std::optional<PillarIndex> pillar_of(const Question& question) {
  for (const Contribution& contribution : question.contributions)
    if (contribution.pillar) return contribution.pillar;
  return std::nullopt;
}

/// Questions in the order of the model, in sections by pillar where there are pillars.
std::vector<PartSection> question_sections(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  std::vector<PartSection> sections;
  const auto collect = [&](std::optional<PillarIndex> pillar, std::string id, std::string title) {
    PartSection section{std::move(id), std::move(title)};
    for (const Question& question : model.questions)
      if (pillar_of(question) == pillar) section.entries.push_back(question_entry(scope, question));
    if (!section.entries.empty()) sections.push_back(std::move(section));
  };
  for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar)
    collect(pillar, "pillar-" + model.pillars[pillar].id.text(), model.pillars[pillar].title);
  collect(std::nullopt, "questions",
          sections.empty() ? scope.label("model.questions") : scope.label("part.the_whole"));
  return sections;
}

PartTable conditions_table(const PageScope& scope, const std::string& title, const StageRule& rule,
                           const std::vector<StageCondition>& conditions) {
  const bool has_bands = std::holds_alternative<Bands>(rule);
  PartTable table{scope.label("model.bands_caption") + ": " + title,
                  scope.label("model.stage"),
                  {{scope.label(has_bands ? "model.band" : "model.needs"), {}, false, false},
                   {scope.label("model.meaning"), {}, false, false},
                   {scope.label("model.priority"), {}, false, false}},
                  {}};
  for (const StageCondition& condition : conditions) {
    const PartLink stage = stage_link(scope, condition.stage).front();
    const auto cell = [&](const std::string& text) {
      return PartCell{text.empty() ? scope.label("words.dash") : text, {}, text.empty()};
    };
    table.rows.push_back(
        {stage.text,
         stage.href,
         {cell(condition.range), cell(condition.meaning), cell(condition.priority)}});
  }
  return table;
}

/// What the linter finds and the authors explain, with the thing that it is about.
PartSection decisions_section(const PageScope& scope) {
  PartSection section{"decisions", scope.label("part.decisions")};
  section.note = scope.label("part.decisions_note");
  int number = 0;
  for (const Accepted& accepted : scope.model().accepted) {
    PartEntry entry;
    entry.id = "decision-" + std::to_string(++number);
    entry.title = subject_of(scope.model(), accepted.of);
    entry.add_text(accepted.reason);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection method_section(const PageScope& scope, const ScoringMethod& method) {
  PartSection section{"method-" + method.id.text(), method.title};
  section.paragraphs.push_back(method.rule);
  if (!method.own_note.empty()) section.paragraphs.push_back(method.own_note);
  section.paragraphs.push_back(unanswered_text(scope, method));
  const std::vector<StageCondition> conditions = conditions_of(scope, method);
  if (!conditions.empty())
    section.table = conditions_table(scope, method.title, method.overall.stage, conditions);
  section.source = source_link(scope, method.source);
  return section;
}

/// What it takes to reach the stages within pillars; pillars that ask for the same stand together.
std::vector<PartSection> pillar_method_sections(const PageScope& scope,
                                                const ScoringMethod& method) {
  std::vector<PartSection> sections;
  std::vector<std::vector<StageCondition>> shown;
  for (PillarIndex pillar = 0; pillar < method.pillars.size(); ++pillar) {
    std::vector<StageCondition> conditions = conditions_of(scope, method, pillar);
    if (conditions.empty()) continue;
    const Pillar& named = scope.model().pillars[pillar];
    const auto same = std::find(shown.begin(), shown.end(), conditions);
    if (same != shown.end()) {
      sections[static_cast<std::size_t>(same - shown.begin())].paragraphs.front() +=
          scope.label("words.comma") + named.title;
      continue;
    }
    const std::string title = scope.sentence("part.within_pillars", {{"method", method.title}});
    PartSection section("method-" + method.id.text() + "--" + named.id.text(), title);
    section.paragraphs.push_back(named.title);
    section.table = conditions_table(scope, title, method.pillars[pillar].stage, conditions);
    sections.push_back(std::move(section));
    shown.push_back(std::move(conditions));
  }
  return sections;
}

/// Pages of the manual that say more, as far as the site has them.
PartSection manual_section(const PageScope& scope) {
  PartSection section{"manual", scope.label("part.in_the_manual")};
  for (const char* name : {"scoring", "readings"})
    for (const PlannedPage& page : scope.plan().pages) {
      if (page.route.text() != "/docs/" + std::string(name) + "/") continue;
      PartEntry entry;
      entry.id = "manual-" + std::string(name);
      entry.title = page.title;
      entry.href = scope.href(page);
      entry.add_text(scope.label("part.manual_" + std::string(name)));
      section.entries.push_back(std::move(entry));
    }
  return section;
}

}  // namespace

PartPage questions_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.questions_lead", scope.model().questions.size());
  PartEntry guide;
  guide.id = "how";
  guide.points = scope.model().instructions;
  PartSection how{"guide", scope.label("part.guide")};
  how.note = scope.label("part.guide_note");
  if (!guide.points.empty()) how.entries.push_back(std::move(guide));
  page.sections.push_back(std::move(how));
  for (PartSection& section : question_sections(scope)) page.sections.push_back(std::move(section));
  return page;
}

PartPage method_page(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  PartPage page;
  page.lead = counted_lead(scope, "part.method_lead", model.methods.size());
  for (const ScoringMethod& method : model.methods) {
    page.sections.push_back(method_section(scope, method));
    for (PartSection& section : pillar_method_sections(scope, method))
      page.sections.push_back(std::move(section));
  }
  if (!model.accepted.empty()) page.sections.push_back(decisions_section(scope));
  if (PartSection manual = manual_section(scope); !manual.entries.empty())
    page.sections.push_back(std::move(manual));
  if (model.methods.empty()) page.missing.push_back(scope.sentence("model.no_method"));
  return page;
}

}  // namespace stagecraft
