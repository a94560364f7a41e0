#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/diagnostic.h"
#include "model/project.h"
#include "plan/site_plan.h"
#include "render/output_renderer.h"
#include "render/site_notes.h"
#include "render/template/template_set.h"

namespace stagecraft {

/// The files of one plan, each made when somebody first asks for it and kept from then on. The
/// bytes are those that render_site() gives: where a file lists pages or files, these are rendered
/// before it. Safe to use from several threads; one of them renders at a time.
class FilesOnDemand {
 public:
  /// All three outlive the object.
  FilesOnDemand(const Project& project, const SitePlan& plan, const TemplateSet& templates);
  FilesOnDemand(const FilesOnDemand&) = delete;
  FilesOnDemand& operator=(const FilesOnDemand&) = delete;

  bool is_planned(const OutputPath& path) const { return outputs_.contains(path); }

  /// The bytes at `path`; null when it is not planned, and when it cannot be made. Whatever is
  /// wrong with it, or with what it lists, is reported, each time that it is asked for.
  std::shared_ptr<const std::string> bytes_of(const OutputPath& path, Diagnostics& diagnostics);

 private:
  void make(std::size_t output);
  /// Renders what the files of `wave` list, unless that has been done.
  void prepare(Wave wave);
  void render_wave(Wave wave);
  void take(RenderedFile file);

  const SitePlan& plan_;
  const std::map<OutputPath, std::size_t> outputs_;
  std::mutex mutex_;  // guards all below
  SiteNotes notes_;
  OutputRenderer renderer_;
  Wave ready_ = Wave::pages;  // what this wave lists is noted
  bool keeps_ = true;         // whether files are kept that come from the renderer
  std::map<OutputPath, std::shared_ptr<const std::string>> files_;
  std::map<std::size_t, Diagnostics> made_;  // outputs, with what was found
  Diagnostics found_in_waves_;
};

}  // namespace stagecraft
