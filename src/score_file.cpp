#include "score_file.h"

#include <fmt/format.h>

#include <optional>

#include "evaluate/evaluate_project.h"
#include "render/portfolio_report.h"
#include "render/score_record.h"
#include "render/score_sheet.h"

namespace stagecraft {
namespace {

std::string sheet_text_of(ScoreFormat format, const ScoreSheet& sheet) {
  return format == ScoreFormat::markdown ? score_markdown(sheet) : score_table(sheet);
}

std::string text_of(ScoreFormat format, const ScoreInput& input) {
  const AssessmentEvaluation evaluation =
      evaluate_assessment(input.models.front(), input.assessment);
  std::optional<AssessmentEvaluation> earlier;
  if (input.earlier) {
    const auto& models = input.earlier_models.empty() ? input.models : input.earlier_models;
    earlier = evaluate_assessment(models.front(), *input.earlier);
  }
  const Comparisons comparisons{earlier ? &*earlier : nullptr,
                                input.benchmark ? &*input.benchmark : nullptr};
  if (format == ScoreFormat::json) return score_record(evaluation, comparisons).dump(2) + "\n";
  return sheet_text_of(format, score_sheet(evaluation, comparisons));
}

ScoreResult score_portfolio(const ScoreOptions& options, Diagnostics& diagnostics) {
  std::optional<Portfolio> portfolio;
  MaturityModel model;
  const bool is_whole = read_each_assessment(
      options, diagnostics, [&](const MaturityModel& made_with, const Assessment& assessment) {
        if (!portfolio) {
          model = made_with;
          portfolio.emplace(model);
        }
        portfolio->add(assessment);
      });
  if (!is_whole) return {};
  const PortfolioSummary summary = portfolio->summary();
  ScoreResult result;
  result.complete = true;
  result.text = options.format == ScoreFormat::json
                    ? portfolio_record(model, summary).dump(2) + "\n"
                    : sheet_text_of(options.format, portfolio_sheet(model, summary));
  result.summary = fmt::format("{}: {} assessments of {} subjects by the model '{}' {}",
                               options.assessment, summary.assessments, summary.subjects,
                               model.id.text(), model.version);
  return result;
}

}  // namespace

ScoreResult score_file(const ScoreOptions& options, Diagnostics& diagnostics) {
  if (options.is_portfolio) return score_portfolio(options, diagnostics);
  const auto input = read_score_input(options, diagnostics);
  if (!input) return {};
  const MaturityModel& model = input->models.front();
  ScoreResult result;
  result.complete = true;
  result.text = text_of(options.format, *input);
  result.summary = fmt::format("{}: scored by the model '{}' {}{}", options.assessment,
                               model.id.text(), model.version, input->summary);
  return result;
}

}  // namespace stagecraft
