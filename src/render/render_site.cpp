#include "render/render_site.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "plan/plan_assets.h"
#include "render/change_feed.h"
#include "render/chart/ladder_picture.h"
#include "render/file_queue.h"
#include "render/index_views.h"
#include "render/model_csv.h"
#include "render/page_mistakes.h"
#include "render/page_scope.h"
#include "render/page_views.h"
#include "render/portfolio_page.h"
#include "render/report_files.h"
#include "render/search_index.h"
#include "render/site_notes.h"
#include "render/site_templates.h"
#include "render/template/template_set.h"
#include "render/twin.h"

namespace stagecraft {
namespace {

constexpr std::size_t queued_files = 32;

/// Records may have a template of their own.
std::string page_template(const Project& project, const PlannedPage& page, PageForm form) {
  const std::string name = page.kind == PageKind::record
                               ? project.collections[page.collection].page_template
                           : page.section ? "pages/report_section"
                                          : template_name(page.kind);
  return name + (form == PageForm::markdown ? ".md" : ".html");
}

/// What is rendered when: what lists pages comes after them, and what lists files, with their
/// sizes and checksums, after all others.
enum class Wave { pages, lists, files };
constexpr std::array waves{Wave::pages, Wave::lists, Wave::files};

bool lists_files(const PlannedPage& page) {
  return page.kind == PageKind::data || page.kind == PageKind::dataset;
}

/// Renders the outputs of a plan one by one; each thread has its own.
class Renderer {
 public:
  Renderer(const Project& project, const SitePlan& plan, const TemplateSet& templates,
           FileQueue& queue, SiteNotes& notes, PageMistakes& mistakes)
      : project_(project),
        plan_(plan),
        templates_(templates),
        queue_(queue),
        notes_(notes),
        mistakes_(mistakes),
        wording_(project.strings, project.settings.language) {}

  /// The number of outputs: pages first, then files without a template, then what lists pages.
  static std::size_t output_count(const SitePlan& plan) {
    return plan.pages.size() + file_count(plan) + plan.indexes.size();
  }

  /// Renders `output` if it is due in `wave`.
  void render(std::size_t output, Wave wave) {
    diagnostics_.emplace();
    render_output(output, wave);
    mistakes_.add(output, *diagnostics_);
  }

 private:
  static std::size_t file_count(const SitePlan& plan) {
    return plan.assets.size() + plan.files.size() + plan.tables.size() +
           plan.catalog_files.size() + plan.schemas.size();
  }

  void render_output(std::size_t output, Wave wave) {
    if (output < plan_.pages.size()) return render_page_in(output, wave);
    output -= plan_.pages.size();
    const std::size_t files = file_count(plan_);
    if (output < files && wave == Wave::pages) render_file(output);
    if (output >= files && wave == Wave::lists) render_index(plan_.indexes[output - files]);
  }

