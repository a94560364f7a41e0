#include "render/twin.h"

#include <cassert>

#include "evaluate/evaluate_project.h"
#include "render/model_record.h"
#include "render/report_record.h"
#include "render/self_assessment_record.h"

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
                             earlier_assessment(scope.project(), assessment));
      break;
    }
    case PageKind::assess: record = self_assessment_record(scope.model()); break;
    case PageKind::assess_embed:
    case PageKind::home:
    case PageKind::content:
    case PageKind::not_found: assert(false && "planned without a JSON form"); break;
  }
  return record.dump(2) + "\n";
}

}  // namespace stagecraft
