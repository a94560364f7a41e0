// The questions that keep stages from being reached.
#include "render/record_parts.h"
#include "render/report_record_parts.h"
#include "render/score_record.h"

namespace stagecraft {

Record gaps_record(const AssessmentEvaluation& evaluation) {
  return list_of(evaluation.gaps, [&](const AnswerGap& gap) {
    Record record{{"question", gap.question->id.text()}};
    put_stage(record, *evaluation.model, gap.question->stage());
    record["state"] = state_word(gap.state);
    return record;
  });
}

}  // namespace stagecraft
