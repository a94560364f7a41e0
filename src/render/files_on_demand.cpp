#include "render/files_on_demand.h"

#include <utility>

namespace stagecraft {

FilesOnDemand::FilesOnDemand(const Project& project, const SitePlan& plan,
                             const TemplateSet& templates)
    : plan_(plan),
      outputs_(OutputRenderer::outputs_by_path(plan)),
      notes_(plan.pages.size()),
      renderer_(project, plan, templates, notes_,
                [this](RenderedFile file) { take(std::move(file)); }) {}

std::shared_ptr<const std::string> FilesOnDemand::bytes_of(const OutputPath& path,
                                                           Diagnostics& diagnostics) {
  const auto output = outputs_.find(path);
  if (output == outputs_.end()) return nullptr;
  const std::lock_guard lock(mutex_);
  if (!made_.contains(output->second)) make(output->second);
  diagnostics.add_all(made_[output->second]);
  const auto file = files_.find(path);
  return file == files_.end() ? nullptr : file->second;
}

void FilesOnDemand::make(std::size_t output) {
  const Wave wave = OutputRenderer::wave_of(plan_, output);
  prepare(wave);
  Diagnostics& found = made_[output];
  if (wave != Wave::pages) found.add_all(found_in_waves_);
  renderer_.render(output, wave, found);
}

void FilesOnDemand::prepare(Wave wave) {
  while (ready_ < wave) {
    render_wave(ready_);
    ready_ = ready_ == Wave::pages ? Wave::lists : Wave::files;
  }
}

void FilesOnDemand::render_wave(Wave wave) {
  keeps_ = false;  // a whole site would not be small, and most of it nobody asks for
  for (std::size_t output = 0; output < OutputRenderer::output_count(plan_); ++output)
    renderer_.render(output, wave, found_in_waves_);
  keeps_ = true;
}

void FilesOnDemand::take(RenderedFile file) {
  if (keeps_)
    files_.insert_or_assign(file.path, std::make_shared<const std::string>(std::move(file.bytes)));
}

}  // namespace stagecraft
