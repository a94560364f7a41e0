#include "render/twin.h"

#include <cassert>

#include "evaluate/evaluate_project.h"
#include "render/calculator_record.h"
#include "render/capability_feed.h"
#include "render/data_page_record.h"
#include "render/downloads.h"
#include "render/model_record.h"
#include "render/portfolio_page.h"
#include "render/product_record.h"
#include "render/report_record.h"
#include "render/self_assessment_record.h"
#include "render/trend_page_record.h"
#include "render/visitor_results_record.h"

namespace stagecraft {

std::string json_twin_of(const PageScope& scope) {
  const PlannedPage& page = scope.page();
  Record record;
  switch (page.kind) {
    case PageKind::model: record = model_record(scope.model()); break;
    case PageKind::stage: record = stage_page_record(scope.model(), page.stage); break;
    case PageKind::part: record = part_page_record(scope.model(), page); break;
    case PageKind::report: {
      const Assessment& assessment = scope.project().assessments[page.assessment];
      record = report_record(scope.model(), assessment,
                             earlier_assessment(scope.project(), assessment),
                             latest_benchmark(scope.project(), scope.model()));
      break;
    }
    case PageKind::portfolio: record = portfolio_page_record(scope); break;
    case PageKind::trend: record = trend_page_record(scope); break;
    case PageKind::record: record = data_page_record(scope); break;
    case PageKind::product: record = product_record(scope); break;
    case PageKind::audit: record = audit_record(scope); break;
    case PageKind::capability_feed: record = capability_feed_record(scope); break;
    case PageKind::data: record = data_record(scope); break;
    case PageKind::roi: record = calculator_record(scope.model()); break;
    case PageKind::assess: record = self_assessment_record(scope.model()); break;
    case PageKind::assess_results: {
      const SelfAssessment& entry =
          scope.project().settings.self_assessments[page.self_assessment];
      record = visitor_results_record(scope.model(), count_results(scope.model(), entry.results));
      break;
    }
    case PageKind::assess_embed:
    case PageKind::home:
    case PageKind::content:
    case PageKind::collection:
    case PageKind::catalog:
    case PageKind::dataset:
    case PageKind::changes:
    case PageKind::a_to_z:
    case PageKind::not_found: assert(false && "planned without a JSON form"); break;
  }
  Record whole = Record::object();
  if (const PlannedSchema* schema = scope.plan().find_schema(twin_schema(page.kind)))
    whole["$schema"] = scope.href(schema->path);
  whole.update(record);
  return whole.dump(2) + "\n";
}

std::string twin_schema(PageKind kind) {
  switch (kind) {
    case PageKind::model: return "model-record";
    case PageKind::assess: return "self-assessment";
    case PageKind::assess_results: return "visitor-results";
    default: return std::string(kind_word(kind));
  }
}

}  // namespace stagecraft
