#include "load/load_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stagecraft {

void check_result(const Document& document, Diagnostics& diagnostics) {
  for (const Member& member : document.root.members)
    if (member.key == "respondents" || member.key == "teams")
      diagnostics.error(document.span_of_key(member),
                        fmt::format("a result is what one person answered and has no '{}'",
                                    member.key));
}

std::optional<Assessment> combine_results(std::vector<ResultFile> results,
                                          const MaturityModel& model, const SurveyHead& head,
                                          const std::string& folder, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  Assessment combined;
  combined.subject = {SubjectId(id_from(head.subject, "subject")), head.subject, "", ""};
  combined.model = model.id;
  combined.model_version = results.front().assessment.model_version;
  std::set<RespondentId> ids;
  Date latest;
  for (ResultFile& result : results) {
    Assessment& own = result.assessment;
    if (own.model_version != combined.model_version) combined.model_version.clear();
    latest = std::max(latest, own.date);
    if (head.date && *head.date < own.date)
      diagnostics.error_in(folder, fmt::format("'{}' is of {}, after the date of the whole, {}",
                                               result.name, iso_text(own.date),
                                               iso_text(*head.date)));
    RespondentId id(id_from(result.name, "r"));
    if (!ids.insert(id).second)
      diagnostics.error_in(folder, fmt::format("two results would have the id '{}'", id.text()),
                           {fmt::format("the second is '{}'", result.name)});
    combined.respondents.push_back({std::move(id), "", {}, own.date, std::move(own.answers)});
  }
  combined.date = head.date.value_or(latest);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return combined;
}

}  // namespace stagecraft
