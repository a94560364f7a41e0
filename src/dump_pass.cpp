#include "dump_pass.h"

#include <nlohmann/json.hpp>

#include "model/words.h"

namespace stagecraft {
namespace {

using Json = nlohmann::ordered_json;

template <class Part>
Json ids_of(const std::vector<Part>& parts) {
  Json ids = Json::array();
  for (const Part& part : parts) ids.push_back(part.id.text());
  return ids;
}

Json stage_id(const MaturityModel& model, const std::optional<StageIndex>& stage) {
  return stage ? Json(model.stages[*stage].id.text()) : Json();
}

Json project_json(const Project& project) {
  Json models = Json::array(), assessments = Json::array(), assets = Json::array();
  for (const MaturityModel& model : project.models)
    models.push_back({{"id", model.id.text()},
                      {"version", model.version},
                      {"stages", ids_of(model.stages)},
                      {"pillars", ids_of(model.pillars)},
                      {"questions", ids_of(model.questions)},
                      {"methods", ids_of(model.methods)},
                      {"kpis", ids_of(model.kpis)},
                      {"actions", ids_of(model.actions)},
                      {"claims", ids_of(model.claims)}});
  for (const Assessment& assessment : project.assessments)
    assessments.push_back(
        {{"subject", assessment.subject.id.text()},
         {"date", iso_text(assessment.date)},
         {"model", assessment.model.text()},
         {"audience", word_of(audience_words, assessment.audience)},
         {"answers", assessment.answers.size()},
         {"kpis", assessment.kpis.size()}});
  Json templates = Json::object();
  for (const auto& [name, source] : project.templates) templates[name] = source->path();
  for (const auto& [name, bytes] : project.assets) assets.push_back(name);
  const SiteSettings& settings = project.settings;
  return {{"settings",
           {{"title", settings.title},
            {"base_url", settings.base_url.text()},
            {"language", settings.language},
            {"theme", settings.theme},
            {"assessments", settings.assessments}}},
          {"models", std::move(models)},
          {"assessments", std::move(assessments)},
          {"templates", std::move(templates)},
          {"assets", std::move(assets)}};
}

Json evaluation_json(const Project& project, const Evaluation& evaluation) {
  Json list = Json::array();
  for (const AssessmentSummary& summary : evaluation.assessments) {
    const Assessment& assessment = project.assessments[summary.assessment];
    const MaturityModel& model = project.model_of(assessment);
    list.push_back({{"subject", assessment.subject.id.text()},
                    {"date", iso_text(assessment.date)},
                    {"model", model.id.text()},
                    {"current", stage_id(model, summary.current)},
                    {"target", stage_id(model, summary.target)}});
  }
  return {{"assessments", std::move(list)}};
}

Json plan_json(const SitePlan& plan) {
  Json pages = Json::array(), assets = Json::array(), indexes = Json::array();
  Json files = Json::array();
  for (const PlannedPage& page : plan.pages) {
    Json forms = Json::array();
    for (const PageFile& file : page.files) forms.push_back(file.path.text());
    pages.push_back({{"kind", kind_word(page.kind)},
                     {"route", page.route.text()},
                     {"title", page.title},
                     {"listed", page.listing == Listing::listed},
                     {"files", std::move(forms)}});
  }
  for (const PlannedAsset& asset : plan.assets)
    assets.push_back({{"path", asset.path.text()}, {"parts", asset.parts}});
  for (const PlannedContentFile& file : plan.files) files.push_back(file.path.text());
  Json report_files = Json::array();
  for (const PlannedReportFile& file : plan.report_files) report_files.push_back(file.path.text());
  Json tables = Json::array(), catalog_files = Json::array(), schemas = Json::array();
  for (const PlannedTable& table : plan.tables) tables.push_back(table.path.text());
  for (const PlannedCatalogFile& file : plan.catalog_files)
    catalog_files.push_back(file.path.text());
  for (const PlannedSchema& schema : plan.schemas) schemas.push_back(schema.path.text());
  for (const PlannedIndex& index : plan.indexes) indexes.push_back(index.path.text());
  return {{"pages", std::move(pages)},
          {"assets", std::move(assets)},
          {"files", std::move(files)},
          {"report_files", std::move(report_files)},
          {"tables", std::move(tables)},
          {"catalog_files", std::move(catalog_files)},
          {"schemas", std::move(schemas)},
          {"indexes", std::move(indexes)}};
}

}  // namespace

std::string dump_pass(DumpedPass pass, const Project& project, const Evaluation& evaluation,
                      const SitePlan& plan) {
  Json json;
  switch (pass) {
    case DumpedPass::load:
      json = project_json(project);
      break;
    case DumpedPass::evaluate:
      json = evaluation_json(project, evaluation);
      break;
    case DumpedPass::plan:
      json = plan_json(plan);
      break;
  }
  return json.dump(2) + "\n";
}

}  // namespace stagecraft
