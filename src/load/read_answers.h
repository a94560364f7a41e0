#pragma once

#include <optional>
#include <vector>

#include "load/map_reader.h"
#include "model/assessment.h"

namespace stagecraft {

/// Reads answers to the questions of one model, by the types of the questions;
/// content/docs/assessment-format.md is the format.
class AnswerReader {
 public:
  /// `date` is that of the assessment: what lies after it is a plan.
  AnswerReader(const ReadContext& context, const MaturityModel& model, const Date& date,
               const std::vector<Team>& teams);

  /// The answers under the key `answers` of `reader`.
  Answers read(MapReader& reader) const;

  /// As read(), for somebody who answers alone: `teams` is an error.
  Answers read_alone(MapReader& reader) const;

  /// The answer at `node`, in short or as a map, of somebody who answers alone; nothing, and an
  /// error, when it does not fit `question`.
  std::optional<Answer> read_alone(const Node& node, const Question& question) const;

 private:
  enum class Answering { together, alone, within };

  Answers read_all(MapReader& reader, Answering answering) const;
  std::optional<Answer> read_answer(const Node& node, const Question& question,
                                    Answering answering) const;
  bool read_details(MapReader& reader, const Question& question, Answering answering,
                    Answer& answer) const;
  bool read_value(const Node& node, const Question& question, Answer& answer) const;
  bool read_number(const Node& node, const Question& question, Answer& answer) const;
  bool read_options(const Node& node, const Question& question, Answer& answer) const;
  std::optional<OptionIndex> read_option(const Node& node, const Question& question) const;
  void read_teams(MapReader& reader, const Question& question, Answer& answer) const;
  void read_history(MapReader& reader, const Question& question, Answer& answer) const;
  void check_exception(const Node& at, const Question& question, const Answer& answer) const;

  ReadContext context_;
  const MaturityModel& model_;
  Date date_;
  const std::vector<Team>& teams_;
};

}  // namespace stagecraft
