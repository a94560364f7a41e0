#include "render/change_feed.h"
#include "render/model_wording.h"
#include "render/page_views.h"

namespace stagecraft {

ValueMap changes_view(const PageScope& scope) {
  ValueList entries;
  for (const HistoryEntry& entry : scope.project().history) {
    Value model;
    if (entry.model)
      model = ValueMap{{"title", scope.project().models[*entry.model].title},
                       {"href", scope.href(*scope.plan().find_model_page(*entry.model))}};
    entries.emplace_back(ValueMap{{"id", anchor_of(scope.project(), entry)},
                                  {"date", scope.date(entry.date)},
                                  {"title", entry.title},
                                  {"version", entry.version},
                                  {"text", entry.text},
                                  {"points", texts(entry.points)},
                                  {"model", std::move(model)}});
  }
  return {{"title", scope.title_of(scope.page())}, {"entries", std::move(entries)}};
}

}  // namespace stagecraft
