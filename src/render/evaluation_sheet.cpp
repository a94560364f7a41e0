// What follows from a score, in words and tables: position, people, capabilities.
#include <fmt/format.h>

#include "evaluate/benchmark_position.h"
#include "evaluate/capability_status.h"
#include "evaluate/changes.h"
#include "evaluate/evidence.h"
#include "evaluate/position.h"
#include "evaluate/respondents.h"
#include "evaluate/teams.h"
#include "evaluate/trend.h"
#include "model/words.h"
#include "render/score_sheet.h"

namespace stagecraft {
namespace {

/// Decimals of shares as percentages.
constexpr int percent_digits = 0;
/// Decimals of an answer that would have to be given.
constexpr int change_digits = 6;

std::string percent_text(const Exact& share) {
  return decimal_text(share * 100, percent_digits) + " %";
}

/// Writes the sections about one assessment, by its primary method.
class SectionWriter {
 public:
  explicit SectionWriter(const AssessmentEvaluation& evaluation)
      : evaluation_(evaluation),
        model_(*evaluation.model),
        digits_(evaluation.scores.methods.front().method->digits) {}

  SheetSection position() const;
  SheetSection respondents(const RespondentComparison& comparison) const;
  SheetSection groups(const RespondentComparison& comparison) const;
  SheetSection teams(const TeamComparison& comparison) const;
  SheetSection changes(const Changes& changes) const;
  SheetSection trend(const Trend& trend) const;

 private:
  std::string number(const std::optional<Exact>& value) const {
    return value ? decimal_text(*value, digits_) : sheet_dash;
  }
  std::string pillar_title(std::optional<PillarIndex> pillar) const {
    return pillar ? sheet_text(model_.pillars[*pillar].title) : "Overall";
  }
  std::string question_title(QuestionIndex question) const {
    const Question& asked = model_.questions[question];
    return sheet_text(asked.title.empty() ? asked.text : asked.title);
  }
  std::string titles_of(const std::vector<PillarIndex>& pillars) const;
  std::string answer_text(const Change& change) const;
  /// "3, stage 2"; a dash where there is neither.
  std::string reading_text(const Reading& reading) const;
  void add_profile(SheetSection& section, const Profile& profile) const;
  SheetRow node_row(const NodePosition& position, const NodeEvidence& evidence) const;

