#include "render/output_renderer.h"

#include <algorithm>
#include <utility>

#include "plan/plan_assets.h"
#include "render/change_feed.h"
#include "render/index_views.h"
#include "render/model_csv.h"
#include "render/page_views.h"
#include "render/portfolio_page.h"
#include "render/report_files.h"
#include "render/search_index.h"
#include "render/twin.h"

namespace stagecraft {
namespace {

/// Records may have a template of their own.
std::string page_template(const Project& project, const PlannedPage& page, PageForm form) {
  const std::string name = page.kind == PageKind::record
                               ? project.collections[page.collection].page_template
                           : page.section ? "pages/report_section"
                                          : template_name(page.kind);
  return name + (form == PageForm::markdown ? ".md" : ".html");
}

bool lists_files(const PlannedPage& page) {
  return page.kind == PageKind::data || page.kind == PageKind::dataset;
}

}  // namespace

std::size_t OutputRenderer::output_count(const SitePlan& plan) {
  return plan.pages.size() + file_count(plan) + plan.indexes.size();
}

Wave OutputRenderer::wave_of(const SitePlan& plan, std::size_t output) {
  if (output < plan.pages.size())
    return lists_files(plan.pages[output]) ? Wave::files : Wave::pages;
  return output < plan.pages.size() + file_count(plan) ? Wave::pages : Wave::lists;
}

std::map<OutputPath, std::size_t> OutputRenderer::outputs_by_path(const SitePlan& plan) {
  std::map<OutputPath, std::size_t> outputs;
  for (std::size_t page = 0; page < plan.pages.size(); ++page)
    for (const PageFile& file : plan.pages[page].files) outputs.emplace(file.path, page);
  for (const PlannedReportFile& file : plan.report_files) outputs.emplace(file.path, file.page);
  std::size_t output = plan.pages.size();
  const auto number = [&](const auto& files) {
    for (const auto& file : files) outputs.emplace(file.path, output++);
  };
  number(plan.assets);
  number(plan.files);
  number(plan.tables);
  number(plan.catalog_files);
  number(plan.schemas);
  number(plan.indexes);
  return outputs;
}

void OutputRenderer::render(std::size_t output, Wave wave, Diagnostics& diagnostics) {
  diagnostics_ = &diagnostics;
  render_output(output, wave);
}

std::size_t OutputRenderer::file_count(const SitePlan& plan) {
  return plan.assets.size() + plan.files.size() + plan.tables.size() +
         plan.catalog_files.size() + plan.schemas.size();
}

void OutputRenderer::render_output(std::size_t output, Wave wave) {
  if (output < plan_.pages.size()) return render_page_in(output, wave);
  output -= plan_.pages.size();
  const std::size_t files = file_count(plan_);
  if (output < files && wave == Wave::pages) render_file(output);
  if (output >= files && wave == Wave::lists) render_index(plan_.indexes[output - files]);
}

void OutputRenderer::render_page_in(std::size_t index, Wave wave) {
  const PlannedPage& page = plan_.pages[index];
  if (wave != (lists_files(page) ? Wave::files : Wave::pages)) {
    if (wave == Wave::pages) {
      const PageScope scope = scope_of(page);
      notes_.note_page(index, {scope.title_of(page), description_of(scope, {}), {}});
    }
    return;
  }
  render_page(index);
}

PageScope OutputRenderer::scope_of(const PlannedPage& page) {
  return {project_, plan_, page, templates_, notes_, wording_, *diagnostics_};
}

void OutputRenderer::render_file(std::size_t file) {
  if (file < plan_.assets.size()) return render_asset(plan_.assets[file]);
  file -= plan_.assets.size();
  if (file < plan_.files.size()) {
    const PlannedContentFile& planned = plan_.files[file];
    return take_({planned.path, project_.files[planned.file].bytes});
  }
  file -= plan_.files.size();
  if (file < plan_.tables.size()) {
    const PlannedTable& table = plan_.tables[file];
    return publish_data({table.path, model_csv(project_.models[table.model], table.table)});
  }
  file -= plan_.tables.size();
  if (file < plan_.catalog_files.size()) return render_catalog_file(plan_.catalog_files[file]);
  const PlannedSchema& schema = plan_.schemas[file - plan_.catalog_files.size()];
  publish_data({schema.path, project_.schemas.find(schema.name)->second});
}

void OutputRenderer::render_catalog_file(const PlannedCatalogFile& planned) {
  const CatalogFile& file = project_.catalogs[planned.catalog].files[planned.file];
  publish({planned.path, file.bytes}, planned.listing);
}

void OutputRenderer::publish_data(RenderedFile file) {
  notes_.note_file(file.path, file.bytes);
  take_(std::move(file));
}

void OutputRenderer::render_page(std::size_t index) {
  const PlannedPage& page = plan_.pages[index];
  const PageScope scope = scope_of(page);
  const Value view = view_of(scope);
  PageNote note{scope.title_of(page), description_in(view), {}};
  if (page.kind == PageKind::report && !page.section) render_report_files(index, scope, view);
  if (page.kind == PageKind::portfolio) render_portfolio_table(index, scope);
  for (const PageFile& file : page.files) {
    if (file.form == PageForm::json) {
      publish_twin(page, {file.path, json_twin_of(scope)});
    } else if (file.form == PageForm::picture) {
      take_({file.path, picture_of(ladder_of(page))});
    } else if (auto text = rendered(page_template(project_, page, file.form), view,
                                    page.route.text())) {
      if (file.form == PageForm::markdown) note.headings = headings_in(*text);
      take_({file.path, std::move(*text)});
    }
  }
  if (page.listing == Listing::listed && !lists_files(page))
    notes_.note_page(index, std::move(note));
}

void OutputRenderer::render_report_files(std::size_t index, const PageScope& scope,
                                         const Value& view) {
  const ReportFiles files(scope, view);
  for (const PlannedReportFile& file : plan_.report_files)
    if (file.page == index) publish({file.path, files.bytes_of(file)}, scope.page().listing);
}

void OutputRenderer::render_portfolio_table(std::size_t index, const PageScope& scope) {
  for (const PlannedReportFile& file : plan_.report_files)
    if (file.page == index) take_({file.path, portfolio_csv(scope)});
}

void OutputRenderer::publish(RenderedFile file, Listing listing) {
  if (listing == Listing::listed) return publish_data(std::move(file));
  take_(std::move(file));
}

void OutputRenderer::publish_twin(const PlannedPage& page, RenderedFile file) {
  const bool is_listed = page.listing == Listing::listed && !lists_files(page) &&
                         page.kind != PageKind::record && page.kind != PageKind::product;
  if (is_listed)
    publish_data(std::move(file));
  else
    take_(std::move(file));
}

std::string OutputRenderer::description_in(const Value& view) {
  const Value* page = std::get<ValueMap>(view.storage()).find("page");
  const Value* description = std::get<ValueMap>(page->storage()).find("description");
  return std::get<std::string>(description->storage());
}

const std::string& OutputRenderer::picture_of(const LadderPicture& ladder) {
  const auto [place, is_new] = pictures_.try_emplace(ladder);
  if (is_new) place->second = draw_ladder_picture(ladder, *project_.palette);
  return place->second;
}

LadderPicture OutputRenderer::ladder_of(const PlannedPage& page) const {
  constexpr std::size_t most_steps = 40;
  LadderPicture ladder;
  const std::size_t stages = project_.models[page.model].stages.size();
  ladder.steps = std::clamp<std::size_t>(stages, 1, most_steps);
  if (stages > most_steps) return ladder;
  if (page.kind == PageKind::stage) ladder.today = page.stage;
  if (page.kind == PageKind::report) {
    ladder.today = page.current;
    if (const auto& target = project_.assessments[page.assessment].target)
      ladder.target = target->stage;
  }
  return ladder;
}

void OutputRenderer::render_asset(const PlannedAsset& asset) {
  take_({asset.path, published_bytes(project_, plan_.assets, asset)});
}

void OutputRenderer::render_index(const PlannedIndex& index) {
  if (index.kind == IndexKind::search)
    return publish_data({index.path, search_index(project_, plan_, notes_)});
  if (index.kind == IndexKind::json_feed)
    return publish_data({index.path, json_feed(project_, index)});
  if (index.kind == IndexKind::index_now_key)
    return take_({index.path, project_.settings.index_now_key});
  const IndexScope scope{project_, plan_, notes_, wording_};
  if (index.kind == IndexKind::index_now)
    return publish_data({index.path, index_now_batch(scope, index)});
  if (auto text = rendered(index_template(index.kind), index_view(scope, index),
                           "/" + index.path.text()))
    publish_data({index.path, std::move(*text)});
}

std::optional<std::string> OutputRenderer::rendered(const std::string& name, const Value& view,
                                                    const std::string& page) {
  if (templates_.contains(name)) return templates_.render(name, view, page, *diagnostics_);
  diagnostics_->error_in("templates/" + name, "there is no such template");
  return std::nullopt;
}

}  // namespace stagecraft
