#include <fmt/format.h>

#include <algorithm>

#include "load/model_parts.h"
#include "load/node_rules.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<Combination>, 4> team_words{{{"mean", Combination::mean},
                                                       {"median", Combination::median},
                                                       {"min", Combination::min},
                                                       {"max", Combination::max}}};

/// Reads one method. The rule of a node and the place where it is written go together: what is
/// wrong with the node as a whole is reported there.
class MethodReader {
 public:
  MethodReader(ModelReading& reading, MapReader& reader)
      : reading_(reading),
        reader_(reader),
        overall_place_(&reader.node()),
        places_(reading.model.pillars.size(), &reader.node()) {}

  ScoringMethod read() {
    read_head();
    read_questions();
    read_overall();
    read_pillar_rules();
    read_node_rules();
    check_makings();
    return std::move(method_);
  }

 private:
  const std::vector<Pillar>& pillars() const { return reading_.model.pillars; }
  const Question& question(QuestionIndex index) const { return reading_.model.questions[index]; }

  void read_head() {
    method_.id = reader_.required_id<MethodId>("id");
    method_.title = reader_.required_text("title");
    method_.rule = reader_.required_text("rule");
    method_.own_note = reader_.text("own_note");
    method_.source = reading_.ids.sources.reference(reader_, "source");
    method_.unanswered = reader_.choice("unanswered", unanswered_words, UnansweredPolicy::lowest);
    method_.not_applicable =
        reader_.choice("not_applicable", not_applicable_words, NotApplicablePolicy::exclude);
    method_.enough = reader_.percent("enough").value_or(0) / 100;
    method_.teams = reader_.choice("teams", team_words, Combination::mean);
    method_.respondents = reader_.choice("respondents", combination_words, Combination::mean);
    method_.digits = reader_.whole("digits", 0, 6, 2);
  }

  void read_questions() {
    reader_.check_entries("questions", 1);
    std::vector<QuestionIndex>& questions = method_.questions;
    reader_.each("questions", [&](const Node& node) {
      const auto index = reading_.ids.questions.resolve(reading_.context, node);
      if (!index) return;
      if (!question(*index).is_scored())
        reader_.error(node, fmt::format("'{}' is a question of the type 'text', which has no value",
                                        question(*index).id.text()));
      questions.push_back(*index);
    });
    std::sort(questions.begin(), questions.end());
    questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
    if (reader_.find("questions")) return;
    for (QuestionIndex index = 0; index < reading_.model.questions.size(); ++index)
      if (question(index).is_scored()) questions.push_back(index);
  }

  void read_overall() {
    if (const Node* node = reader_.find_required("overall")) overall_place_ = node;
    reader_.in_map("overall", "'overall'", [&](MapReader& rule) {
      method_.overall = read_rule(reading_, rule).complete();
      check_rule(method_.overall, rule.node());
    });
  }

  /// The rules of `pillars` and `leaf_pillars`, for the pillars that they are for.
  void read_pillar_rules() {
    WrittenRule inner;
    inner.by = Aggregate::mean;
    read_shared_rule("pillars", inner);
    WrittenRule leaf = inner;
    read_shared_rule("leaf_pillars", leaf);
    std::vector<bool> has_pillars(pillars().size());
    for (const Pillar& pillar : pillars())
      if (pillar.parent) has_pillars[*pillar.parent] = true;
    const Node* inner_place = reader_.find("pillars");
    const Node* leaf_place =
        reader_.find("leaf_pillars") ? reader_.find("leaf_pillars") : inner_place;
    for (PillarIndex pillar = 0; pillar < pillars().size(); ++pillar) {
      written_.push_back(has_pillars[pillar] ? inner : leaf);
      const Node* place = has_pillars[pillar] ? inner_place : leaf_place;
      if (place) places_[pillar] = place;
      method_.pillar_weights.push_back(pillars()[pillar].weight);
    }
  }

