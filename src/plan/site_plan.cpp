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
    case PageKind::report: return "report";
    case PageKind::content: return "content";
    case PageKind::not_found: return "not-found";
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

const PlannedPage* SitePlan::find_stage_page(std::size_t model, std::size_t stage) const {
  return find_in(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::stage && page.model == model && page.stage == stage;
  });
}

}  // namespace stagecraft
