#include "scoring/reach.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "scoring/value_domain.h"

namespace stagecraft {
namespace {

/// The answers to one question that are tried, least favourable first.
using Ascent = std::vector<Answer>;

/// Nothing, then one option more each time, those of low value first.
Ascent several_answers(const Question& question) {
  std::vector<OptionIndex> options(question.options.size());
  for (OptionIndex i = 0; i < options.size(); ++i) options[i] = i;
  std::stable_sort(options.begin(), options.end(), [&](OptionIndex a, OptionIndex b) {
    return question.options[a].value.value_or(0) < question.options[b].value.value_or(0);
  });
  Ascent answers{answer_with(std::vector<OptionIndex>())};
  for (std::size_t count = 1; count <= options.size(); ++count) {
    std::vector<OptionIndex> chosen(options.end() - static_cast<std::ptrdiff_t>(count),
                                    options.end());
    std::sort(chosen.begin(), chosen.end());
    answers.push_back(answer_with(std::move(chosen)));
  }
  return answers;
}

/// The ends, whole steps or quarters between them, and where the map turns.
Ascent number_answers(const Question& question) {
  constexpr int most_steps = 20;
  const Exact width = question.to - question.from;
  const bool is_scale = question.type == QuestionType::scale && width <= most_steps;
  const int steps = is_scale ? static_cast<int>(whole_number(width).value()) : 4;
  Ascent answers;
  for (int step = 0; step <= steps; ++step)
    answers.push_back(answer_with(question.from + width * step / steps));
  if (question.map && !is_scale && question.type != QuestionType::scale)
    for (const auto& [worth, value] : question.map->pairs)
      if (question.from < worth && worth < question.to) answers.push_back(answer_with(worth));
  return answers;
}

Ascent ascent_of(const Question& question) {
  Ascent answers;
  if (question.type == QuestionType::several) {
    answers = several_answers(question);
  } else if (question.takes_number()) {
    answers = number_answers(question);
  } else {
    for (OptionIndex option = 0; option < question.options.size(); ++option)
      answers.push_back(answer_with(std::vector<OptionIndex>{option}));
  }
  std::stable_sort(answers.begin(), answers.end(), [&](const Answer& a, const Answer& b) {
    return value_of(question, a) < value_of(question, b);
  });
  return answers;
}

/// Tries answers and notes which stages they lead to.
class Search {
 public:
  Search(const MaturityModel& model, const ScoringMethod& method, std::size_t budget)
      : model_(model), method_(method), budget_(budget) {
    for (const QuestionIndex question : method.questions)
      ascents_.push_back(ascent_of(model.questions[question]));
    const auto note = [&](std::optional<PillarIndex> pillar, const NodeRule& rule) {
      if (rule.gives_stage())
        found_.push_back({pillar, std::vector<StageReach>(model.stages.size())});
    };
    note(std::nullopt, method.overall);
    for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar)
      note(pillar, method.pillars[pillar]);
  }

  std::vector<NodeReach> run() {
    if (found_.empty()) return found_;
    climb_together();
    climb_one_by_one(in_stage_order());
    std::vector<std::size_t> reversed = in_stage_order();
    std::reverse(reversed.begin(), reversed.end());
    climb_one_by_one(reversed);
    wander();
    return std::move(found_);
  }

 private:
  /// Places in `ascents_`, by the stage that each question is evidence of.
  std::vector<std::size_t> in_stage_order() const {
    std::vector<std::size_t> order(ascents_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return model_.questions[method_.questions[a]].stage() <
             model_.questions[method_.questions[b]].stage();
    });
    return order;
  }

  bool is_done() const {
    const auto is_reached = [](const StageReach& stage) { return stage.reach == Reach::reached; };
    return budget_ == 0 || std::all_of(found_.begin(), found_.end(), [&](const NodeReach& node) {
             return std::all_of(node.stages.begin(), node.stages.end(), is_reached);
           });
  }

  /// `heights`: which answer of each ascent.
  void look(const std::vector<std::size_t>& heights) {
    if (budget_ == 0) return;
    --budget_;
    Assessment tried;
    for (std::size_t i = 0; i < ascents_.size(); ++i)
      tried.answers.emplace(model_.questions[method_.questions[i]].id, ascents_[i][heights[i]]);
    const MethodScore score = score_by(model_, method_, tried);
    for (NodeReach& node : found_) {
      const NodeScore& at = node.pillar ? score.of_pillar(*node.pillar) : score.overall();
      if (!at.result.stage) continue;
      StageReach& stage = node.stages[*at.result.stage];
      if (stage.reach != Reach::reached) stage = {Reach::reached, tried.answers};
    }
  }

