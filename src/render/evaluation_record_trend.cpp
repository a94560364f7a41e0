// What has changed since an earlier assessment.
#include <algorithm>

#include "evaluate/trend.h"
#include "model/words.h"
#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<QuestionChange>, 6> question_change_words{
    {{"renamed", QuestionChange::renamed},
     {"reworded", QuestionChange::reworded},
     {"rescaled", QuestionChange::rescaled},
     {"moved", QuestionChange::moved},
     {"removed", QuestionChange::removed},
     {"added", QuestionChange::added}}};

Record node_trend_record(const MaturityModel& model, const NodeTrend& node, int digits) {
  Record record = Record::object();
  put_pillar(record, model, node.pillar);
  put_number(record, "then", node.then, digits);
  put_number(record, "now", node.now, digits);
  if (node.then && node.now) put_number(record, "change", Exact(*node.now - *node.then), digits);
  put(record, "stage_then", node.stage_then);
  put(record, "stage_now", node.stage_now);
  put_number(record, "progress", node.progress, share_digits);
  if (node.progress)
    put_number(record, "progress_limited", std::clamp<Exact>(*node.progress, 0, 100),
               share_digits);
  return record;
}

Record model_change_record(const ModelChange& change) {
  Record record{{"question", change.question.text()},
                {"change", word_of(question_change_words, change.change)}};
  put(record, "before", change.before);
  return record;
}

}  // namespace

Record trend_record(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later) {
  const Trend trend = trend_between(earlier, later);
  const MaturityModel& model = *later.model;
  const auto ids = [&](const std::vector<QuestionIndex>& questions) {
    return list_of(questions,
                   [&](QuestionIndex index) { return model.questions[index].id.text(); });
  };
  Record record{{"since", iso_text(trend.since)}, {"same_model", trend.has_same_model}};
  if (trend.is_assumed) record["assumed"] = true;
  record["questions"] = trend.comparable;
  put(record, "risen", ids(trend.risen));
  put(record, "fallen", ids(trend.fallen));
  put(record, "only_now", ids(trend.only_now));
  put(record, "only_then", trend.only_then);
  const int digits = model.methods.empty() ? share_digits : model.methods.front().digits;
  put(record, "nodes", list_of(trend.nodes, [&](const NodeTrend& node) {
        return node_trend_record(model, node, digits);
      }));
  put(record, "model_changes", list_of(trend.model_changes, model_change_record));
  return record;
}

}  // namespace stagecraft
