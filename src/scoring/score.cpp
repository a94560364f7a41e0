#include "scoring/score.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "scoring/aggregate.h"
#include "scoring/overall_result.h"
#include "scoring/prerequisites.h"
#include "scoring/question_states.h"
#include "scoring/score_tree.h"

namespace stagecraft {
namespace {

/// Which of the possible results is looked at.
enum class Case { now, worst, best };

/// What a node comes to, before anything of it is withheld.
struct NodeResult {
  Reading reading;
  std::optional<Interval> interval;
  bool is_optional = false;  ///< nothing in it is certain to be there
};

/// Scores the nodes of one method, pillars before what they hang on.
class NodeScorer {
 public:
  NodeScorer(const MaturityModel& model, const ScoringMethod& method,
             const std::vector<QuestionScore>& questions)
      : model_(model), method_(method), tree_(model, questions), results_(tree_.size()),
        scores_(tree_.size()) {}

  std::vector<NodeScore> score() {
    for (std::size_t node = tree_.size(); node-- > 0;) {
      const std::vector<TreeContribution> all = tree_.all(node);
      settle_node(node, all);
      describe_node(node, all);
    }
    return std::move(scores_);
  }

  Reading overall() {
    for (std::size_t node = tree_.size(); node-- > 0;) settle_node(node, tree_.all(node));
    return scores_.front().result;
  }

 private:
  const NodeRule& rule_of(std::size_t node) const {
    return node == 0 ? method_.overall : method_.pillars[node - 1];
  }

  /// What the node comes to.
  void settle_node(std::size_t node, const std::vector<TreeContribution>& all);
  /// What else is to be said about it.
  void describe_node(std::size_t node, const std::vector<TreeContribution>& all);
  NodeState state_of(const NodeScore& score, const NodeRule& rule, bool has_contributions,
                     bool has_settled) const;
  std::vector<NodePart> parts_of(std::size_t node,
                                 const std::vector<TreeContribution>& all) const;
  NodePart part_of(const TreeContribution& contribution) const;
  NodePart part_of(PillarIndex pillar, Over over) const;
  std::vector<Possible> possibles_of(std::size_t node,
                                     const std::vector<TreeContribution>& all) const;
  std::optional<Range> range_of(PillarIndex pillar, Over over) const;
  std::vector<StageShare> shares_of(const std::vector<TreeContribution>& all, Case which) const;
  std::optional<Exact> share_in(const TreeContribution& contribution, Case which) const;
  Reading reading_of(const NodeRule& rule, const std::optional<Exact>& value,
                     const std::vector<TreeContribution>& all, Case which) const;
  std::optional<Interval> interval_of(std::size_t node,
                                      const std::vector<TreeContribution>& all) const;

