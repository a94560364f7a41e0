#include "render/portfolio_page.h"

#include <algorithm>

#include "evaluate/trend.h"
#include "evaluate/evaluate_project.h"
#include "render/csv_writer.h"
#include "render/evaluation_record_parts.h"
#include "render/model_wording.h"
#include "render/portfolio_report.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

PortfolioTrend trend_since(const AssessmentEvaluation* earlier,
                           const AssessmentEvaluation& later) {
  if (!earlier) return PortfolioTrend::first;
  const Trend trend = trend_between(*earlier, later);
  if (trend.nodes.empty() || !trend.nodes.front().then || !trend.nodes.front().now)
    return PortfolioTrend::not_comparable;
  const Exact change = *trend.nodes.front().now - *trend.nodes.front().then;
  if (change == 0) return PortfolioTrend::unchanged;
  return change > 0 ? PortfolioTrend::better : PortfolioTrend::worse;
}

std::optional<Date> next_review(const Assessment& assessment) {
  std::optional<Date> next;
  for (const Deferral& deferral : assessment.deferred)
    if (!next || deferral.review < *next) next = deferral.review;
  return next;
}

/// `latest` is the last of a run of assessments of one subject by one model; `before` that before.
PortfolioClient client_of(const MaturityModel& model, const Assessment& latest,
                          const Assessment* before) {
  std::optional<AssessmentEvaluation> earlier;
  if (before) earlier = evaluate_assessment(model, *before);
  PortfolioClient client;
  client.evaluation = evaluate_assessment(model, latest);
  client.position = position_of(client.evaluation);
  client.trend = trend_since(earlier ? &*earlier : nullptr, client.evaluation);
  client.next_review = next_review(latest);
  return client;
}

Record client_record(const PortfolioClient& client, const std::vector<std::size_t>& nodes) {
  const MaturityModel& model = *client.evaluation.model;
  const Assessment& assessment = client.assessment();
  Record record{{"subject", assessment.subject.id.text()},
                {"name", assessment.subject.name},
                {"date", iso_text(assessment.date)}};
  put(record, "sector", assessment.subject.sector);
  put_stage(record, model, client.evaluation.current);
  if (client.evaluation.target)
    record["target"] = model.stages[*client.evaluation.target].id.text();
  record["trend"] = std::string(word_of(client.trend));
  if (client.next_review) record["next_review"] = iso_text(*client.next_review);
  put(record, "nodes", list_of(nodes, [&](std::size_t index) {
        const NodePosition& position = client.position.nodes[index];
        Record node = Record::object();
        put_pillar(node, model, position.pillar);
        put_number(node, "number", position.number, share_digits);
        put_number(node, "share", position.share, share_digits);
        return node;
      }));
  return record;
}

std::string stage_field(const MaturityModel& model, std::optional<StageIndex> stage) {
  return stage ? model.stages[*stage].title : std::string();
}

}  // namespace

std::string_view word_of(PortfolioTrend trend) {
  switch (trend) {
    case PortfolioTrend::first: return "first";
    case PortfolioTrend::not_comparable: return "not-comparable";
    case PortfolioTrend::better: return "better";
    case PortfolioTrend::worse: return "worse";
    case PortfolioTrend::unchanged: return "unchanged";
  }
  return {};
}

PortfolioContent portfolio_content(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const std::vector<std::size_t>& shown = scope.page().assessments;
  PortfolioContent content;
  Portfolio portfolio(model);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Assessment& assessment = scope.project().assessments[shown[i]];
    portfolio.add(assessment);
    const auto is_same = [&](std::size_t other) {
      return scope.project().assessments[shown[other]].subject.id == assessment.subject.id;
    };
    if (i + 1 < shown.size() && is_same(i + 1)) continue;
    const Assessment* before =
        i > 0 && is_same(i - 1) ? &scope.project().assessments[shown[i - 1]] : nullptr;
    content.clients.push_back(client_of(model, assessment, before));
  }
  content.summary = portfolio.summary();
  std::stable_sort(content.clients.begin(), content.clients.end(),
                   [](const PortfolioClient& a, const PortfolioClient& b) {
                     return a.assessment().subject.name < b.assessment().subject.name;
                   });
  if (model.methods.empty()) return content;
  for (std::size_t i = 0; i <= model.pillars.size(); ++i)
    if (std::any_of(content.clients.begin(), content.clients.end(), [&](const auto& client) {
          return i == 0 || client.evaluation.scores.methods.front().nodes[i].state !=
                               NodeState::empty;
        }))
      content.nodes.push_back(i);
  return content;
}

Record portfolio_page_record(const PageScope& scope) {
  const PortfolioContent content = portfolio_content(scope);
  Record record = portfolio_record(scope.model(), content.summary);
  put(record, "clients", list_of(content.clients, [&](const PortfolioClient& client) {
        return client_record(client, content.nodes);
      }));
  return record;
}

std::string portfolio_csv(const PageScope& scope) {
  const PortfolioContent content = portfolio_content(scope);
  const MaturityModel& model = scope.model();
  std::vector<std::string> columns{"subject", "client", "sector", "date", "stage", "target"};
  for (const std::size_t node : content.nodes)
    columns.push_back(node == 0 ? "whole" : model.pillars[node - 1].id.text());
  columns.insert(columns.end(), {"trend", "next_review"});
  CsvWriter csv(columns);
  for (const PortfolioClient& client : content.clients) {
    const Assessment& assessment = client.assessment();
    csv.text(assessment.subject.id.text()).text(assessment.subject.name);
    csv.text(assessment.subject.sector).text(iso_text(assessment.date));
    csv.text(stage_field(model, client.evaluation.current));
    csv.text(stage_field(model, client.evaluation.target));
    for (const std::size_t node : content.nodes) {
      const NodePosition& position = client.position.nodes[node];
      const std::optional<Exact>& point = position.number ? position.number : position.share;
      csv.number(point ? parse_decimal(decimal_text(*point, share_digits)) : std::nullopt);
    }
    csv.text(word_of(client.trend));
    csv.text(client.next_review ? iso_text(*client.next_review) : "");
    csv.end_row();
  }
  return csv.take();
}

}  // namespace stagecraft
