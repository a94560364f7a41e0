// Findings per pillar: why it stands where it stands, what is good, what is missing, what the next
// stage looks like, and where people disagree.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "evaluate/stage_grid.h"
#include "render/answer_wording.h"
#include "render/model_wording.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

constexpr std::size_t most_points = 6;
constexpr std::size_t most_named = 6;  // people, of whom each is named with what they said

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

/// Writes the findings of one node.
class Finding {
 public:
  Finding(const ReportScope& scope, std::size_t node)
      : scope_(scope),
        page_(scope.page),
        model_(scope.model()),
        score_(scope.evaluation.scores.methods.front().nodes[node]),
        position_(scope.position.nodes[node]),
        evidence_(scope.evidence[node]) {}

  PartEntry entry() const {
    PartEntry entry;
    entry.id = finding_id(model_, score_.pillar);
    entry.title = node_title(scope_.page, score_.pillar);
    entry.stage = score_.result.stage;
    entry.paragraphs = {level_sentence()};
    if (std::string now = descriptor(score_.result.stage); !now.empty())
      entry.paragraphs.push_back(std::move(now));
    add_points(entry);
    add_next_stage(entry);
    add_discussion(entry);
    add_facts(entry);
    return entry;
  }

 private:
  std::string level_sentence() const {
    const MessageValues values{{"pillar", node_title(scope_.page, score_.pillar)},
                               {"stage", reading_text(scope_, score_.result)},
                               {"held", count(held())},
                               {"asked", count(asked())}};
    if (!score_.result.stage && !score_.result.value && !score_.result.is_below_first)
      return page_.sentence("report.finding_not_assessed", values);
    const std::string kind =
        score_.result.is_below_first ? "report.finding_below" : "report.finding_level";
    return page_.sentence(asked() == 0 ? kind : kind + "_counted", values);
  }

  const QuestionScore& score_of(QuestionIndex question) const {
    return *scope_.evaluation.scores.find(question);
  }

