#include "render/visitor_results_record.h"

#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record node_record(const MaturityModel& model, const PortfolioNode& node) {
  Record record = Record::object();
  put_pillar(record, model, node.pillar);
  Record stages = Record::array();
  for (StageIndex stage = 0; stage < node.by_stage.size(); ++stage)
    stages.push_back({{"stage", model.stages[stage].id.text()}, {"people", node.by_stage[stage]}});
  put(record, "stages", std::move(stages));
  record["below_first"] = node.below_first;
  record["without_stage"] = node.without_stage;
  put_number(record, "median", node.median, model.methods.front().digits);
  return record;
}

Record answers_record(const Question& question, const QuestionCounts& counts) {
  Record answers = Record::array();
  for (OptionIndex option = 0; option < counts.by_option.size(); ++option)
    answers.push_back({{"answer", question.options[option].id.text()},
                       {"people", counts.by_option[option]}});
  for (const auto& [number, people] : counts.by_number)
    answers.push_back({{"answer", given_number(number)}, {"people", people}});
  return answers;
}

Record question_record(const MaturityModel& model, const QuestionCounts& counts) {
  const Question& question = model.questions[counts.question];
  Record record{{"question", question.id.text()}};
  put(record, "answers", answers_record(question, counts));
  record["unknown"] = counts.unknown;
  record["not_applicable"] = counts.not_applicable;
  record["silent"] = counts.silent;
  put_number(record, "median", counts.median, model.methods.front().digits);
  return record;
}

}  // namespace

Record visitor_results_record(const MaturityModel& model, const VisitorResults& results) {
  Record record{
      {"schema", "stagecraft/visitor-results/1"},
      {"model", {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
      {"people", results.people}};
  if (!results.is_shown()) return record;
  put(record, "from", std::optional(results.from));
  put(record, "to", std::optional(results.to));
  put(record, "method", model.methods.front().id);
  put(record, "nodes", list_of(results.nodes, [&](const PortfolioNode& node) {
        return node_record(model, node);
      }));
  put(record, "questions", list_of(results.questions, [&](const QuestionCounts& counts) {
        return question_record(model, counts);
      }));
  return record;
}

}  // namespace stagecraft
