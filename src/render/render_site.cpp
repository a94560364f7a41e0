#include "render/render_site.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "plan/plan_assets.h"
#include "render/chart/ladder_picture.h"
#include "render/file_queue.h"
#include "render/index_views.h"
#include "render/page_mistakes.h"
#include "render/page_scope.h"
#include "render/site_templates.h"
#include "render/template/template_set.h"
#include "render/twin.h"

namespace stagecraft {
namespace {

constexpr std::size_t queued_files = 32;

std::string page_template(PageKind kind, PageForm form) {
  std::string name = "pages/" + std::string(kind_word(kind));
  std::replace(name.begin(), name.end(), '-', '_');  // as in all names of templates
  return name + (form == PageForm::markdown ? ".md" : ".html");
}

/// Renders the outputs of a plan one by one; each thread has its own.
class Renderer {
 public:
  Renderer(const Project& project, const SitePlan& plan, const TemplateSet& templates,
           FileQueue& queue, PageMistakes& mistakes)
      : project_(project),
        plan_(plan),
        templates_(templates),
        queue_(queue),
        mistakes_(mistakes),
        wording_(project.strings, project.settings.language) {}

  /// The number of outputs: pages first, then assets, files and indexes.
  static std::size_t output_count(const SitePlan& plan) {
    return plan.pages.size() + plan.assets.size() + plan.files.size() + plan.indexes.size();
  }

  void render(std::size_t output) {
    diagnostics_.emplace();
    render_output(output);
    mistakes_.add(output, *diagnostics_);
  }

 private:
  void render_output(std::size_t output) {
    if (output < plan_.pages.size()) return render_page(plan_.pages[output]);
    output -= plan_.pages.size();
    if (output < plan_.assets.size()) return render_asset(plan_.assets[output]);
    output -= plan_.assets.size();
    if (output < plan_.files.size()) {
      const PlannedContentFile& file = plan_.files[output];
      return queue_.push({file.path, project_.files[file.file].bytes});
    }
    render_index(plan_.indexes[output - plan_.files.size()]);
  }

  void render_page(const PlannedPage& page) {
    const PageScope scope(project_, plan_, page, templates_, wording_, *diagnostics_);
    const Value view = view_of(scope);
    for (const PageFile& file : page.files) {
      if (file.form == PageForm::json)
        queue_.push({file.path, json_twin_of(scope)});
      else if (file.form == PageForm::picture)
        queue_.push({file.path, picture_of(ladder_of(page))});
      else
        render_template(page_template(page.kind, file.form), view, page.route.text(), file.path);
    }
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
    const bool is_sitemap = index.kind == IndexKind::sitemap;
    render_template(is_sitemap ? "indexes/sitemap.xml" : "indexes/robots.txt",
                    index_view(project_, plan_), "/" + index.path.text(), index.path);
  }

  void render_template(const std::string& name, const Value& view, const std::string& page,
                       const OutputPath& path) {
    if (!templates_.contains(name)) {
      diagnostics_->error_in("templates/" + name, "there is no such template");
      return;
    }
    if (auto text = templates_.render(name, view, page, *diagnostics_))
      queue_.push({path, std::move(*text)});
  }

  const Project& project_;
  const SitePlan& plan_;
  const TemplateSet& templates_;
  FileQueue& queue_;
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
  FileQueue queue(queued_files);
  std::atomic<std::size_t> next_output = 0, working = jobs;
  const auto work = [&] {
    Renderer renderer(project, plan, *templates, queue, mistakes);
    const std::size_t outputs = Renderer::output_count(plan);
    for (std::size_t output = next_output++; output < outputs; output = next_output++)
      renderer.render(output);
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
