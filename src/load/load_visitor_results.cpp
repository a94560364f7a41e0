#include "load/load_visitor_results.h"

#include <fmt/format.h>

#include <utility>

#include "load/layers.h"
#include "load/load_assessment.h"

namespace stagecraft {
namespace {

void load_folder(const FileTree& project, const std::vector<MaturityModel>& models,
                 SelfAssessment& self_assessment, Diagnostics& diagnostics) {
  for (const std::string& path : files_below(project, self_assessment.results_folder)) {
    if (!is_data_file(path) && project.files.kind_of(path) != FileKind::symlink) continue;
    const std::optional<Document> document = read_document_file(project, path, diagnostics);
    if (!document) continue;
    std::optional<Assessment> result = load_assessment(*document, models, diagnostics);
    if (!result) continue;
    if (result->model != self_assessment.model)
      diagnostics.error_in(project.shown(path),
                           fmt::format("is an assessment by the model '{}', not by '{}'",
                                       result->model.text(), self_assessment.model.text()));
    self_assessment.results.push_back(std::move(*result));
  }
}

}  // namespace

void load_visitor_results(const ReadContext& settings, const FileTree& project,
                          const std::vector<MaturityModel>& models,
                          std::vector<SelfAssessment>& self_assessments) {
  const Node* list = settings.document.root.find("self_assessments");
  for (std::size_t i = 0; i < self_assessments.size(); ++i) {
    const std::string& folder = self_assessments[i].results_folder;
    if (folder.empty()) continue;
    if (project.files.kind_of(folder) == FileKind::directory)
      load_folder(project, models, self_assessments[i], settings.diagnostics);
    else
      settings.error(*list->items[i].find("results"),
                     fmt::format("'{}': there is no such folder", folder));
  }
}

}  // namespace stagecraft
