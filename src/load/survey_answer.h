#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "load/map_reader.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// How people write their answers to one question in a survey: content/docs/score.md, "Answers".
class SurveyAnswer {
 public:
  /// Both outlive this object.
  SurveyAnswer(const MaturityModel& model, const Question& question);

  /// The answer in `cell` as an assessment writes it, at the cell's place; a text that is no answer
  /// stays what it is. Nothing for an empty cell, and, after an error, for a text that two answers
  /// share.
  std::optional<Node> as_written(const ReadContext& context, const Node& cell) const;

 private:
  using Names = std::map<std::string, std::set<OptionIndex>>;

  void collect_stage_names();
  std::optional<std::string> find_option(const ReadContext& context, const Node& cell,
                                         const std::string& text) const;
  Node several(const ReadContext& context, const Node& cell, const std::string& text) const;

  const MaturityModel& model_;
  const Question& question_;
  Names ids_, texts_, numbers_;
};

}  // namespace stagecraft
