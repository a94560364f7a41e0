// What would change the stage.
#include "evaluate/changes.h"
#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"

namespace stagecraft {

Record changes_record(const AssessmentEvaluation& evaluation, std::size_t lists) {
  const auto changes = changes_upward(evaluation, lists);
  if (!changes) return {};
  const MaturityModel& model = *evaluation.model;
  Record record = Record::object();
  put(record, "list", list_of(changes->list, [&](const Change& change) {
        const Question& question = model.questions[change.question];
        return Record{{"question", question.id.text()},
                      {"answer", said_record(question, change.answer)}};
      }));
  put_stage(record, model, changes->stage);
  record["proven"] = changes->is_proven;
  return record;
}

}  // namespace stagecraft
