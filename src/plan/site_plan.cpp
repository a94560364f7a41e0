#include "plan/site_plan.h"

#include <algorithm>
#include <cassert>

namespace stagecraft {
namespace {

template <class Output, class Wanted>
const Output* find_in(const std::vector<Output>& outputs, const Wanted& wanted) {
  const auto found = std::find_if(outputs.begin(), outputs.end(), wanted);
  return found == outputs.end() ? nullptr : &*found;
}

}  // namespace

std::string_view kind_word(PageKind kind) {
  switch (kind) {
    case PageKind::home: return "home";
    case PageKind::model: return "model";
    case PageKind::stage: return "stage";
    case PageKind::part: return "part";
    case PageKind::assess: return "assess";
    case PageKind::assess_embed: return "assess-embed";
    case PageKind::assess_results: return "assess-results";
    case PageKind::roi: return "roi";
    case PageKind::report: return "report";
    case PageKind::trend: return "trend";
    case PageKind::portfolio: return "portfolio";
    case PageKind::content: return "content";
    case PageKind::record: return "record";
    case PageKind::collection: return "collection";
    case PageKind::catalog: return "catalog";
    case PageKind::product: return "product";
    case PageKind::audit: return "audit";
    case PageKind::capability_feed: return "capability-feed";
    case PageKind::dataset: return "dataset";
    case PageKind::data: return "data";
    case PageKind::changes: return "changes";
    case PageKind::a_to_z: return "a-to-z";
    case PageKind::not_found: return "not-found";
  }
  return {};
}

std::string_view part_word(ModelPart part) {
  switch (part) {
    case ModelPart::pillars: return "pillars";
    case ModelPart::pillar: return "pillar";
    case ModelPart::moving: return "moving";
    case ModelPart::kpis: return "kpis";
    case ModelPart::capabilities: return "capabilities";
    case ModelPart::roles: return "roles";
    case ModelPart::use_cases: return "use-cases";
    case ModelPart::table: return "table";
    case ModelPart::phases: return "phases";
    case ModelPart::architecture: return "architecture";
    case ModelPart::checklists: return "checklists";
    case ModelPart::pitfalls: return "pitfalls";
    case ModelPart::guidance: return "guidance";
    case ModelPart::benefits: return "benefits";
    case ModelPart::figures: return "figures";
    case ModelPart::questions: return "questions";
    case ModelPart::method: return "method";
    case ModelPart::faq: return "faq";
    case ModelPart::glossary: return "glossary";
    case ModelPart::related: return "related";
  }
  return {};
}

const PlannedAsset* SitePlan::find_asset(AssetKind kind) const {
  return find_in(assets, [&](const PlannedAsset& asset) { return asset.kind == kind; });
}

const PlannedAsset* SitePlan::find_asset(std::string_view name) const {
  return find_in(assets, [&](const PlannedAsset& asset) {
    return asset.kind != AssetKind::stylesheet && asset.parts.size() == 1 &&
           asset.parts.front() == name;
  });
}

const PlannedPage* SitePlan::find_model_page(std::size_t model) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::model && page.model == model;
  });
}

const PlannedPage* SitePlan::find_assess_page(std::size_t model) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::assess && page.model == model;
  });
}

const PlannedPage* SitePlan::find_assess_results(std::size_t model) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::assess_results && page.model == model;
  });
}

const PlannedPage* SitePlan::find_roi_page(std::size_t model) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::roi && page.model == model;
  });
}

const PlannedPage* SitePlan::find_stage_page(std::size_t model, std::size_t stage) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::stage && page.model == model && page.stage == stage;
  });
}

const PlannedPage* SitePlan::find_part_page(std::size_t model, ModelPart part,
                                            std::size_t item) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::part && page.model == model && page.part == part &&
           page.item == item && !page.sorted_by;
  });
}

const PlannedPage* SitePlan::find_catalog_page(PageKind kind, std::size_t catalog) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == kind && page.catalog == catalog;
  });
}

const PlannedPage& SitePlan::product_page(std::size_t catalog, std::size_t product) const {
  // Products of a catalog stand in one run, in their order.
  const PlannedPage* first = find_catalog_page(PageKind::product, catalog);
  assert(first && first[product].catalog == catalog);
  return first[product];
}

const PlannedPage* SitePlan::find_trend_page(std::size_t assessment, Listing listing) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::trend && page.listing == listing &&
           std::find(page.assessments.begin(), page.assessments.end(), assessment) !=
               page.assessments.end();
  });
}

const PlannedPage* SitePlan::find_page(PageKind kind) const {
  return find_in(pages, [&](const PlannedPage& page) { return page.kind == kind; });
}

const PlannedIndex* SitePlan::find_index(IndexKind kind) const {
  return find_in(indexes, [&](const PlannedIndex& index) { return index.kind == kind; });
}

const PlannedSchema* SitePlan::find_schema(std::string_view kind) const {
  const std::string name = std::string(kind) + ".schema.json";
  return find_in(schemas, [&](const PlannedSchema& schema) { return schema.name == name; });
}

std::optional<std::size_t> SitePlan::model_of(const PlannedPage& page) const {
  for (const PlannedPage* at = &page;; at = &pages[*at->parent]) {
    if (at->kind == PageKind::model) return at->model;
    if (!at->parent) return std::nullopt;
  }
}

}  // namespace stagecraft
