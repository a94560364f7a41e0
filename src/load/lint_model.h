#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/node.h"
#include "model/maturity_model.h"
#include "scoring/reach.h"

namespace stagecraft {

/// Something that is wrong with a model, or looks wrong. Rules: content/docs/linter.md.
struct Finding {
  std::string rule;
  std::string of;  ///< the id of the thing that it is about
  Severity severity = Severity::warning;
  SourceSpan at;
  std::string message;
  std::vector<std::string> notes;
  std::string accepted;  ///< the reason with which the model accepts it; empty: it does not
};

/// What the linter found out about a model.
struct ModelLint {
  std::vector<Finding> findings;              ///< in the order of the rules
  std::vector<std::vector<NodeReach>> reach;  ///< for each method, which stages answers reach
};

/// How many sets of answers the search may look at for each method.
constexpr std::size_t lint_budget_of_check = 2000;
constexpr std::size_t lint_budget_of_build = 200;

/// Looks at `model`, which `document` describes. Points into the document.
ModelLint lint_model(const Document& document, const MaturityModel& model, std::size_t budget);

/// Reports only what makes it impossible to score answers with `model`.
void report_unsound_methods(const Document& document, const MaturityModel& model,
                            Diagnostics& diagnostics);

/// Reports the findings that are not accepted.
void report_findings(const ModelLint& lint, Diagnostics& diagnostics);

}  // namespace stagecraft
