#include "render/score_wording.h"

#include <algorithm>

#include "render/model_wording.h"

namespace stagecraft {
namespace {

std::string percent_text(const PageScope& scope, const Exact& percent) {
  return scope.number(percent);
}

std::string needs_text(const PageScope& scope, const Prerequisite& prerequisite) {
  const MessageValues upto{{"stage", stage_number(prerequisite.stage)}};
  if (const auto* share = std::get_if<NeedsShare>(&prerequisite.needs))
    return scope.sentence("model.needs_share", {{"stage", stage_number(prerequisite.stage)},
                                                {"percent", percent_text(scope, share->percent)}});
  const auto* each = std::get_if<NeedsEach>(&prerequisite.needs);
  if (!each) return scope.sentence("model.needs_all", upto);
  std::string text;
  for (const StageThreshold& threshold : each->thresholds) {
    if (!text.empty()) text += scope.label("words.comma");
    text += scope.sentence("model.needs_of_stage",
                           {{"stage", stage_number(threshold.stage)},
                            {"percent", percent_text(scope, threshold.percent)}});
  }
  return text;
}

std::string value_band_text(const PageScope& scope, const Bands& bands, std::size_t index) {
  const std::string from = scope.number(bands[index].from);
  if (index + 1 == bands.size()) return scope.sentence("model.band_last", {{"from", from}});
  return scope.sentence("model.band_between",
                        {{"from", from}, {"to", scope.number(bands[index + 1].from)}});
}

/// `words_of(bands, index)` says which values a band covers.
template <typename BandWords>
std::vector<StageCondition> conditions_by(const PageScope& scope, const StageRule& rule,
                                          const BandWords& words_of) {
  std::vector<StageCondition> conditions;
  if (const auto* bands = std::get_if<Bands>(&rule))
    for (std::size_t i = 0; i < bands->size(); ++i) {
      const Band& band = (*bands)[i];
      conditions.push_back({words_of(*bands, i), band.stage, band.meaning, band.priority});
    }
  if (const auto* prerequisites = std::get_if<Prerequisites>(&rule))
    for (const Prerequisite& each : *prerequisites)
      conditions.push_back({needs_text(scope, each), each.stage, each.meaning, each.priority});
  return conditions;
}

}  // namespace

std::string unanswered_text(const PageScope& scope, const ScoringMethod& method) {
  switch (method.unanswered) {
    case UnansweredPolicy::lowest: return scope.sentence("model.unanswered_lowest");
    case UnansweredPolicy::skip: return scope.sentence("model.unanswered_skip");
    case UnansweredPolicy::voids: return scope.sentence("model.unanswered_voids");
  }
  return {};
}

bool counts_questions(const MaturityModel& model, const ScoringMethod& method) {
  return method.overall.by == Aggregate::count &&
         (method.overall.over == Over::questions || model.pillars.empty());
}

std::string band_text(const PageScope& scope, const ScoringMethod& method, const Bands& bands,
                      std::size_t index) {
  if (!counts_questions(scope.model(), method)) return value_band_text(scope, bands, index);
  const bool is_last = index + 1 == bands.size();
  const std::string from = scope.number(bands[index].from);
  const Exact top = is_last ? Exact(method.questions.size()) : Exact(bands[index + 1].from - 1);
  return scope.sentence(top <= bands[index].from ? "model.band_one" : "model.band",
                        {{"from", from}, {"to", scope.number(top)}});
}

std::vector<StageCondition> conditions_of(const PageScope& scope, const ScoringMethod& method) {
  return conditions_by(scope, method.overall.stage,
                       [&](const Bands& bands, std::size_t index) {
                         return band_text(scope, method, bands, index);
                       });
}

std::vector<StageCondition> conditions_of(const PageScope& scope, const ScoringMethod& method,
                                          PillarIndex pillar) {
  return conditions_by(scope, method.pillars[pillar].stage,
                       [&](const Bands& bands, std::size_t index) {
                         return value_band_text(scope, bands, index);
                       });
}

ValueList stage_conditions(const PageScope& scope, const ScoringMethod& method,
                           const Reading& reading) {
  ValueList rows;
  for (StageCondition& condition : conditions_of(scope, method))
    rows.emplace_back(ValueMap{{"range", std::move(condition.range)},
                               {"stage", stage_reference(scope, condition.stage)},
                               {"meaning", std::move(condition.meaning)},
                               {"priority", std::move(condition.priority)},
                               {"current", reading.stage == condition.stage}});
  return rows;
}

StageMessage message_of(const NodeRule& rule, const Reading& reading) {
  if (const auto* bands = std::get_if<Bands>(&rule.stage); bands && reading.value) {
    const Band& band = band_of(*bands, *reading.value);
    return {band.meaning, band.priority};
  }
  if (const auto* prerequisites = std::get_if<Prerequisites>(&rule.stage))
    for (const Prerequisite& each : *prerequisites)
      if (reading.stage == each.stage) return {each.meaning, each.priority};
  return {};
}

}  // namespace stagecraft
