#include <fmt/format.h>

#include <algorithm>

#include "load/read_questions.h"

namespace stagecraft {
namespace {

/// The least worth that an answer can have before the map; see scoring.md, section 1.
Exact lowest_worth(const Question& question) {
  if (question.type == QuestionType::stage) return 1;
  return question.takes_number() ? question.from : Exact(0);
}

std::optional<std::pair<Exact, Exact>> read_pair(const ReadContext& context, const Node& node) {
  if (node.kind != NodeKind::list || node.items.size() != 2) {
    context.error(node, "a pair of two numbers is expected here, such as [0, 1]");
    return std::nullopt;
  }
  const std::optional<Exact> worth = read_number(context, node.items[0], "worth");
  const std::optional<Exact> value = read_number(context, node.items[1], "value");
  if (!worth || !value) return std::nullopt;
  return std::pair(*worth, *value);
}

void read_pairs(MapReader& reader, std::string_view key, WorthMap& map) {
  reader.check_entries(key, map.kind == WorthMap::Kind::points ? 2 : 1);
  reader.each(key, [&](const Node& node) {
    const auto pair = read_pair(reader.context(), node);
    if (!pair) return;
    if (!map.pairs.empty() && pair->first <= map.pairs.back().first)
      reader.error(
          node.items[0],
          fmt::format("'{}' must ascend, and this one does not start above the last", key));
    map.pairs.push_back(*pair);
  });
}

void check_first_threshold(MapReader& reader, const WorthMap& map, const Question& question) {
  if (map.kind != WorthMap::Kind::thresholds || map.pairs.empty()) return;
  if (map.pairs.front().first <= lowest_worth(question)) return;
  reader.error(reader.find("thresholds")->items.front(),
               fmt::format("the first threshold must start at or below {}, the lowest worth",
                           decimal_text(lowest_worth(question), 40)));
}

bool has_values(const Question& question) {
  return question.type == QuestionType::several &&
         std::any_of(question.options.begin(), question.options.end(),
                     [](const AnswerOption& option) { return option.value.has_value(); });
}

}  // namespace

void read_worth_map(MapReader& reader, Question& question) {
  reader.in_map("map", "map", [&](MapReader& pairs) {
    WorthMap map;
    const bool has_points = pairs.find("points") != nullptr;
    const bool has_thresholds = pairs.find("thresholds") != nullptr;
    if (has_points == has_thresholds)
      pairs.error(pairs.node(), "a map has either 'points' or 'thresholds'");
    map.kind = has_thresholds ? WorthMap::Kind::thresholds : WorthMap::Kind::points;
    if (has_points != has_thresholds) {
      read_pairs(pairs, has_points ? "points" : "thresholds", map);
      check_first_threshold(pairs, map, question);
    }
    if (has_values(question))
      pairs.error(pairs.node(), "a 'map' cannot stand beside answers that have a 'value'");
    question.map = std::move(map);
  });
}

}  // namespace stagecraft
