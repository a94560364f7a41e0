#include "evaluate/model_changes.h"

#include <algorithm>

namespace stagecraft {
namespace {

bool is_reworded(const Question& earlier, const Question& later) {
  if (earlier.text != later.text) return true;
  const auto has_other_text = [&](const AnswerOption& option) {
    return std::any_of(later.options.begin(), later.options.end(), [&](const AnswerOption& other) {
      return other.id == option.id && other.text != option.text;
    });
  };
  return std::any_of(earlier.options.begin(), earlier.options.end(), has_other_text);
}

bool has_same_map(const Question& earlier, const Question& later) {
  if (earlier.map.has_value() != later.map.has_value()) return false;
  return !earlier.map ||
         (earlier.map->kind == later.map->kind && earlier.map->pairs == later.map->pairs);
}

bool is_rescaled(const Question& earlier, const Question& later) {
  const bool has_same_options = std::equal(
      earlier.options.begin(), earlier.options.end(), later.options.begin(), later.options.end(),
      [](const AnswerOption& a, const AnswerOption& b) {
        return a.id == b.id && a.value == b.value;
      });
  return earlier.type != later.type || earlier.from != later.from || earlier.to != later.to ||
         !has_same_options || !has_same_map(earlier, later);
}

/// A place where a question counts, by ids.
struct Place {
  PillarId pillar;
  StageId stage;
  Exact weight;

  bool operator==(const Place&) const = default;
};

std::vector<Place> places_of(const MaturityModel& model, const Question& question) {
  std::vector<Place> places;
  for (const Contribution& each : question.contributions)
    places.push_back({each.pillar ? model.pillars[*each.pillar].id : PillarId(),
                      each.stage ? model.stages[*each.stage].id : StageId(), each.weight});
  return places;
}

void add_changes(std::vector<ModelChange>& changes, const MaturityModel& earlier,
                 const MaturityModel& later, const Question& question) {
  const Question* before = counterpart_in(earlier, question);
  if (!before) {
    changes.push_back({question.id, QuestionChange::added, ""});
    return;
  }
  if (before->id != question.id)
    changes.push_back({question.id, QuestionChange::renamed, before->id.text()});
  if (is_reworded(*before, question))
    changes.push_back({question.id, QuestionChange::reworded, before->text});
  if (is_rescaled(*before, question))
    changes.push_back({question.id, QuestionChange::rescaled, ""});
  if (places_of(earlier, *before) != places_of(later, question))
    changes.push_back({question.id, QuestionChange::moved, ""});
}

}  // namespace

bool is_same_question(const Question& earlier, const Question& later) {
  return !is_reworded(earlier, later) && !is_rescaled(earlier, later);
}

const Question* counterpart_in(const MaturityModel& earlier, const Question& question) {
  for (const Question& other : earlier.questions)
    if (other.id == question.id) return &other;
  for (const QuestionId& id : question.formerly)
    for (const Question& other : earlier.questions)
      if (other.id == id) return &other;
  return nullptr;
}

std::vector<ModelChange> compare_models(const MaturityModel& earlier, const MaturityModel& later) {
  std::vector<ModelChange> changes;
  for (const Question& question : later.questions)
    add_changes(changes, earlier, later, question);
  for (const Question& question : earlier.questions) {
    const bool is_kept =
        std::any_of(later.questions.begin(), later.questions.end(), [&](const Question& other) {
          return counterpart_in(earlier, other) == &question;
        });
    if (!is_kept) changes.push_back({question.id, QuestionChange::removed, ""});
  }
  return changes;
}

}  // namespace stagecraft
