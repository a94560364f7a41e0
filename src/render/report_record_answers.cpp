#include "model/words.h"
#include "render/report_record_parts.h"

namespace stagecraft {
namespace {

Record evidence_record(const Evidence& evidence) {
  Record record{{"text", evidence.text}};
  put(record, "link", evidence.link);
  put(record, "date", evidence.date);
  put(record, "owner", evidence.owner);
  record["grade"] = word_of(grade_words, evidence.grade);
  return record;
}

Record id_record(const Question& question, OptionIndex option) {
  return question.options[option].id.text();
}

/// Makes the records of the answers to one question.
class AnswerRecord {
 public:
  AnswerRecord(const Question& question, const std::vector<Team>& teams)
      : question_(question), teams_(teams) {}

  /// Puts the answer itself: of all, by team or by date; nothing where no team or day is given.
  void put_answer(Record& record, const Answer& answer) const {
    if (answer.state == AnswerState::by_teams)
      put(record, "teams", of_teams(answer));
    else if (answer.state == AnswerState::over_time)
      put(record, "history", of_history(answer));
    else
      record["answer"] = said_record(question_, answer);
  }

  /// Puts the answer and what is said about it.
  void put_whole(Record& record, const Answer& answer) const {
    put_answer(record, answer);
    put(record, "note", answer.note);
    put(record, "evidence", list_of(answer.evidence, evidence_record));
    if (answer.confidence != Confidence::not_given)
      record["confidence"] = word_of(confidence_words, answer.confidence);
    put(record, "date", answer.date);
  }

 private:
  Record of_teams(const Answer& answer) const {
    Record teams = Record::object();
    for (const TeamAnswer& own : answer.teams) {
      Record record;
      put_whole(record, own.answer);
      teams[teams_[own.team].id.text()] = std::move(record);
    }
    return teams;
  }

  Record of_history(const Answer& answer) const {
    return list_of(answer.history, [&](const DatedAnswer& entry) {
      return Record{{"date", iso_text(entry.date)},
                    {"answer", said_record(question_, entry.answer)}};
    });
  }

  const Question& question_;
  const std::vector<Team>& teams_;
};

/// What the respondents said, each by role and group; their notes are for the assessor.
Record respondents_record(const Assessment& assessment, const Question& question,
                          const AnswerRecord& make) {
  Record list = Record::array();
  for (const Respondent& respondent : assessment.respondents) {
    const auto own = respondent.answers.find(question.id);
    if (own == respondent.answers.end()) continue;
    Record record;
    put(record, "role", respondent.role);
    put(record, "group", respondent.group);
    make.put_answer(record, own->second);
    list.push_back(std::move(record));
  }
  return list;
}

}  // namespace

Record said_record(const Question& question, const Answer& answer) {
  if (answer.state == AnswerState::unknown) return "unknown";
  if (answer.state == AnswerState::not_applicable) return "not-applicable";
  if (question.type == QuestionType::text) return answer.text;
  if (question.takes_number()) return given_number(*answer.number);
  if (question.type == QuestionType::several)
    return list_of(answer.chosen, [&](OptionIndex option) { return id_record(question, option); });
  return id_record(question, answer.chosen.front());
}

Record answers_record(const AssessmentEvaluation& evaluation) {
  const Assessment& assessment = *evaluation.assessment;
  return list_of(evaluation.model->questions, [&](const Question& question) {
    const AnswerRecord make(question, assessment.teams);
    Record record{{"question", question.id.text()}, {"text", question.text}};
    const auto agreed = assessment.answers.find(question.id);
    if (agreed != assessment.answers.end()) make.put_whole(record, agreed->second);
    put(record, "respondents", respondents_record(assessment, question, make));
    return record;
  });
}

}  // namespace stagecraft
