// What respondents and teams say, one by one. Ids of respondents are left out: they could tell who
// it is.
#include "evaluate/respondents.h"
#include "evaluate/teams.h"
#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"
#include "render/score_record.h"

namespace stagecraft {
namespace {

/// Makes the records of one assessment's people.
class PeopleRecord {
 public:
  explicit PeopleRecord(const AssessmentEvaluation& evaluation)
      : evaluation_(evaluation),
        model_(*evaluation.model),
        digits_(evaluation.scores.methods.front().method->digits) {}

  Record respondents(const RespondentComparison& comparison) const;
  Record teams(const TeamComparison& comparison) const;

 private:
  Record opinions(const Opinions& opinions) const;
  Record nodes(const std::vector<NodeScore>& nodes) const;
  Record question_ids(const std::vector<QuestionIndex>& questions) const;

  const AssessmentEvaluation& evaluation_;
  const MaturityModel& model_;
  const int digits_;
};

Record PeopleRecord::opinions(const Opinions& opinions) const {
  Record record{{"question", model_.questions[opinions.question].id.text()},
                {"answered", opinions.answered},
                {"unknown", opinions.unknown},
                {"not_applicable", opinions.not_applicable},
                {"silent", opinions.silent}};
  put_number(record, "least", opinions.least, digits_);
  put_number(record, "median", opinions.median, digits_);
  put_number(record, "greatest", opinions.greatest, digits_);
  put_number(record, "disagreement", opinions.disagreement, share_digits);
  put_number(record, "distance", opinions.distance, share_digits);
  if (opinions.is_agreed) record["agreed"] = true;
  return record;
}

Record PeopleRecord::nodes(const std::vector<NodeScore>& nodes) const {
  return list_of(nodes, [&](const NodeScore& node) {
    Record record = Record::object();
    put_pillar(record, model_, node.pillar);
    record.update(reading_record(model_, node.result, digits_));
    return record;
  });
}

Record PeopleRecord::question_ids(const std::vector<QuestionIndex>& questions) const {
  return list_of(questions,
                 [&](QuestionIndex question) { return model_.questions[question].id.text(); });
}

Record PeopleRecord::respondents(const RespondentComparison& comparison) const {
  Record record{{"count", evaluation_.assessment->respondents.size()}};
  put(record, "questions", list_of(comparison.questions, [&](const Opinions& each) {
        return opinions(each);
      }));
  put(record, "discuss", question_ids(comparison.discuss));
  put(record, "alone", list_of(comparison.alone, [&](const LoneResult& lone) {
        Record entry = Record::object();
        put(entry, "role", lone.respondent->role);
        put(entry, "group", lone.respondent->group);
        entry.update(reading_record(model_, lone.overall, digits_));
        return entry;
      }));
  put(record, "after", list_of(comparison.after, [&](const NodeAfter& node) {
        Record entry = Record::object();
        put_pillar(entry, model_, node.pillar);
        put_number(entry, "value", node.value, digits_);
        put_number(entry, "number", node.number, digits_);
        return entry;
      }));
  put(record, "groups", list_of(comparison.groups, [&](const GroupResult& group) {
        return Record{{"group", group.group.text()},
                      {"respondents", group.respondents},
                      {"nodes", nodes(group.nodes)}};
      }));
  put(record, "differences", list_of(comparison.differences, [&](const GroupDifference& each) {
        Record entry{{"question", model_.questions[each.question].id.text()}};
        put_number(entry, "difference", each.difference, share_digits);
        return entry;
      }));
  return record;
}

Record PeopleRecord::teams(const TeamComparison& comparison) const {
  const std::vector<Team>& teams = evaluation_.assessment->teams;
  Record record = Record::object();
  record["results"] = list_of(comparison.teams, [&](const TeamResult& result) {
    return Record{{"team", teams[result.team].id.text()}, {"nodes", nodes(result.nodes)}};
  });
  if (!comparison.figures) return record;
  Record roll_up{{"measure", comparison.measure == Measure::number ? "number" : "value"}};
  put_figures(roll_up, *comparison.figures, digits_);
  put_number(roll_up, "spread", comparison.figures->spread(), digits_);
  roll_up["lowest"] =
      list_of(comparison.lowest, [&](std::size_t team) { return teams[team].id.text(); });
  record["roll_up"] = std::move(roll_up);
  return record;
}

}  // namespace

Record respondents_record(const AssessmentEvaluation& evaluation) {
  const auto comparison = compare_respondents(evaluation);
  return comparison ? PeopleRecord(evaluation).respondents(*comparison) : Record();
}

Record teams_record(const AssessmentEvaluation& evaluation) {
  const auto comparison = compare_teams(evaluation);
  return comparison ? PeopleRecord(evaluation).teams(*comparison) : Record();
}

}  // namespace stagecraft
