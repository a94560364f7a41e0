#include "render/score_record.h"

#include "evaluate/changes.h"
#include "model/words.h"
#include "render/evaluation_record.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"

namespace stagecraft {
namespace {

/// Decimals of shares, which no method's digits apply to.
constexpr int share_digits = 2;

constexpr std::array<Word<QuestionState>, 5> question_state_words{
    {{"answered", QuestionState::answered},
     {"unknown", QuestionState::unknown},
     {"unanswered", QuestionState::unanswered},
     {"not-applicable", QuestionState::not_applicable},
     {"not-asked", QuestionState::not_asked}}};

constexpr std::array<Word<NodeState>, 7> node_state_words{
    {{"empty", NodeState::empty},
     {"not-applicable", NodeState::not_applicable},
     {"void", NodeState::voided},
     {"open", NodeState::open},
     {"too-few-answers", NodeState::too_few_answers},
     {"no-number", NodeState::no_number},
     {"scored", NodeState::scored}}};

constexpr std::array<Word<Bound>, 2> bound_words{
    {{"exact", Bound::exact}, {"outer", Bound::outer}}};

/// Makes the record of one method's scores.
class MethodRecord {
 public:
  MethodRecord(const MaturityModel& model, const MethodScore& score)
      : model_(model), score_(score), digits_(score.method->digits) {}

  Record record() const {
    const ScoringMethod& method = *score_.method;
    return {{"id", method.id.text()},
            {"title", method.title},
            {"rule", method.rule},
            {"questions", list_of(score_.questions,
                                  [&](const QuestionScore& each) { return question(each); })},
            {"nodes", list_of(score_.nodes, [&](const NodeScore& each) { return node(each); })}};
  }

 private:
  Record question(const QuestionScore& question) const;
  Record node(const NodeScore& node) const;
  Record part(const NodePart& part) const;
  Record fulfilment(const Fulfilment& fulfilment) const;
  void put_reading(Record& record, const Reading& reading) const {
    record.update(reading_record(model_, reading, digits_));
  }

  const MaturityModel& model_;
  const MethodScore& score_;
  const int digits_;
};

void put_place(Record& record, const MaturityModel& model, const Reading& reading) {
  put_stage(record, model, reading.stage);
  if (reading.is_below_first) record["below_first"] = true;
}

Record MethodRecord::question(const QuestionScore& question) const {
  Record record{{"id", model_.questions[question.question].id.text()},
                {"state", state_word(question.state)}};
  put_number(record, "value", question.value, digits_);
  if (question.has_open && question.range) {
    put_number(record, "worst", question.range->lowest, digits_);
    put_number(record, "best", question.range->highest, digits_);
  }
  if (question.is_conditional) record["conditional"] = true;
  return record;
}

Record MethodRecord::part(const NodePart& part) const {
  Record record;
  if (part.question) put(record, "question", model_.questions[*part.question].id);
  put_pillar(record, model_, part.pillar);
  put_stage(record, model_, part.stage);
  put_number(record, "weight", part.weight, digits_);
  put_number(record, "value", part.value, digits_);
  if (!part.value) record["left_out"] = true;
  return record;
}

Record MethodRecord::fulfilment(const Fulfilment& fulfilment) const {
  Record record;
  put_stage(record, model_, fulfilment.stage);
  if (fulfilment.share) put_number(record, "percent", Exact(*fulfilment.share * 100), share_digits);
  return record;
}

Record counts_record(const AnswerCounts& counts) {
  return {{"answered", counts.answered},
          {"unknown", counts.unknown},
          {"unanswered", counts.unanswered},
          {"not_applicable", counts.not_applicable},
          {"not_asked", counts.not_asked}};
}

Record MethodRecord::node(const NodeScore& node) const {
  Record record;
  put_pillar(record, model_, node.pillar);
  record["state"] = word_of(node_state_words, node.state);
  put_reading(record, node.result);
  if (node.interval) {
    Record worst = Record::object(), best = Record::object();
    put_reading(worst, node.interval->worst);
    put_reading(best, node.interval->best);
    record["worst"] = std::move(worst);
    record["best"] = std::move(best);
    record["bound"] = word_of(bound_words, node.interval->bound);
  }
  record["counts"] = counts_record(node.counts);
  put_number(record, "coverage", node.coverage, share_digits);
  put(record, "fulfilment", list_of(node.fulfilment, [&](const Fulfilment& each) {
        return fulfilment(each);
      }));
  put(record, "parts", list_of(node.parts, [&](const NodePart& each) { return part(each); }));
  return record;
}

}  // namespace

std::string_view state_word(QuestionState state) { return word_of(question_state_words, state); }

Record method_scores_record(const MaturityModel& model, const Scores& scores) {
  return list_of(scores.methods, [&](const MethodScore& score) {
    return MethodRecord(model, score).record();
  });
}

Record disagreements_record(const MaturityModel& model, const Scores& scores) {
  return list_of(scores.disagreeing, [&](std::size_t place) {
    const MethodScore& score = scores.methods[place];
    Record record{{"method", score.method->id.text()}};
    put_place(record, model, score.overall().result);
    return record;
  });
}

Record reading_record(const MaturityModel& model, const Reading& reading, int digits) {
  Record record = Record::object();
  put_number(record, "value", reading.value, digits);
  put_place(record, model, reading);
  return record;
}

Record score_record(const AssessmentEvaluation& evaluation, const Comparisons& comparisons) {
  const MaturityModel& model = *evaluation.model;
  const Assessment& assessment = *evaluation.assessment;
  Record record{
      {"schema", "stagecraft/score/1"},
      {"model", {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
      {"subject", {{"id", assessment.subject.id.text()}, {"name", assessment.subject.name}}}};
  if (assessment.date.is_given()) record["date"] = iso_text(assessment.date);
  record["methods"] = method_scores_record(model, evaluation.scores);
  put(record, "disagreements", disagreements_record(model, evaluation.scores));
  put(record, "evaluation", evaluation_record(evaluation, comparisons, change_budget));
  put(record, "kpis", kpis_record(evaluation));
  put(record, "kpi_stages", kpi_stages_record(evaluation));
  put(record, "ways", ways_record(evaluation));
  put(record, "roadmap", roadmap_record(evaluation));
  put(record, "schedule", schedule_record(evaluation));
  put(record, "roi", roi_values_record(evaluation));
  return record;
}

}  // namespace stagecraft
