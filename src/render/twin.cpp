#include "render/twin.h"

#include <cassert>
#include <nlohmann/json.hpp>

#include "evaluate/evaluate_project.h"
#include "render/model_record.h"
#include "render/report_record.h"

namespace stagecraft {

std::string json_twin_of(const PageScope& scope) {
  nlohmann::ordered_json record;
  switch (scope.page().kind) {
    case PageKind::model: record = model_record(scope); break;
    case PageKind::stage: record = stage_record(scope); break;
    case PageKind::report: record = report_record(scope); break;
    case PageKind::home:
    case PageKind::content:
    case PageKind::not_found: assert(false && "planned without a JSON form"); break;
  }
  return record.dump(2) + "\n";
}

}  // namespace stagecraft
