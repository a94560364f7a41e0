#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluate/evaluation.h"
#include "evaluate/portfolio.h"
#include "evaluate/position.h"
#include "render/page_scope.h"
#include "render/record_fields.h"

namespace stagecraft {

// The page of a portfolio, its JSON twin and the table beside it: all subjects of one model, of
// each the latest assessment. content/docs/portfolio.md is the contract.

/// What became of a subject since its assessment before.
enum class PortfolioTrend { first, not_comparable, better, worse, unchanged };

/// One subject.
struct PortfolioClient {
  AssessmentEvaluation evaluation;
  Position position;
  PortfolioTrend trend = PortfolioTrend::first;
  std::optional<Date> next_review;  ///< the first date at which a deferred gap is looked at again

  const Assessment& assessment() const { return *evaluation.assessment; }
};

/// What all three show, made from the assessments of one page.
struct PortfolioContent {
  std::vector<PortfolioClient> clients;  ///< by name
  PortfolioSummary summary;
  std::vector<std::size_t> nodes;  ///< those of the primary method in which something counts
};

/// Requires: the page of `scope` is a portfolio.
PortfolioContent portfolio_content(const PageScope& scope);

/// "better", "first", …: as records have it.
std::string_view word_of(PortfolioTrend trend);

Record portfolio_page_record(const PageScope& scope);
std::string portfolio_csv(const PageScope& scope);

}  // namespace stagecraft
