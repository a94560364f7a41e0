#include "load/load_capability_feeds.h"

#include <algorithm>

#include "base/suggest.h"

namespace stagecraft {
namespace {

/// The latest assessment of `subject`; nothing when there is none.
std::optional<std::size_t> latest_of(const Project& project, const std::string& subject) {
  std::optional<std::size_t> latest;  // assessments of a subject stand by date
  for (std::size_t i = 0; i < project.assessments.size(); ++i)
    if (project.assessments[i].subject.id.text() == subject) latest = i;
  return latest;
}

std::vector<std::string> subjects_of(const Project& project) {
  std::vector<std::string> subjects;
  for (const Assessment& assessment : project.assessments)
    if (subjects.empty() || subjects.back() != assessment.subject.id.text())
      subjects.push_back(assessment.subject.id.text());
  return subjects;
}

}  // namespace

std::vector<std::size_t> load_capability_feeds(const ReadContext& settings,
                                               const Project& project) {
  std::vector<std::size_t> feeds;
  MapReader reader(settings, settings.document.root, "the site settings");
  reader.each("capability_feeds", [&](const Node& node) {
    const auto subject = read_id(settings, node, "subject");
    if (!subject) return;
    const std::optional<std::size_t> latest = latest_of(project, *subject);
    if (!latest)
      return settings.error(node, fmt::format("no assessment of '{}' is published", *subject),
                            {choices_note(*subject, subjects_of(project))});
    const Assessment& assessment = project.assessments[*latest];
    if (assessment.audience != Audience::everyone)
      return settings.error(node, fmt::format("the assessment of '{}' is confidential", *subject),
                            {"what everybody may read has the audience: public"});
    if (project.model_of(assessment).capabilities.empty())
      return settings.error(node, fmt::format("the model of '{}' has no capabilities", *subject));
    if (std::find(feeds.begin(), feeds.end(), *latest) != feeds.end())
      return settings.error(node, fmt::format("'{}' is named twice", *subject));
    feeds.push_back(*latest);
  });
  return feeds;
}

}  // namespace stagecraft
