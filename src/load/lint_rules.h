#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/lint_model.h"

namespace stagecraft {

/// A model that is being looked at, and what was found.
class Linting {
 public:
  Linting(const Document& document, const MaturityModel& model)
      : document_(document), model_(model) {}

  const MaturityModel& model() const { return model_; }
  const Document& document() const { return document_; }

  /// The thing with the id `of` in the list at `key`, as it is written; the model itself when it is
  /// not found there, which happens where it is written under an earlier id.
  const Node& find(std::string_view key, std::string_view of) const;

  void warn(std::string_view rule, const std::string& of, const Node& at, std::string message,
            std::vector<std::string> notes = {});
  void fail(std::string_view rule, const std::string& of, const Node& at, std::string message,
            std::vector<std::string> notes = {});

  std::vector<Finding>& findings() { return findings_; }

 private:
  const Document& document_;
  const MaturityModel& model_;
  std::vector<Finding> findings_;
};

/// The bands of a method; whether answers can be scored with it, which errors rule out.
bool lint_method_bands(Linting& linting, const ScoringMethod& method);
/// Bands and stages of every method; the reach of each is the result, empty after an error.
std::vector<std::vector<NodeReach>> lint_scoring(Linting& linting, std::size_t budget);
/// Gaps and overlaps between the ranges of neighbouring stages.
void lint_kpis(Linting& linting);
/// Questions that ask two things or whose answers all count the same.
void lint_questions(Linting& linting);
/// Cells of the pillar and stage matrix that are neither described nor called absent.
void lint_pillars(Linting& linting);
void lint_claims(Linting& linting);
/// Lists that say the same thing twice.
void lint_lists(Linting& linting);

/// Whether a question's text seems to ask two things.
bool asks_two_things(std::string_view text);

}  // namespace stagecraft
