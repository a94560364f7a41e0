#include "load/read_decisions.h"

#include <fmt/format.h>

#include "load/resolve_part.h"
#include "model/calendar.h"

namespace stagecraft {
namespace {

bool is_after(const Date& date, const Assessment& assessment) {
  return assessment.date.is_given() && first_day(date) > last_day(assessment.date);
}

bool is_before(const Date& date, const Assessment& assessment) {
  return assessment.date.is_given() && last_day(date) < first_day(assessment.date);
}

/// Reports dates that contradict each other or the status.
void check_dates(MapReader& reader, const ActionDecision& decision, const Assessment& assessment) {
  const bool is_done = decision.status == ActionStatus::done;
  const bool is_started = decision.status == ActionStatus::started;
  if (decision.start && decision.end && last_day(*decision.end) < first_day(*decision.start))
    reader.error(*reader.find("end"), "the action ends before it starts");
  if (is_done && decision.end && is_after(*decision.end, assessment))
    reader.error(*reader.find("end"), "an action that is done cannot end after the assessment");
  if (is_started && decision.start && is_after(*decision.start, assessment))
    reader.error(*reader.find("start"),
                 "an action that is started cannot start after the assessment");
  if (!is_done && decision.end && is_before(*decision.end, assessment))
    reader.error(*reader.find("end"),
                 "an action that is not done cannot end before the assessment");
}

ActionDecision read_decision(MapReader& reader, const Assessment& assessment) {
  ActionDecision decision;
  decision.owner = reader.text("owner");
  decision.status = reader.choice("status", action_status_words, ActionStatus::open);
  decision.start = reader.date("start");
  decision.end = reader.date("end");
  if (reader.find("impact")) decision.impact = reader.required_whole("impact", 1, 5);
  if (reader.find("effort")) decision.effort = reader.required_whole("effort", 1, 5);
  decision.note = reader.text("note");
  decision.skip = reader.text("skip");
  check_dates(reader, decision, assessment);
  if (!decision.skip.empty() && decision.status != ActionStatus::open)
    reader.error(*reader.find("skip"),
                 fmt::format("an action that is skipped cannot be {}",
                             word_of(action_status_words, decision.status)));
  return decision;
}

/// Reports that the action at `node` is deferred and something else as well.
void check_deferred_action(MapReader& reader, const Node& node, const ActionId& action,
                           const Assessment& assessment) {
  const auto decision = assessment.actions.find(action);
  if (decision == assessment.actions.end()) return;
  const bool is_skipped = !decision->second.skip.empty();
  if (!is_skipped && decision->second.status == ActionStatus::open) return;
  reader.error(node, fmt::format("'{}' is deferred, and 'actions' says that it is {}", node.scalar,
                                 is_skipped ? "skipped"
                                            : word_of(action_status_words,
                                                      decision->second.status)));
}

/// The id of what `key` names; counts it in `named`.
template <class Element>
auto read_deferred_part(MapReader& reader, std::string_view key,
                        const std::vector<Element>& parts, std::size_t& named) {
  decltype(Element::id) id;
  const Node* node = reader.find(key);
  if (!node) return id;
  ++named;
  if (const auto index = resolve_part(reader.context(), parts, *node, key)) id = parts[*index].id;
  return id;
}

Deferral read_deferral(MapReader& reader, const MaturityModel& model,
                       const Assessment& assessment) {
  Deferral deferral;
  std::size_t named = 0;
  deferral.question = read_deferred_part(reader, "question", model.questions, named);
  deferral.pillar = read_deferred_part(reader, "pillar", model.pillars, named);
  deferral.action = read_deferred_part(reader, "action", model.actions, named);
  if (named != 1)
    reader.error(reader.node(), "a deferred gap names one of 'question', 'pillar' and 'action'");
  if (!deferral.action.empty())
    check_deferred_action(reader, *reader.find("action"), deferral.action, assessment);
  deferral.reason = reader.required_text("reason");
  const Node* review = reader.find_required("review");
  const std::optional<Date> date = review ? reader.date("review") : std::nullopt;
  if (!date) return deferral;
  deferral.review = *date;
  if (assessment.date.is_given() && last_day(*date) <= last_day(assessment.date))
    reader.error(*review, "the review date is not after the assessment's date");
  return deferral;
}

}  // namespace

void read_decisions(MapReader& root, const MaturityModel& model, Assessment& assessment) {
  root.each_member("actions", [&](const Member& member) {
    const auto index = resolve_part(root.context(), model.actions, member, "action");
    MapReader reader(root.context(), member.value, "decision");
    if (!index || member.value.kind != NodeKind::map) return;
    assessment.actions.emplace(model.actions[*index].id, read_decision(reader, assessment));
    reader.finish();
  });
  root.each_map("deferred", "deferred gap", [&](MapReader& reader) {
    assessment.deferred.push_back(read_deferral(reader, model, assessment));
  });
}

}  // namespace stagecraft