  /// A page that lists files says beforehand what lists of pages say of it.
  void render_page_in(std::size_t index, Wave wave) {
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

  PageScope scope_of(const PlannedPage& page) {
    return {project_, plan_, page, templates_, notes_, wording_, *diagnostics_};
  }

  void render_file(std::size_t file) {
    if (file < plan_.assets.size()) return render_asset(plan_.assets[file]);
    file -= plan_.assets.size();
    if (file < plan_.files.size()) {
      const PlannedContentFile& planned = plan_.files[file];
      return queue_.push({planned.path, project_.files[planned.file].bytes});
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

  void render_catalog_file(const PlannedCatalogFile& planned) {
    const CatalogFile& file = project_.catalogs[planned.catalog].files[planned.file];
    publish({planned.path, file.bytes}, planned.listing);
  }

  /// Hands on a file that is listed with its size and checksum.
  void publish_data(RenderedFile file) {
    notes_.note_file(file.path, file.bytes);
    queue_.push(std::move(file));
  }

  void render_page(std::size_t index) {
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
        queue_.push({file.path, picture_of(ladder_of(page))});
      } else if (auto text = rendered(page_template(project_, page, file.form), view,
                                      page.route.text())) {
        if (file.form == PageForm::markdown) note.headings = headings_in(*text);
        queue_.push({file.path, std::move(*text)});
      }
    }
    if (page.listing == Listing::listed && !lists_files(page))
      notes_.note_page(index, std::move(note));
  }

  /// What stands beside a report is made with it, from the same values.
  void render_report_files(std::size_t index, const PageScope& scope, const Value& view) {
    const ReportFiles files(scope, view);
    for (const PlannedReportFile& file : plan_.report_files)
      if (file.page == index) publish({file.path, files.bytes_of(file)}, scope.page().listing);
  }

  void render_portfolio_table(std::size_t index, const PageScope& scope) {
    for (const PlannedReportFile& file : plan_.report_files)
      if (file.page == index) queue_.push({file.path, portfolio_csv(scope)});
  }

  /// What everybody may find is listed with its size and checksum.
  void publish(RenderedFile file, Listing listing) {
    if (listing == Listing::listed) return publish_data(std::move(file));
    queue_.push(std::move(file));
  }

  /// The twins of records, of products and of pages that list files are in no list of files.
  void publish_twin(const PlannedPage& page, RenderedFile file) {
    const bool is_listed = page.listing == Listing::listed && !lists_files(page) &&
                           page.kind != PageKind::record && page.kind != PageKind::product;
    if (is_listed)
      publish_data(std::move(file));
    else
      queue_.push(std::move(file));
  }

  /// `page.description` of a whole view.
  static std::string description_in(const Value& view) {
    const Value* page = std::get<ValueMap>(view.storage()).find("page");
    const Value* description = std::get<ValueMap>(page->storage()).find("description");
    return std::get<std::string>(description->storage());
  }

  /// Most pages of a model have the same picture, and drawing one takes longer than the page.
  const std::string& picture_of(const LadderPicture& ladder) {
    const auto [place, is_new] = pictures_.try_emplace(ladder);
    if (is_new) place->second = draw_ladder_picture(ladder, *project_.palette);
    return place->second;
  }

  /// What the picture of `page` shows; the home page shows the first model's ladder. A model
  /// without stages is a line.
  LadderPicture ladder_of(const PlannedPage& page) const {
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

  void render_asset(const PlannedAsset& asset) {
    queue_.push({asset.path, published_bytes(project_, plan_.assets, asset)});
  }

  void render_index(const PlannedIndex& index) {
    if (index.kind == IndexKind::search)
      return publish_data({index.path, search_index(project_, plan_, notes_)});
    if (index.kind == IndexKind::json_feed)
      return publish_data({index.path, json_feed(project_, index)});
    if (index.kind == IndexKind::index_now_key)
      return queue_.push({index.path, project_.settings.index_now_key});
    const IndexScope scope{project_, plan_, notes_, wording_};
    if (index.kind == IndexKind::index_now)
      return publish_data({index.path, index_now_batch(scope, index)});
    if (auto text = rendered(index_template(index.kind), index_view(scope, index),
                             "/" + index.path.text()))
      publish_data({index.path, std::move(*text)});
  }

  std::optional<std::string> rendered(const std::string& name, const Value& view,
                                      const std::string& page) {
    if (templates_.contains(name)) return templates_.render(name, view, page, *diagnostics_);
    diagnostics_->error_in("templates/" + name, "there is no such template");
    return std::nullopt;
  }

  const Project& project_;
  const SitePlan& plan_;
  const TemplateSet& templates_;
  FileQueue& queue_;
  SiteNotes& notes_;
  PageMistakes& mistakes_;
  std::optional<Diagnostics> diagnostics_;  // of the output being rendered
  Wording wording_;
  std::map<LadderPicture, std::string> pictures_;  // drawn so far
};

}  // namespace

void render_site(const Project& project, const SitePlan& plan, std::size_t jobs,
                 const FileSink& sink, Diagnostics& diagnostics) {
  assert(jobs > 0);
  const std::optional<TemplateSet> templates = parse_templates(project, diagnostics);
  if (!templates) return;

  PageMistakes mistakes;
  SiteNotes notes(plan.pages.size());
  FileQueue queue(queued_files);
  std::array<std::atomic<std::size_t>, waves.size()> next_output{};
  std::atomic<std::size_t> working = jobs;
  std::barrier<> wave_end(static_cast<std::ptrdiff_t>(jobs));
  const auto work = [&] {
    Renderer renderer(project, plan, *templates, queue, notes, mistakes);
    const std::size_t outputs = Renderer::output_count(plan);
    for (const Wave wave : waves) {
      std::atomic<std::size_t>& next = next_output[static_cast<std::size_t>(wave)];
      for (std::size_t output = next++; output < outputs; output = next++)
        renderer.render(output, wave);
      wave_end.arrive_and_wait();
    }
    if (--working == 0) queue.close();
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < jobs; ++i) threads.emplace_back(work);
  while (std::optional<RenderedFile> file = queue.pop())
    if (!sink(std::move(*file))) queue.close();
  threads.clear();  // joins them: one may still be at its last output
  mistakes.report(diagnostics);
}

}  // namespace stagecraft
