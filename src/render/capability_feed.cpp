#include "render/capability_feed.h"

#include "evaluate/capability_status.h"
#include "evaluate/evaluate_project.h"
#include "model/words.h"
#include "render/capability_words.h"
#include "render/catalog_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

const Assessment& assessment_of(const PageScope& scope) {
  return scope.project().assessments[scope.page().assessment];
}

Record stage_record(const MaturityModel& model, StageIndex stage) {
  return {{"id", model.stages[stage].id.text()},
          {"number", stage + 1},
          {"title", model.stages[stage].title}};
}

Record capability_record(const MaturityModel& model, const CapabilityResult& result) {
  const Capability& capability = *result.capability;
  Record record{{"id", capability.id.text()}, {"title", capability.title}};
  put(record, "text", capability.text);
  if (capability.stage) record["stage"] = stage_record(model, *capability.stage);
  record["status"] = word_of(presence_words, result.presence);
  if (result.basis) record["basis"] = word_of(basis_words, *result.basis);
  return record;
}

/// The feeds of the site's catalogs, for everybody.
template <class Take>
void each_feed(const PageScope& scope, const Take& take) {
  for (const PlannedCatalogFile& planned : scope.plan().catalog_files) {
    const Catalog& catalog = scope.project().catalogs[planned.catalog];
    const CatalogFile& file = catalog.files[planned.file];
    if (file.kind == CatalogFileKind::feed) take(catalog, file, planned.path);
  }
}

Record feeds_record(const PageScope& scope) {
  Record feeds = Record::array();
  each_feed(scope, [&](const Catalog& catalog, const CatalogFile& file, const OutputPath& path) {
    Record feed{{"catalog", catalog.id},
                {"channel", file.channel},
                {"url", absolute(scope.project().settings.base_url, path).text()}};
    if (catalog.settings.date.is_given()) feed["snapshot"] = iso_text(catalog.settings.date);
    feeds.push_back(std::move(feed));
  });
  return feeds;
}

Record endpoint_record(const Endpoint& endpoint) {
  Record record{{"protocol", endpoint.protocol},
                {"name", endpoint.name},
                {"version", endpoint.version},
                {"transport", endpoint.transport}};
  put(record, "url", endpoint.url);
  return record;
}

Record endpoints_record(const PageScope& scope) {
  Record endpoints = Record::array();
  for (const Catalog& catalog : scope.project().catalogs)
    for (const Endpoint& endpoint : catalog.settings.endpoints)
      endpoints.push_back(endpoint_record(endpoint));
  return endpoints;
}

/// What pages call a status or a basis.
template <class Meaning, std::size_t n>
const std::string& word_label(const PageScope& scope, const std::array<Word<Meaning>, n>& words,
                              Meaning meaning) {
  return scope.label("capability_feed." + std::string(word_of(words, meaning)));
}

}  // namespace

Record capability_feed_record(const PageScope& scope) {
  const Assessment& assessment = assessment_of(scope);
  const MaturityModel& model = scope.model();
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  Record record{
      {"schema", "stagecraft/capabilities/1"},
      {"subject", {{"id", assessment.subject.id.text()}, {"name", assessment.subject.name}}},
      {"date", iso_text(assessment.date)},
      {"model",
       {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}}};
  if (evaluation.current) record["stage"] = stage_record(model, *evaluation.current);
  record["capabilities"] =
      list_of(capabilities_of(evaluation), [&](const CapabilityResult& result) {
        return capability_record(model, result);
      });
  put(record, "feeds", feeds_record(scope));
  put(record, "endpoints", endpoints_record(scope));
  return record;
}

ValueMap capability_list(const PageScope& scope) {
  const AssessmentEvaluation evaluation =
      evaluate_assessment(scope.model(), assessment_of(scope));
  ValueList items;
  for (const CapabilityResult& result : capabilities_of(evaluation)) {
    ValueMap value{{"@type", "PropertyValue"},
                   {"propertyID", result.capability->id.text()},
                   {"name", result.capability->title},
                   {"value", word_of(presence_words, result.presence)}};
    if (!result.capability->text.empty()) value.set("description", result.capability->text);
    if (result.basis) value.set("measurementTechnique", word_of(basis_words, *result.basis));
    items.emplace_back(ValueMap{
        {"@type", "ListItem"}, {"position", items.size() + 1}, {"item", std::move(value)}});
  }
  return {{"@type", "ItemList"},
          {"name", scope.title_of(scope.page())},
          {"itemListElement", std::move(items)}};
}

ValueMap capability_feed_view(const PageScope& scope) {
  const Assessment& assessment = assessment_of(scope);
  const MaturityModel& model = scope.model();
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  ValueList capabilities;
  for (const CapabilityResult& result : capabilities_of(evaluation)) {
    const std::optional<StageIndex> stage = result.capability->stage;
    const PlannedPage* page =
        stage ? scope.plan().find_stage_page(scope.page().model, *stage) : nullptr;
    capabilities.emplace_back(ValueMap{
        {"title", result.capability->title},
        {"text", result.capability->text},
        {"stage", page ? Value(ValueMap{{"title", scope.title_of(*page)},
                                        {"href", scope.href(*page)}})
                       : Value()},
        {"status", word_label(scope, presence_words, result.presence)},
        {"basis", result.basis ? word_label(scope, basis_words, *result.basis) : ""}});
  }
  ValueList feeds, endpoints;
  each_feed(scope, [&](const Catalog& catalog, const CatalogFile& file, const OutputPath& path) {
    feeds.emplace_back(ValueMap{{"title", catalog.title},
                                {"channel", channel_title(scope, file.channel)},
                                {"name", file.path},
                                {"href", scope.href(path)}});
  });
  for (const Catalog& catalog : scope.project().catalogs)
    for (const Endpoint& endpoint : catalog.settings.endpoints)
      endpoints.emplace_back(ValueMap{{"title", endpoint.name},
                                      {"transport", endpoint.transport},
                                      {"version", endpoint.version},
                                      {"address", endpoint.url}});
  const PlannedPage& overview = *scope.plan().find_model_page(scope.page().model);
  std::string stage;
  if (evaluation.current)
    stage = scope.title_of(*scope.plan().find_stage_page(scope.page().model, *evaluation.current));
  return {{"title", scope.title_of(scope.page())},
          {"lead", scope.sentence("capability_feed.lead",
                                  {{"client", assessment.subject.name},
                                   {"model", model.title},
                                   {"date", scope.date(assessment.date)}})},
          {"stage", std::move(stage)},
          {"model", ValueMap{{"title", model.title}, {"href", scope.href(overview)}}},
          {"capabilities", std::move(capabilities)},
          {"feeds", std::move(feeds)},
          {"endpoints", std::move(endpoints)}};
}

}  // namespace stagecraft