  /// All questions rise at the same time.
  void climb_together() {
    constexpr std::size_t steps = 12;
    std::vector<std::size_t> heights(ascents_.size());
    for (std::size_t step = 0; step <= steps && !is_done(); ++step) {
      for (std::size_t i = 0; i < heights.size(); ++i)
        heights[i] = (ascents_[i].size() - 1) * step / steps;
      look(heights);
    }
  }

  /// One question after the other rises to its top, `stride` answers between two looks.
  void climb_one_by_one(const std::vector<std::size_t>& order) {
    std::size_t answers = 0;
    for (const Ascent& ascent : ascents_) answers += ascent.size();
    const std::size_t stride = 1 + answers / (1 + budget_ / 3);
    std::vector<std::size_t> heights(ascents_.size());
    std::size_t raised = 0;
    for (const std::size_t i : order)
      for (heights[i] = 0; heights[i] + 1 < ascents_[i].size();) {
        ++heights[i];
        if (++raised % stride == 0 && !is_done()) look(heights);
      }
    if (!is_done()) look(heights);
  }

  /// Pseudo-random answers until the budget is spent: favourable and unfavourable ones in all
  /// proportions.
  void wander() {
    std::uint64_t state = 1;
    const auto next = [&state](std::uint64_t below) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      return (state >> 33) % below;
    };
    std::vector<std::size_t> heights(ascents_.size());
    while (!is_done()) {
      const std::uint64_t favour = next(11);
      for (std::size_t i = 0; i < heights.size(); ++i)
        heights[i] = next(10) < favour ? ascents_[i].size() - 1 : next(ascents_[i].size());
      look(heights);
    }
  }

  const MaturityModel& model_;
  const ScoringMethod& method_;
  std::size_t budget_;
  std::vector<Ascent> ascents_;
  std::vector<NodeReach> found_;
};

/// The values that a count, sum or mean of unconditional questions can add up to, with answers that
/// do; nothing where that cannot be computed.
class Sums {
 public:
  /// Each sum of the first questions, with the sum before and the answer that led from there.
  struct Step {
    Exact before;
    std::size_t answer = 0;  ///< its place in the question's ascent
  };

  static std::optional<Sums> of_whole(const MaturityModel& model, const ScoringMethod& method) {
    const bool adds_up = method.overall.by == Aggregate::count ||
                         method.overall.by == Aggregate::sum ||
                         method.overall.by == Aggregate::mean;
    const bool is_flat = model.pillars.empty() || method.overall.over == Over::questions;
    if (!adds_up || !is_flat || method.questions.empty()) return std::nullopt;
    Sums sums;
    for (const QuestionIndex index : method.questions) {
      const Question& question = model.questions[index];
      const bool is_countable = question.type != QuestionType::percent &&
                                question.type != QuestionType::number &&
                                question.type != QuestionType::several;
      if (question.asked_if || question.contributions.size() != 1 || !is_countable ||
          !sums.add(question, method.overall))
        return std::nullopt;
      sums.questions_.push_back(question.id);
    }
    return sums;
  }

  /// Answers that give a value from `from` to below `below`; nothing when there are none.
  std::optional<Answers> answers_within(const NodeRule& rule, const Exact& from,
                                        const std::optional<Exact>& below) const {
    for (const auto& [sum, step] : layers_.back()) {
      const Exact value = rule.by == Aggregate::mean ? Exact(sum / questions_.size()) : sum;
      if (value >= from && (!below || value < *below)) return answers_to(sum);
    }
    return std::nullopt;
  }

 private:
  bool add(const Question& question, const NodeRule& rule) {
    constexpr std::size_t most_sums = 5000;
    const Ascent& ascent = ascents_.emplace_back(ascent_of(question));
    std::vector<Exact> values;
    for (const Answer& answer : ascent) {
      const Exact value = value_of(question, answer);
      values.push_back(rule.by != Aggregate::count ? value : Exact(value >= rule.at_least ? 1 : 0));
    }
    std::map<Exact, Step> next;
    const std::map<Exact, Step> start{{Exact(0), {}}};
    for (const auto& [sum, step] : layers_.empty() ? start : layers_.back())
      for (std::size_t i = 0; i < values.size(); ++i) next.emplace(sum + values[i], Step{sum, i});
    layers_.push_back(std::move(next));
    return layers_.back().size() <= most_sums;
  }

