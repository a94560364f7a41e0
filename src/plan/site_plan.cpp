#include "plan/site_plan.h"

#include <algorithm>

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
    case PageKind::report: return "report";
    case PageKind::content: return "content";
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

}  // namespace stagecraft
