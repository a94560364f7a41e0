#include "evaluate/respondents.h"

#include <algorithm>
#include <tuple>

#include "evaluate/assessment_views.h"
#include "evaluate/position.h"

namespace stagecraft {
namespace {

using Places = std::vector<std::size_t>;

Places all_places(const Assessment& assessment) {
  Places places(assessment.respondents.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  return places;
}

/// What the respondent said to `question`, as it stands on the assessment's date; null for nothing.
const Answer* said_by(const Respondent& respondent, const Question& question,
                      const Assessment& assessment) {
  const auto entry = respondent.answers.find(question.id);
  return entry == respondent.answers.end() ? nullptr
                                           : effective_at(entry->second, assessment.date);
}

std::vector<Exact> values_of(const Question& question, const Assessment& assessment,
                             const Places& respondents) {
  std::vector<Exact> values;
  for (const std::size_t place : respondents) {
    const Answer* answer = said_by(assessment.respondents[place], question, assessment);
    if (answer && answer->state == AnswerState::answered)
      values.push_back(value_of(question, *answer));
  }
  return values;
}

/// `width` as a share of what the question can be worth; 0 where it has one value only.
Exact of_range(const Range& whole, const Exact& width) {
  if (whole.lowest == whole.highest) return 0;
  return width / (whole.highest - whole.lowest);
}

Exact mean_distance(const std::vector<Exact>& values, const Exact& middle) {
  Exact sum;
  for (const Exact& value : values) sum += value < middle ? middle - value : value - middle;
  return sum / values.size();
}

Opinions opinions_on(const QuestionScore& score, const Question& question,
                     const Assessment& assessment) {
  Opinions opinions;
  opinions.question = score.question;
  opinions.is_agreed = assessment.answers.contains(question.id);
  for (const Respondent& respondent : assessment.respondents) {
    const Answer* answer = said_by(respondent, question, assessment);
    if (!answer)
      ++opinions.silent;
    else if (answer->state == AnswerState::answered)
      ++opinions.answered;
    else if (answer->state == AnswerState::not_applicable)
      ++opinions.not_applicable;
    else
      ++opinions.unknown;
  }
  const std::vector<Exact> values = values_of(question, assessment, all_places(assessment));
  if (values.empty()) return opinions;
  opinions.least = combined(Combination::min, values);
  opinions.median = median_of(values);
  opinions.greatest = combined(Combination::max, values);
  if (values.size() < 2) return opinions;
  opinions.disagreement = of_range(score.whole, *opinions.greatest - *opinions.least);
  opinions.distance = of_range(score.whole, mean_distance(values, *opinions.median));
  return opinions;
}

std::vector<QuestionIndex> most_pressing_first(const std::vector<Opinions>& questions) {
  std::vector<const Opinions*> apart;
  for (const Opinions& each : questions)
    if (each.disagreement && *each.disagreement > 0) apart.push_back(&each);
  std::stable_sort(apart.begin(), apart.end(), [](const Opinions* a, const Opinions* b) {
    return std::tie(*a->disagreement, *a->distance, a->unknown) >
           std::tie(*b->disagreement, *b->distance, b->unknown);
  });
  std::vector<QuestionIndex> ranked;
  for (const Opinions* each : apart) ranked.push_back(each->question);
  return ranked;
}

std::optional<Exact> as_one(Combination combination, const std::vector<Exact>& values) {
  return values.empty() ? std::nullopt : std::optional(combined(combination, values));
}

/// What `views`, one for each respondent, come to together.
std::vector<NodeAfter> combined_after(const std::vector<MethodScore>& views, std::size_t stages) {
  std::vector<NodeAfter> after;
  for (std::size_t node = 0; node < views.front().nodes.size(); ++node) {
    std::vector<Exact> values, numbers;
    for (const MethodScore& view : views) {
      if (view.nodes[node].result.value) values.push_back(*view.nodes[node].result.value);
      if (const auto number = number_of(view, view.nodes[node], stages)) numbers.push_back(*number);
    }
    const Combination combination = views.front().method->respondents;
    after.push_back({views.front().nodes[node].pillar, as_one(combination, values),
                     as_one(combination, numbers)});
  }
  return after;
}

struct Group {
  GroupId id;
  Places members;
};

std::vector<Group> groups_of(const Assessment& assessment) {
  std::vector<Group> groups;
  for (const std::size_t place : all_places(assessment)) {
    const GroupId& id = assessment.respondents[place].group;
    if (id.empty()) continue;
    const auto known = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group& group) { return group.id == id; });
    if (known == groups.end())
      groups.push_back({id, {place}});
    else
      known->members.push_back(place);
  }
  return groups;
}

std::vector<GroupDifference> differences_between(const std::vector<Group>& groups,
                                                 const MethodScore& score,
                                                 const AssessmentEvaluation& evaluation) {
  std::vector<GroupDifference> differences;
  for (const QuestionScore& each : score.questions) {
    const Question& question = evaluation.model->questions[each.question];
    std::vector<Exact> values;
    for (const Group& group : groups) {
      const auto own = values_of(question, *evaluation.assessment, group.members);
      if (!own.empty()) values.push_back(combined(score.method->respondents, own));
    }
    if (values.size() < 2) continue;
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const Exact difference = of_range(each.whole, *greatest - *least);
    if (difference > 0) differences.push_back({each.question, difference});
  }
  std::stable_sort(differences.begin(), differences.end(),
                   [](const GroupDifference& a, const GroupDifference& b) {
                     return a.difference > b.difference;
                   });
  return differences;
}

}  // namespace

std::optional<RespondentComparison> compare_respondents(const AssessmentEvaluation& evaluation) {
  const Assessment& assessment = *evaluation.assessment;
  if (evaluation.scores.methods.empty() || assessment.respondents.empty()) return std::nullopt;
  const MaturityModel& model = *evaluation.model;
  const MethodScore& score = evaluation.scores.methods.front();
  const auto seen_by = [&](const Places& respondents) {
    return score_by(model, *score.method, as_seen_by(assessment, respondents));
  };
  RespondentComparison comparison;
  for (const QuestionScore& each : score.questions) {
    Opinions opinions = opinions_on(each, model.questions[each.question], assessment);
    if (opinions.silent < assessment.respondents.size())
      comparison.questions.push_back(std::move(opinions));
  }
  comparison.discuss = most_pressing_first(comparison.questions);
  std::vector<MethodScore> views;
  for (const std::size_t place : all_places(assessment)) {
    views.push_back(seen_by({place}));
    comparison.alone.push_back({&assessment.respondents[place], views.back().overall().result});
  }
  comparison.after = combined_after(views, model.stages.size());
  const std::vector<Group> groups = groups_of(assessment);
  for (const Group& group : groups)
    comparison.groups.push_back({group.id, group.members.size(), seen_by(group.members).nodes});
  comparison.differences = differences_between(groups, score, evaluation);
  return comparison;
}

}  // namespace stagecraft
