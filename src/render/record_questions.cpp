#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record option_record(const AnswerOption& option) {
  Record record{{"id", option.id.text()}};
  put(record, "text", option.text);
  put(record, "help", option.help);
  put_given(record, "value", option.value);
  return record;
}

/// What the type of the question adds: its answers, their worth, or the ends of its numbers.
void put_answers(Record& record, const Question& question) {
  switch (question.type) {
    case QuestionType::yes_no: {
      Record values = Record::object();
      for (const AnswerOption& option : question.options)
        put_given(values, option.id.text(), option.value);
      return put(record, "values", std::move(values));
    }
    case QuestionType::choice:
    case QuestionType::several:
    case QuestionType::state:
      return put(record, "answers", list_of(question.options, option_record));
    case QuestionType::scale:
    case QuestionType::number:
      put_given(record, "from", question.from);
      put_given(record, "to", question.to);
      return put(record, "unit", question.unit);
    case QuestionType::percent:
    case QuestionType::stage:
    case QuestionType::text:
      return;
  }
}

Record map_record(const WorthMap& map) {
  const char* key = map.kind == WorthMap::Kind::points ? "points" : "thresholds";
  Record pairs = list_of(map.pairs, [](const std::pair<Exact, Exact>& pair) {
    return Record::array({given_number(pair.first), given_number(pair.second)});
  });
  return {{key, std::move(pairs)}};
}

void put_contribution(Record& record, const MaturityModel& model,
                      const Contribution& contribution) {
  put_pillar(record, model, contribution.pillar);
  put_stage(record, model, contribution.stage);
  put_given(record, "weight", contribution.weight);
}

Record contribution_record(const MaturityModel& model, const Contribution& contribution) {
  Record record;
  put_contribution(record, model, contribution);
  return record;
}

Record condition_record(const MaturityModel& model, const Condition& condition) {
  const Question& asked = model.questions[condition.question];
  Record record{{"question", asked.id.text()}};
  put(record, "answers", list_of(condition.options, [&](OptionIndex option) {
        return asked.options[option].id.text();
      }));
  put_given(record, "at_least", condition.at_least);
  put_given(record, "at_most", condition.at_most);
  record["otherwise"] = word_of(not_asked_words, condition.otherwise);
  return record;
}

}  // namespace

Record question_record(const MaturityModel& model, const Question& question) {
  Record record;
  put(record, "id", question.id);
  put(record, "formerly", question.formerly);
  put(record, "source", question.source);
  record["type"] = word_of(question_type_words, question.type);
  put(record, "title", question.title);
  put(record, "text", question.text);
  put(record, "help", question.help);
  put(record, "evidence", question.evidence);
  put(record, "roles", question.roles);
  put_answers(record, question);
  if (question.map) record["map"] = map_record(*question.map);
  if (question.contributions.size() == 1)
    put_contribution(record, model, question.contributions.front());
  else
    put(record, "counts_towards", list_of(question.contributions, [&](const Contribution& each) {
          return contribution_record(model, each);
        }));
  if (question.asked_if) record["asked_if"] = condition_record(model, *question.asked_if);
  return record;
}

}  // namespace stagecraft