  Answers answers_to(Exact sum) const {
    Answers answers;
    for (std::size_t i = layers_.size(); i-- > 0;) {
      const Step& step = layers_[i].at(sum);
      answers.emplace(questions_[i], ascents_[i][step.answer]);
      sum = step.before;
    }
    return answers;
  }

  std::vector<QuestionId> questions_;
  std::vector<Ascent> ascents_;                // one per question
  std::vector<std::map<Exact, Step>> layers_;  // one per question
};

/// Settles by computing all sums what the search has left open about the bands of the whole.
void settle_by_sums(const MaturityModel& model, const ScoringMethod& method, NodeReach& node) {
  const auto* bands = std::get_if<Bands>(&method.overall.stage);
  if (node.pillar || !bands) return;
  const std::optional<Sums> sums = Sums::of_whole(model, method);
  if (!sums) return;
  for (StageIndex stage = 0; stage < node.stages.size(); ++stage) {
    if (node.stages[stage].reach == Reach::reached) continue;
    node.stages[stage].reach = Reach::unreachable;
    for (std::size_t i = 0; i < bands->size(); ++i) {
      if ((*bands)[i].stage != stage) continue;
      const auto below = i + 1 < bands->size() ? std::optional((*bands)[i + 1].from) : std::nullopt;
      if (auto answers = sums->answers_within(method.overall, (*bands)[i].from, below))
        node.stages[stage] = {Reach::reached, std::move(*answers)};
    }
  }
}

/// Whether some band of `stage` holds a value of `domain`.
bool has_band_within(const Bands& bands, StageIndex stage, const Range& domain) {
  for (std::size_t i = 0; i < bands.size(); ++i)
    if (bands[i].stage == stage && bands[i].from <= domain.highest &&
        (i + 1 == bands.size() || domain.lowest < bands[i + 1].from))
      return true;
  return false;
}

/// Whether some value of `domain` has the number of `stage` as its whole part.
bool has_number_within(StageIndex stage, const Range& domain) {
  return domain.lowest < stage + 2 && domain.highest >= stage + 1;
}

/// Settles what lies beyond the most and the least favourable answers, or outside all bands.
void settle_by_bounds(const MaturityModel& model, const ScoringMethod& method,
                      const MethodScore& nothing, NodeReach& node) {
  const NodeRule& rule = node.pillar ? method.pillars[*node.pillar] : method.overall;
  const auto* bands = std::get_if<Bands>(&rule.stage);
  const bool is_climbed = std::holds_alternative<Prerequisites>(rule.stage);
  const std::optional<Range> domain =
      is_climbed ? std::nullopt : value_domain(model, method, node.pillar);
  const NodeScore& open = node.pillar ? nothing.of_pillar(*node.pillar) : nothing.overall();
  for (StageIndex stage = 0; stage < node.stages.size(); ++stage) {
    Reach& reach = node.stages[stage].reach;
    if (reach != Reach::not_proven) continue;
    if (domain && bands && !has_band_within(*bands, stage, *domain)) reach = Reach::unreachable;
    if (domain && !bands && !has_number_within(stage, *domain)) reach = Reach::unreachable;
    if (!is_climbed || !open.interval) continue;
    const Reading& best = open.interval->best;
    const Reading& worst = open.interval->worst;
    if (best.is_below_first || (best.stage && stage > *best.stage)) reach = Reach::unreachable;
    if (worst.stage && stage < *worst.stage) reach = Reach::unreachable;
  }
}

}  // namespace

std::vector<NodeReach> stage_reach(const MaturityModel& model, const ScoringMethod& method,
                                   std::size_t budget) {
  std::vector<NodeReach> nodes = Search(model, method, budget).run();
  const MethodScore nothing = score_by(model, method, Assessment());
  for (NodeReach& node : nodes) {
    settle_by_sums(model, method, node);
    settle_by_bounds(model, method, nothing, node);
  }
  return nodes;
}

}  // namespace stagecraft
