#include "render/render_site.h"

#include <array>
#include <atomic>
#include <barrier>
#include <cassert>
#include <optional>
#include <thread>
#include <vector>

#include "render/file_queue.h"
#include "render/output_renderer.h"
#include "render/page_mistakes.h"
#include "render/site_notes.h"
#include "render/site_templates.h"
#include "render/template/template_set.h"

namespace stagecraft {
namespace {

constexpr std::size_t queued_files = 32;
constexpr std::array waves{Wave::pages, Wave::lists, Wave::files};

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
    OutputRenderer renderer(project, plan, *templates, notes,
                            [&](RenderedFile file) { queue.push(std::move(file)); });
    const std::size_t outputs = OutputRenderer::output_count(plan);
    for (const Wave wave : waves) {
      std::atomic<std::size_t>& next = next_output[static_cast<std::size_t>(wave)];
      for (std::size_t output = next++; output < outputs; output = next++) {
        Diagnostics found;
        renderer.render(output, wave, found);
        mistakes.add(output, found);
      }
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
