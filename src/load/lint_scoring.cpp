#include <fmt/format.h>

#include <algorithm>

#include "load/lint_rules.h"
#include "scoring/value_domain.h"

namespace stagecraft {
namespace {

/// Where the bands of a node are written: its own, those of its kind, or the method itself.
const Node& bands_node(const Node& method, const MaturityModel& model,
                       std::optional<PillarIndex> pillar) {
  std::vector<const Node*> rules;
  if (pillar) {
    const Node* nodes = method.find("nodes");
    if (nodes) rules.push_back(nodes->find(model.pillars[*pillar].id.text()));
    if (model.pillars_below(pillar).empty()) rules.push_back(method.find("leaf_pillars"));
    rules.push_back(method.find("pillars"));
  } else {
    rules.push_back(method.find("overall"));
  }
  for (const Node* rule : rules)
    if (const Node* bands = rule ? rule->find("bands") : nullptr) return *bands;
  return method;
}

const Node& band_from(const Node& bands, std::size_t index) {
  const Node* from = index < bands.items.size() ? bands.items[index].find("from") : nullptr;
  return from ? *from : bands;
}

std::string node_name(const MaturityModel& model, std::optional<PillarIndex> pillar) {
  return pillar ? fmt::format("pillar '{}'", model.pillars[*pillar].id.text()) : "the whole";
}

void lint_bands(Linting& linting, const ScoringMethod& method, const Node& written,
                std::optional<PillarIndex> pillar, const NodeRule& rule) {
  const auto* bands = std::get_if<Bands>(&rule.stage);
  const auto domain = bands ? value_domain(linting.model(), method, pillar) : std::nullopt;
  if (!domain) return;
  const Node& place = bands_node(written, linting.model(), pillar);
  const std::string name = node_name(linting.model(), pillar);
  const std::string lowest = decimal_text(domain->lowest, 6);
  const std::string highest = decimal_text(domain->highest, 6);
  if (bands->front().from > domain->lowest)
    linting.fail("band-too-late", method.id.text(), band_from(place, 0),
                 fmt::format("the first band of {} begins above {}, so the lowest values have no "
                             "stage",
                             name, lowest));
  for (std::size_t i = 1; i < bands->size(); ++i)
    if ((*bands)[i].from > domain->highest)
      linting.fail("band-too-high", method.id.text(), band_from(place, i),
                   fmt::format("no answers reach this band: {} is at most {}", name, highest));
}

bool names_stage(const NodeRule& rule, StageIndex stage) {
  if (const auto* bands = std::get_if<Bands>(&rule.stage))
    return std::any_of(bands->begin(), bands->end(),
                       [&](const Band& band) { return band.stage == stage; });
  return true;  // climbed and numbered stages need not be named
}

std::string quoted(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "'" : ", '") + id + "'";
  return text;
}

void lint_reach(Linting& linting, const ScoringMethod& method, const Node& written,
                const NodeReach& node) {
  const MaturityModel& model = linting.model();
  const NodeRule& rule = node.pillar ? method.pillars[*node.pillar] : method.overall;
  std::vector<std::string> unnamed, unreachable;
  for (StageIndex stage = 0; stage < node.stages.size(); ++stage) {
    if (!names_stage(rule, stage))
      unnamed.push_back(model.stages[stage].id.text());
    else if (node.stages[stage].reach == Reach::unreachable)
      unreachable.push_back(model.stages[stage].id.text());
  }
  const std::string name = node_name(model, node.pillar);
  if (!unnamed.empty())
    linting.warn("stage-without-way", method.id.text(), bands_node(written, model, node.pillar),
                 fmt::format("the method '{}' never gives {} the stage {}", method.id.text(), name,
                             quoted(unnamed)),
                 {"no band names it"});
  if (!unreachable.empty())
    linting.warn("stage-unreachable", method.id.text(), bands_node(written, model, node.pillar),
                 fmt::format("by the method '{}', no answers give {} the stage {}",
                             method.id.text(), name, quoted(unreachable)));
}

/// Whether anything is asked in the node; one where nothing is has no stage to reach.
bool is_asked(const MethodScore& nothing, const NodeReach& node) {
  const NodeScore& score = node.pillar ? nothing.of_pillar(*node.pillar) : nothing.overall();
  return score.state != NodeState::empty;
}

}  // namespace

bool lint_method_bands(Linting& linting, const ScoringMethod& method) {
  const std::size_t before = linting.findings().size();
  const Node& written = linting.find("scoring", method.id.text());
  lint_bands(linting, method, written, std::nullopt, method.overall);
  for (PillarIndex pillar = 0; pillar < linting.model().pillars.size(); ++pillar)
    lint_bands(linting, method, written, pillar, method.pillars[pillar]);
  return linting.findings().size() == before;
}

std::vector<std::vector<NodeReach>> lint_scoring(Linting& linting, std::size_t budget) {
  const MaturityModel& model = linting.model();
  std::vector<std::vector<NodeReach>> reach;
  for (const ScoringMethod& method : model.methods) {
    reach.emplace_back();
    if (!lint_method_bands(linting, method)) continue;
    reach.back() = stage_reach(model, method, budget);
    const Node& written = linting.find("scoring", method.id.text());
    const MethodScore nothing = score_by(model, method, Assessment());
    for (const NodeReach& node : reach.back())
      if (is_asked(nothing, node)) lint_reach(linting, method, written, node);
  }
  return reach;
}

}  // namespace stagecraft