  const AssessmentEvaluation& evaluation_;
  const MaturityModel& model_;
  const int digits_;
};

std::string SectionWriter::titles_of(const std::vector<PillarIndex>& pillars) const {
  std::string text;
  for (const PillarIndex pillar : pillars)
    text += (text.empty() ? "" : ", ") + pillar_title(pillar);
  return text;
}

std::string SectionWriter::reading_text(const Reading& reading) const {
  std::string place;
  if (reading.is_below_first) place = "below stage 1";
  if (reading.stage) place = fmt::format("stage {}", *reading.stage + 1);
  if (!reading.value) return place.empty() ? sheet_dash : place;
  return number(reading.value) + (place.empty() ? "" : ", " + place);
}

void SectionWriter::add_profile(SheetSection& section, const Profile& profile) const {
  if (!profile.imbalance) return;
  const bool by_number = profile.measure == Measure::number;
  const auto shown = [&](const Exact& point) {
    return by_number ? number(point) : percent_text(point);
  };
  const Figures& figures = *profile.figures;
  section.sentences.push_back(fmt::format(
      "Profile of the pillars by {}: floor {}, mean {}, ceiling {}.",
      by_number ? "stage" : "share of the possible", shown(figures.floor), shown(figures.mean),
      shown(figures.ceiling)));
  if (*profile.imbalance == 0) {
    section.sentences.push_back("The pillars are in balance.");
    return;
  }
  section.sentences.push_back(fmt::format("Imbalance {}: {} behind, {} ahead.",
                                          shown(*profile.imbalance), titles_of(profile.lagging),
                                          titles_of(profile.leading)));
}

SheetRow SectionWriter::node_row(const NodePosition& position, const NodeEvidence& evidence) const {
  SheetRow row;
  row.depth = position.pillar ? model_.pillars[*position.pillar].depth + 1 : 0;
  const std::optional<NodeTarget>& target = position.target;
  const GradeCounts& grades = evidence.grades;
  const std::size_t answered =
      grades.verified + grades.corroborated + grades.reported + grades.none;
  row.cells = {pillar_title(position.pillar),
               number(position.number),
               position.share ? percent_text(*position.share) : sheet_dash,
               target ? std::to_string(target->stage + 1) : sheet_dash,
               target ? number(target->gap) : sheet_dash,
               target && target->percent ? decimal_text(*target->percent, percent_digits) + " %"
                                         : sheet_dash,
               fmt::format("{} of {}", grades.verified + grades.corroborated, answered),
               evidence.backed ? reading_text(*evidence.backed) : sheet_dash};
  return row;
}

SheetSection SectionWriter::position() const {
  const Position position = position_of(evaluation_);
  const std::vector<NodeEvidence> evidence = evidence_of(evaluation_);
  SheetSection section{"Position", {}, {}, {}};
  if (position.profile) add_profile(section, *position.profile);
  if (!position.ahead.empty())
    section.sentences.push_back(
        fmt::format("Ahead of the stage: {} question{} of later stages fulfilled.",
                    position.ahead.size(), position.ahead.size() == 1 ? "" : "s"));
  section.sentences.push_back(
      "Backed: what remains if only verified and corroborated answers count.");
  section.columns = {{"Part", false, 0},   {"Stage", true, 7},   {"Share", true, 6},
                     {"Target", true, 6},  {"To go", true, 7},   {"Way", true, 7},
                     {"Evidence", true, 10}, {"Backed", false, 16}};
  for (std::size_t i = 0; i < position.nodes.size(); ++i)
    section.rows.push_back(node_row(position.nodes[i], evidence[i]));
  return section;
}

SheetSection SectionWriter::respondents(const RespondentComparison& comparison) const {
  SheetSection section{"Where respondents disagree", {}, {}, {}};
  if (comparison.discuss.empty()) {
    section.sentences.push_back("Nobody contradicts anybody.");
    return section;
  }
  section.columns = {{"Discuss first", false, 0}, {"Apart", true, 6},    {"Least", true, 8},
                     {"Median", true, 8},         {"Greatest", true, 8}, {"Answered", true, 8},
                     {"Unknown", true, 7}};
  for (const QuestionIndex question : comparison.discuss)
    for (const Opinions& each : comparison.questions) {
      if (each.question != question) continue;
      section.rows.push_back({0,
                              {question_title(question), percent_text(*each.disagreement),
                               number(each.least), number(each.median), number(each.greatest),
                               std::to_string(each.answered), std::to_string(each.unknown)}});
    }
  return section;
}

SheetSection SectionWriter::groups(const RespondentComparison& comparison) const {
  SheetSection section{"Groups", {}, {}, {}};
  for (const GroupDifference& each : comparison.differences)
    section.sentences.push_back(fmt::format("{}: groups are {} of the range apart.",
                                            question_title(each.question),
                                            percent_text(each.difference)));
  section.columns = {{"Group", false, 0}, {"Respondents", true, 11}, {"Overall", false, 24}};
  for (const GroupResult& group : comparison.groups)
    section.rows.push_back({0,
                            {group.group.text(), std::to_string(group.respondents),
                             reading_text(group.nodes.front().result)}});
  return section;
}

SheetSection SectionWriter::teams(const TeamComparison& comparison) const {
  SheetSection section{"Teams", {}, {}, {}};
  if (comparison.figures)
    section.sentences.push_back(fmt::format(
        "Floor {}, mean {}, ceiling {}.", number(comparison.figures->floor),
        number(comparison.figures->mean), number(comparison.figures->ceiling)));
  section.columns = {{"Team", false, 0}, {"Overall", false, 24}};
  for (const TeamResult& team : comparison.teams)
    section.rows.push_back({0,
                            {sheet_text(evaluation_.assessment->teams[team.team].name),
                             reading_text(team.nodes.front().result)}});
  return section;
}

std::string SectionWriter::answer_text(const Change& change) const {
  const Question& question = model_.questions[change.question];
  if (change.answer.number) return decimal_text(*change.answer.number, change_digits);
  std::string text;
  for (const OptionIndex option : change.answer.chosen)
    text += (text.empty() ? "" : ", ") + question.options[option].id.text();
  return text.empty() ? "none of them" : text;
}

SheetSection SectionWriter::changes(const Changes& changes) const {
  SheetSection section{"What would raise the stage", {}, {}, {}};
  if (changes.list.empty()) {
    section.sentences.push_back(changes.is_proven ? "No answers would."
                                                  : "No answers were found that would.");
    return section;
  }
  section.sentences.push_back(fmt::format(
      "{} answer{} would lead to stage {}, {}. {}", changes.list.size(),
      changes.list.size() == 1 ? "" : "s", *changes.stage + 1,
      sheet_text(model_.stages[*changes.stage].title),
      changes.is_proven ? "No fewer would do." : "Not proven to be the fewest."));
  section.columns = {{"Question", false, 0}, {"Answer", false, 24}};
  for (const Change& change : changes.list)
    section.rows.push_back({0, {question_title(change.question), answer_text(change)}});
  return section;
}

SheetSection SectionWriter::trend(const Trend& trend) const {
  SheetSection section{"Since " + iso_text(trend.since), {}, {}, {}};
  section.sentences.push_back(fmt::format("Comparable questions: {}; {} risen, {} fallen.",
                                          trend.comparable, trend.risen.size(),
                                          trend.fallen.size()));
  if (!trend.only_now.empty() || !trend.only_then.empty())
    section.sentences.push_back(
        fmt::format("Left out as not comparable: {} answered now, {} answered then.",
                    trend.only_now.size(), trend.only_then.size()));
  if (trend.is_assumed)
    section.sentences.push_back(
        "The dates do not name the same version of the model; that its questions still say the "
        "same is assumed.");
  if (!trend.model_changes.empty())
    section.sentences.push_back(
        fmt::format("Questions changed in the model: {}.", trend.model_changes.size()));
  section.columns = {{"Part", false, 0},      {"Then", true, 8},      {"Now", true, 8},
                     {"Change", true, 8},     {"Stage then", false, 18}, {"Stage now", false, 18},
                     {"Progress", true, 8}};
  for (const NodeTrend& node : trend.nodes) {
    const auto change = node.then && node.now ? std::optional<Exact>(*node.now - *node.then)
                                              : std::nullopt;
    section.rows.push_back(
        {node.pillar ? model_.pillars[*node.pillar].depth + 1 : 0,
         {pillar_title(node.pillar), number(node.then), number(node.now), number(change),
          node.stage_then.empty() ? sheet_dash : node.stage_then.text(),
          node.stage_now.empty() ? sheet_dash : node.stage_now.text(),
          node.progress ? decimal_text(*node.progress, percent_digits) + " %" : sheet_dash}});
  }
  return section;
}

std::string presence_text(CapabilityPresence presence) {
  switch (presence) {
    case CapabilityPresence::present: return "present";
    case CapabilityPresence::partial: return "partial";
    case CapabilityPresence::absent: return "absent";
    case CapabilityPresence::planned: return "planned";
    case CapabilityPresence::not_applicable: return "not applicable";
    case CapabilityPresence::unknown: return "unknown";
  }
  return {};
}

std::string basis_text(const CapabilityResult& result) {
  if (!result.basis) return sheet_dash;
  switch (*result.basis) {
    case CapabilityBasis::evidence: return "evidence";
    case CapabilityBasis::answers: return "answers";
    case CapabilityBasis::declaration: break;
  }
  return result.answers_say ? "declared; answers say " + presence_text(*result.answers_say)
                            : "declared";
}

SheetSection capabilities_section(const std::vector<CapabilityResult>& capabilities) {
  SheetSection section{"Capabilities", {}, {}, {}};
  section.columns = {{"Capability", false, 0}, {"Status", false, 14}, {"Known by", false, 24}};
  for (const CapabilityResult& each : capabilities)
    section.rows.push_back({0,
                            {sheet_text(each.capability->title), presence_text(each.presence),
                             basis_text(each)}});
  return section;
}

}  // namespace

std::vector<SheetSection> evaluation_sections(const AssessmentEvaluation& evaluation) {
  std::vector<SheetSection> sections;
  if (!evaluation.scores.methods.empty()) {
    const SectionWriter writer(evaluation);
    sections.push_back(writer.position());
    if (const auto comparison = compare_respondents(evaluation)) {
      sections.push_back(writer.respondents(*comparison));
      if (!comparison->groups.empty()) sections.push_back(writer.groups(*comparison));
    }
    if (const auto comparison = compare_teams(evaluation))
      sections.push_back(writer.teams(*comparison));
    if (const auto changes = changes_upward(evaluation, change_budget))
      sections.push_back(writer.changes(*changes));
  }
  const std::vector<CapabilityResult> capabilities = capabilities_of(evaluation);
  if (!capabilities.empty()) sections.push_back(capabilities_section(capabilities));
  return sections;
}

SheetSection trend_section(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later) {
  const Trend trend = trend_between(earlier, later);
  if (later.scores.methods.empty())
    return {"Since " + iso_text(trend.since), {"The model gives no score."}, {}, {}};
  return SectionWriter(later).trend(trend);
}

SheetSection benchmark_section(const Benchmark& benchmark, const AssessmentEvaluation& evaluation) {
  SheetSection section{"Among others", {}, {}, {}};
  section.sentences = {
      fmt::format("{}, {}. {}", sheet_text(benchmark.title), iso_text(benchmark.date),
                  sheet_text(benchmark.method))};
  if (!benchmark.source.empty())
    section.sentences.push_back("Source: " + sheet_text(benchmark.source));
  section.columns = {{"Part", false, 0}, {"n", true, 8},     {"Below", true, 8},
                     {"Same", true, 8},  {"Above", true, 8}, {"Ahead of", true, 9}};
  bool has_refused = false;
  for (const BenchmarkPosition& each : compare_with(benchmark, evaluation)) {
    const auto& pillars = evaluation.model->pillars;
    SheetRow row{each.pillar ? pillars[*each.pillar].depth + 1 : 0,
                 {each.pillar ? sheet_text(pillars[*each.pillar].title) : "Overall",
                  std::to_string(each.n), sheet_dash, sheet_dash, sheet_dash, sheet_dash}};
    if (each.others) {
      row.cells[2] = std::to_string(each.others->below);
      row.cells[3] = std::to_string(each.others->same);
      row.cells[4] = std::to_string(each.others->above);
      row.cells[5] = percent_text(Exact(each.others->below) / each.n);
    }
    has_refused |= each.is_refused;
    section.rows.push_back(std::move(row));
  }
  if (has_refused)
    section.sentences.push_back("With fewer than 20 others a comparison is refused.");
  return section;
}

}  // namespace stagecraft