  /// The questions of this node that name a stage and apply; one that places the node itself tells
  /// nothing more than its stage.
  std::vector<QuestionIndex> questions() const {
    std::vector<QuestionIndex> list;
    for (const QuestionIndex index : questions_within(scope_.evaluation, score_.pillar)) {
      const QuestionState state = score_of(index).state;
      if (model_.questions[index].type != QuestionType::stage &&
          state != QuestionState::not_applicable && state != QuestionState::not_asked)
        list.push_back(index);
    }
    return list;
  }
  std::size_t asked() const { return questions().size(); }
  std::size_t held() const {
    const std::vector<QuestionIndex> all = questions();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](QuestionIndex index) { return is_held(score_of(index)); }));
  }

  /// What the pillar looks like at `stage`, or what the model says of the stage as a whole.
  std::string descriptor(std::optional<StageIndex> stage) const {
    if (!stage) return {};
    if (!score_.pillar) return model_.stages[*stage].summary;
    const std::vector<Descriptor>& all = model_.pillars[*score_.pillar].descriptors;
    return *stage < all.size() ? all[*stage].text : std::string();
  }

  const std::string& title_of(QuestionIndex index) const {
    const Question& question = model_.questions[index];
    return question.title.empty() ? question.text : question.title;
  }

  std::string answer_line(QuestionIndex index) const {
    return page_.sentence(
        "report.point", {{"title", title_of(index)},
                         {"text", answer_text(page_, scope_.evaluation, model_.questions[index])}});
  }

  /// The strengths, and the gaps up to the target; of many the first, with how many more.
  void add_points(PartEntry& entry) const {
    std::vector<std::string> strengths, gaps;
    for (const QuestionIndex index : questions()) {
      const std::optional<StageIndex> stage = model_.questions[index].stage();
      if (is_held(score_of(index)))
        strengths.push_back(answer_line(index));
      else if (!position_.target || !stage || *stage <= position_.target->stage)
        gaps.push_back(answer_line(index));
    }
    add_limited(entry, "report.strengths", std::move(strengths));
    add_limited(entry, "report.shortcomings", std::move(gaps));
  }

  void add_limited(PartEntry& entry, const char* label, std::vector<std::string> points) const {
    if (points.size() > most_points) {
      const std::size_t more = points.size() - (most_points - 1);
      points.resize(most_points - 1);
      points.push_back(page_.sentence("report.and_more", {{"count", count(more)}}));
    }
    entry.add_list(page_.label(label), points);
  }

  void add_next_stage(PartEntry& entry) const {
    const std::optional<StageIndex> now = score_.result.stage;
    if (!now || *now + 1 >= model_.stages.size()) return;
    const std::string text = descriptor(*now + 1);
    if (!text.empty())
      entry.add_list(
          page_.sentence("report.next_looks_like", {{"stage", stage_name(model_, *now + 1)}}),
          {text});
  }

  /// What respondents answered differently within this node, the most pressing first.
  void add_discussion(PartEntry& entry) const {
    if (!scope_.respondents) return;
    const std::vector<QuestionIndex> within = questions_within(scope_.evaluation, score_.pillar);
    std::vector<std::string> points;
    for (const QuestionIndex index : scope_.respondents->discuss)
      if (std::find(within.begin(), within.end(), index) != within.end())
        points.push_back(page_.sentence("report.point",
                                        {{"title", title_of(index)}, {"text", said_of(index)}}));
    add_limited(entry, "report.discuss", std::move(points));
  }

  /// Who said what about a question; of many people, how many said what.
  std::string said_of(QuestionIndex question) const {
    std::vector<std::pair<std::string, std::string>> said;  // who, what
    for (const Respondent& respondent : scope_.assessment().respondents) {
      const auto answer = respondent.answers.find(model_.questions[question].id);
      if (answer == respondent.answers.end()) continue;
      said.emplace_back(
          respondent.role.empty() ? page_.label("words.respondent") : respondent.role,
          answer_text(page_, model_.questions[question], &answer->second));
    }
    std::vector<std::string> parts;
    if (said.size() > most_named)
      for (const auto& [answer, people] : by_number(said))
        parts.push_back(
            page_.sentence("report.said_by", {{"answer", answer}, {"people", count(people)}}));
    else
      for (const auto& [who, answer] : said)
        parts.push_back(page_.sentence("answer.of_team", {{"team", who}, {"answer", answer}}));
    return joined_said(parts);
  }

  /// Each answer and how many gave it, the most frequent first.
  static std::vector<std::pair<std::string, std::size_t>> by_number(
      const std::vector<std::pair<std::string, std::string>>& said) {
    std::map<std::string, std::size_t> counts;
    for (const auto& [who, answer] : said) ++counts[answer];
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
  }

  std::string joined_said(const std::vector<std::string>& said) const {
    std::string text;
    for (const std::string& each : said) {
      if (!text.empty()) text += page_.label("words.semicolon");
      text += each;
    }
    return text;
  }

  void add_facts(PartEntry& entry) const {
    entry.add_fact(page_.label("report.today"), reading_text(scope_, score_.result));
    if (position_.target) {
      entry.add_fact(page_.label("report.target"), target_text());
      if (position_.target->gap)
        entry.add_fact(page_.label("report.gap_stages"), *position_.target->gap > 0
                                                             ? page_.number(*position_.target->gap)
                                                             : page_.label("report.target_met"));
    }
    const GradeCounts& grades = evidence_.grades;
    entry.add_fact(page_.label("report.evidence"),
                   page_.sentence("report.grades", {{"verified", count(grades.verified)},
                                                    {"corroborated", count(grades.corroborated)},
                                                    {"reported", count(grades.reported)},
                                                    {"none", count(grades.none)}}));
    if (evidence_.backed && evidence_.backed->stage != score_.result.stage)
      entry.add_fact(page_.label("report.backed_stage"), reading_text(scope_, *evidence_.backed));
    entry.add_fact(page_.label("report.recommended"), actions());
  }

  std::string target_text() const {
    const std::string name = stage_name(model_, position_.target->stage);
    if (!position_.target->by) return name;
    return page_.sentence("report.target_dated",
                          {{"stage", name}, {"date", page_.date(*position_.target->by)}});
  }

  /// The open actions of this pillar, by their numbers.
  std::vector<PartLink> actions() const {
    std::vector<PartLink> links;
    const std::vector<const PlannedAction*> open = open_actions(scope_.evaluation);
    for (std::size_t i = 0; i < open.size(); ++i) {
      const Action& action = *open[i]->action;
      if (score_.pillar && action.pillar != score_.pillar) continue;
      links.push_back({std::to_string(i + 1) + " " + action.title,
                       report_anchor(page_, "recommendations", action.id.text())});
      if (!score_.pillar && links.size() == most_points) break;
    }
    return links;
  }

  const ReportScope& scope_;
  const PageScope& page_;
  const MaturityModel& model_;
  const NodeScore& score_;
  const NodePosition& position_;
  const NodeEvidence& evidence_;
};

}  // namespace

std::vector<ReportBlock> finding_blocks(const ReportScope& scope) {
  const PageScope& page = scope.page;
  ReportBlock block("findings-list", "");
  if (scope.evaluation.scores.methods.empty()) {
    block.text.paragraphs.push_back(page.sentence("report.score_no_method"));
    return {block};
  }
  if (scope.respondents) {
    const std::size_t discuss = scope.respondents->discuss.size();
    block.text.paragraphs.push_back(page.sentence(
        "report.discuss_note",
        {{"respondents", static_cast<std::int64_t>(scope.assessment().respondents.size())},
         {"count", static_cast<std::int64_t>(discuss)}}));
  }
  for (const std::size_t node : finding_nodes(scope))
    block.text.entries.push_back(Finding(scope, node).entry());
  return {block};
}

}  // namespace stagecraft