  /// Reads the rule at `key` into `written`, which stays as it is when there is none.
  void read_shared_rule(std::string_view key, WrittenRule& written) {
    reader_.in_map(key, fmt::format("'{}'", key), [&](MapReader& rule) {
      written = read_rule(reading_, rule);
      check_rule(written.complete(), rule.node());
    });
  }

  void read_node_rules() {
    reading_.ids.pillars.each_keyed(reader_, "nodes", [&](PillarIndex pillar, const Node& node) {
      MapReader rule(reading_.context, node, "rule of a node");
      if (node.kind != NodeKind::map) return;
      written_[pillar] = read_rule(reading_, rule).over_those_of(written_[pillar]);
      if (rule.find("weight")) method_.pillar_weights[pillar] = rule.weight("weight");
      rule.finish();
      check_rule(written_[pillar].complete(), node);
      places_[pillar] = &node;
    });
    for (const WrittenRule& rule : written_) method_.pillars.push_back(rule.complete());
  }

  void check_rule(const NodeRule& rule, const Node& place) const {
    const bool reads_value = std::holds_alternative<Bands>(rule.stage) ||
                             std::holds_alternative<StageNumber>(rule.stage);
    if (reads_value && rule.by == Aggregate::none)
      reading_.context.error(
          place, fmt::format("'{}' needs a value, and 'by' is none",
                             std::holds_alternative<Bands>(rule.stage) ? "bands" : "stage"));
  }

  /// Which pillars have contributions of the method in them or below.
  std::vector<bool> pillars_in_use() const {
    std::vector<bool> in_use(pillars().size());
    for (const QuestionIndex index : method_.questions)
      for (const Contribution& contribution : question(index).contributions)
        if (contribution.pillar) in_use[*contribution.pillar] = true;
    for (PillarIndex pillar = pillars().size(); pillar-- > 0;)
      if (in_use[pillar] && pillars()[pillar].parent) in_use[*pillars()[pillar].parent] = true;
    return in_use;
  }

  /// Reports each pillar that gives nothing that the node above it could be made of.
  void check_makings() const {
    const std::vector<bool> in_use = pillars_in_use();
    for (PillarIndex pillar = 0; pillar < pillars().size(); ++pillar) {
      if (!in_use[pillar]) continue;
      const std::optional<PillarIndex> parent = pillars()[pillar].parent;
      check_making(pillar, parent ? method_.pillars[*parent] : method_.overall,
                   parent ? fmt::format("'{}'", pillars()[*parent].id.text()) : "the whole",
                   parent ? *places_[*parent] : *overall_place_);
    }
  }

  void check_making(PillarIndex pillar, const NodeRule& above, const std::string& name,
                    const Node& place) const {
    if (above.by == Aggregate::none || above.over == Over::questions) return;
    const NodeRule& rule = method_.pillars[pillar];
    const bool by_stage = above.over == Over::stages;
    if (by_stage ? rule.gives_stage() : rule.by != Aggregate::none) return;
    reading_.context.error(
        place,
        fmt::format("{} is made of the {} of its pillars, and '{}' has none", name,
                    by_stage ? "stages" : "values", pillars()[pillar].id.text()),
        {by_stage
             ? "a pillar has a stage by 'bands', 'prerequisites' or 'stage'"
             : "a pillar has a value unless its 'by' is none; 'over: questions' passes over it"});
  }

  ModelReading& reading_;
  MapReader& reader_;
  ScoringMethod method_;
  std::vector<WrittenRule> written_;  // of the pillars
  const Node* overall_place_;
  std::vector<const Node*> places_;  // of the rules of the pillars
};

}  // namespace

void read_scoring(ModelReading& reading) {
  const auto read = [&](MapReader& reader) {
    reading.model.methods.push_back(MethodReader(reading, reader).read());
  };
  const Node* scoring = reading.root.find("scoring");
  if (scoring && scoring->kind == NodeKind::map)
    return reading.root.in_map("scoring", reading.ids.methods.kind(), read);
  reading.root.check_entries("scoring", 1);
  reading.root.each_map("scoring", reading.ids.methods.kind(), read);
}

}  // namespace stagecraft