  const MaturityModel& model_;
  const ScoringMethod& method_;
  ScoreTree tree_;
  std::vector<NodeResult> results_;
  std::vector<NodeScore> scores_;
};

/// The number of a stage as a value: 0 below the first.
std::optional<Exact> number_of(const Reading& reading) {
  if (reading.is_below_first) return Exact(0);
  if (!reading.stage) return std::nullopt;
  return Exact(*reading.stage + 1);
}

AnswerCounts count(const std::vector<TreeContribution>& contributions) {
  AnswerCounts counts;
  std::set<const QuestionScore*> seen;
  for (const TreeContribution& each : contributions) {
    if (!seen.insert(each.question).second) continue;
    switch (each.question->state) {
      case QuestionState::answered: ++counts.answered; break;
      case QuestionState::unknown: ++counts.unknown; break;
      case QuestionState::unanswered: ++counts.unanswered; break;
      case QuestionState::not_applicable: ++counts.not_applicable; break;
      case QuestionState::not_asked: ++counts.not_asked; break;
    }
  }
  return counts;
}

/// What the whole part of a stage's number means.
Reading stage_of_number(const Exact& value, std::size_t stages) {
  Reading reading;
  reading.is_below_first = value < 1;
  if (!reading.is_below_first)
    reading.stage =
        static_cast<StageIndex>(whole_number(floor(std::min<Exact>(value, stages))).value() - 1);
  return reading;
}

NodeState NodeScorer::state_of(const NodeScore& score, const NodeRule& rule, bool has_contributions,
                               bool has_settled) const {
  const bool has_open = score.counts.open() > 0;
  if (!has_contributions) return NodeState::empty;
  if (!has_settled && !has_open) return NodeState::not_applicable;
  if (method_.unanswered == UnansweredPolicy::voids && has_open) return NodeState::voided;
  if (method_.unanswered == UnansweredPolicy::skip && !has_settled) return NodeState::open;
  if (score.coverage < method_.enough) return NodeState::too_few_answers;
  return rule.by == Aggregate::none ? NodeState::no_number : NodeState::scored;
}

NodePart NodeScorer::part_of(const TreeContribution& contribution) const {
  const QuestionScore& question = *contribution.question;
  NodePart part;
  part.question = question.question;
  part.stage = contribution.contribution->stage;
  part.weight = contribution.contribution->weight;
  part.value = question.value;
  if (is_open(question.state) && method_.unanswered == UnansweredPolicy::lowest)
    part.value = question.whole.lowest;
  return part;
}

NodePart NodeScorer::part_of(PillarIndex pillar, Over over) const {
  const Reading& reading = results_[pillar + 1].reading;
  NodePart part;
  part.pillar = pillar;
  part.weight = method_.pillar_weights[pillar];
  part.value = over == Over::stages ? number_of(reading) : reading.value;
  return part;
}

std::vector<NodePart> NodeScorer::parts_of(std::size_t node,
                                           const std::vector<TreeContribution>& all) const {
  const Over over = rule_of(node).over;
  std::vector<NodePart> parts;
  for (const TreeContribution& each : over == Over::questions ? all : tree_.own(node))
    parts.push_back(part_of(each));
  if (over != Over::questions)
    for (const PillarIndex pillar : tree_.pillars(node)) parts.push_back(part_of(pillar, over));
  return parts;
}

std::optional<Range> NodeScorer::range_of(PillarIndex pillar, Over over) const {
  const std::optional<Interval>& interval = results_[pillar + 1].interval;
  if (!interval) return std::nullopt;
  const bool by_stage = over == Over::stages;
  const auto worst = by_stage ? number_of(interval->worst) : interval->worst.value;
  const auto best = by_stage ? number_of(interval->best) : interval->best.value;
  if (!worst || !best) return std::nullopt;
  return Range{*worst, *best};
}

std::vector<Possible> NodeScorer::possibles_of(std::size_t node,
                                               const std::vector<TreeContribution>& all) const {
  const Over over = rule_of(node).over;
  std::vector<Possible> possibles;
  for (const TreeContribution& each : over == Over::questions ? all : tree_.own(node))
    if (each.question->range)
      possibles.push_back({*each.question->range, each.contribution->weight,
                           each.question->is_optional});
  if (over == Over::questions) return possibles;
  for (const PillarIndex pillar : tree_.pillars(node))
    if (const std::optional<Range> range = range_of(pillar, over))
      possibles.push_back(
          {*range, method_.pillar_weights[pillar], results_[pillar + 1].is_optional});
  return possibles;
}

std::optional<Exact> NodeScorer::share_in(const TreeContribution& contribution, Case which) const {
  const QuestionScore& score = *contribution.question;
  if (which == Case::now) {
    const std::optional<Exact> value = part_of(contribution).value;
    return value ? std::optional(share_of(score.whole, *value)) : std::nullopt;
  }
  if (!score.range) return std::nullopt;
  if (score.is_optional) return which == Case::worst ? 0 : 1;
  return share_of(score.whole, which == Case::worst ? score.range->lowest : score.range->highest);
}

std::vector<StageShare> NodeScorer::shares_of(const std::vector<TreeContribution>& all,
                                              Case which) const {
  std::vector<StageShare> shares;
  for (const TreeContribution& each : all)
    if (each.contribution->stage)
      shares.push_back({*each.contribution->stage, each.contribution->weight,
                        share_in(each, which), is_open(each.question->state)});
  return shares;
}

Reading NodeScorer::reading_of(const NodeRule& rule, const std::optional<Exact>& value,
                               const std::vector<TreeContribution>& all, Case which) const {
  Reading reading;
  if (const auto* prerequisites = std::get_if<Prerequisites>(&rule.stage))
    reading = climb(*prerequisites, model_.stages.size(), shares_of(all, which));
  else if (const auto* bands = std::get_if<Bands>(&rule.stage); bands && value)
    reading.stage = band_of(*bands, *value).stage;
  else if (std::holds_alternative<StageNumber>(rule.stage) && value)
    reading = stage_of_number(*value, model_.stages.size());
  reading.value = value;
  return reading;
}

std::optional<Interval> NodeScorer::interval_of(std::size_t node,
                                                const std::vector<TreeContribution>& all) const {
  const bool can_count = std::any_of(all.begin(), all.end(), [](const TreeContribution& each) {
    return each.question->range.has_value();
  });
  if (!can_count) return std::nullopt;
  const NodeRule& rule = rule_of(node);
  const std::optional<Range> range = aggregate_range(rule, possibles_of(node, all));
  const auto end_of = [&](const Exact Range::*end) {
    return range ? std::optional((*range).*end) : std::nullopt;
  };
  Interval interval;
  interval.worst = reading_of(rule, end_of(&Range::lowest), all, Case::worst);
  interval.best = reading_of(rule, end_of(&Range::highest), all, Case::best);
  const bool is_outer = std::any_of(all.begin(), all.end(), [](const TreeContribution& each) {
    return each.question->is_conditional;
  });
  interval.bound = is_outer ? Bound::outer : Bound::exact;
  if (!range && !std::holds_alternative<Prerequisites>(rule.stage)) return std::nullopt;
  return interval;
}

void NodeScorer::describe_node(std::size_t node, const std::vector<TreeContribution>& all) {
  NodeScore& score = scores_[node];
  NodeResult& result = results_[node];
  score.fulfilment = fulfilment_of(shares_of(all, Case::now), method_.unanswered);
  result.is_optional = std::all_of(all.begin(), all.end(), [](const TreeContribution& each) {
    return !each.question->range || each.question->is_optional;
  });
  score.interval = result.interval = interval_of(node, all);
}

void NodeScorer::settle_node(std::size_t node, const std::vector<TreeContribution>& all) {
  const NodeRule& rule = rule_of(node);
  NodeScore& score = scores_[node];
  NodeResult& result = results_[node];
  if (node > 0) score.pillar = node - 1;
  score.counts = count(all);
  const std::size_t asked = score.counts.answered + score.counts.open();
  if (asked > 0) score.coverage = Exact(score.counts.answered) / asked;
  const auto is_settled = [](const TreeContribution& each) {
    return each.question->value.has_value();
  };
  const bool has_settled = std::any_of(all.begin(), all.end(), is_settled);
  score.state = state_of(score, rule, !all.empty(), has_settled);
  score.parts = parts_of(node, all);
  if (score.state == NodeState::empty || score.state == NodeState::not_applicable ||
      score.state == NodeState::voided || score.state == NodeState::open)
    return;
  std::vector<Weighted> values;
  for (const NodePart& part : score.parts)
    if (part.value) values.push_back({*part.value, part.weight});
  result.reading = reading_of(rule, aggregate(rule, values), all, Case::now);
  if (score.state != NodeState::too_few_answers) score.result = result.reading;
}

bool has_place(const Reading& reading) { return reading.stage || reading.is_below_first; }

}  // namespace

const QuestionScore* Scores::find(QuestionIndex question) const {
  for (const MethodScore& method : methods) {
    const auto found = std::lower_bound(
        method.questions.begin(), method.questions.end(), question,
        [](const QuestionScore& score, QuestionIndex index) { return score.question < index; });
    if (found != method.questions.end() && found->question == question) return &*found;
  }
  return nullptr;
}

const Band& band_of(const Bands& bands, const Exact& value) {
  assert(!bands.empty() && bands.front().from <= value);
  const auto next = std::find_if(bands.begin(), bands.end(),
                                 [&](const Band& band) { return value < band.from; });
  return *(next - 1);
}

MethodScore score_by(const MaturityModel& model, const ScoringMethod& method,
                     const Assessment& assessment) {
  MethodScore score;
  score.method = &method;
  score.questions = question_scores(model, method, assessment);
  score.nodes = NodeScorer(model, method, score.questions).score();
  return score;
}

Reading overall_result(const MaturityModel& model, const ScoringMethod& method,
                       const Assessment& assessment) {
  const std::vector<QuestionScore> questions = question_scores(model, method, assessment);
  return NodeScorer(model, method, questions).overall();
}

Scores score_assessment(const MaturityModel& model, const Assessment& assessment) {
  Scores scores;
  for (const ScoringMethod& method : model.methods)
    scores.methods.push_back(score_by(model, method, assessment));
  for (std::size_t other = 1; other < scores.methods.size(); ++other) {
    const Reading& primary = scores.methods.front().overall().result;
    const Reading& reading = scores.methods[other].overall().result;
    const bool differs =
        reading.stage != primary.stage || reading.is_below_first != primary.is_below_first;
    if (has_place(primary) && has_place(reading) && differs) scores.disagreeing.push_back(other);
  }
  return scores;
}

}  // namespace stagecraft
