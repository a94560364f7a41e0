#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/project.h"
#include "plan/site_plan.h"
#include "render/chart/ladder_picture.h"
#include "render/page_scope.h"
#include "render/rendered_file.h"
#include "render/site_notes.h"
#include "render/template/template_set.h"
#include "render/wording.h"

namespace stagecraft {

/// What is rendered when: what lists pages comes after them, and what lists files, with their
/// sizes and checksums, after all others.
enum class Wave { pages, lists, files };

/// Renders the outputs of a plan one by one: a page with all its forms and what stands beside it,
/// or a single file. Outputs are numbered: pages first, then files without a template, then what
/// lists pages. What many outputs share is made once, so each thread has a renderer of its own.
class OutputRenderer {
 public:
  using TakeFile = std::function<void(RenderedFile)>;

  /// Every finished file goes to `take`, what later waves need to know of it to `notes`.
  OutputRenderer(const Project& project, const SitePlan& plan, const TemplateSet& templates,
                 SiteNotes& notes, TakeFile take)
      : project_(project),
        plan_(plan),
        templates_(templates),
        notes_(notes),
        take_(std::move(take)),
        wording_(project.strings, project.settings.language) {}

  static std::size_t output_count(const SitePlan& plan);

  /// The wave in which the files of `output` are made.
  static Wave wave_of(const SitePlan& plan, std::size_t output);

  /// The output that makes each file of `plan`.
  static std::map<OutputPath, std::size_t> outputs_by_path(const SitePlan& plan);

  /// Does what is due of `output` in `wave`. Requires: the waves before are over.
  void render(std::size_t output, Wave wave, Diagnostics& diagnostics);

 private:
  static std::size_t file_count(const SitePlan& plan);
  void render_output(std::size_t output, Wave wave);
  /// A page that lists files says beforehand what lists of pages say of it.
  void render_page_in(std::size_t index, Wave wave);
  PageScope scope_of(const PlannedPage& page);
  void render_file(std::size_t file);
  void render_catalog_file(const PlannedCatalogFile& planned);
  /// Hands on a file that is listed with its size and checksum.
  void publish_data(RenderedFile file);
  void render_page(std::size_t index);
  /// What stands beside a report is made with it, from the same values.
  void render_report_files(std::size_t index, const PageScope& scope, const Value& view);
  void render_portfolio_table(std::size_t index, const PageScope& scope);
  /// What everybody may find is listed with its size and checksum.
  void publish(RenderedFile file, Listing listing);
  /// The twins of records, of products and of pages that list files are in no list of files.
  void publish_twin(const PlannedPage& page, RenderedFile file);
  /// `page.description` of a whole view.
  static std::string description_in(const Value& view);
  /// Most pages of a model have the same picture, and drawing one takes longer than the page.
  const std::string& picture_of(const LadderPicture& ladder);
  /// What the picture of `page` shows; the home page shows the first model's ladder. A model
  /// without stages is a line.
  LadderPicture ladder_of(const PlannedPage& page) const;
  void render_asset(const PlannedAsset& asset);
  void render_index(const PlannedIndex& index);
  std::optional<std::string> rendered(const std::string& name, const Value& view,
                                      const std::string& page);

  const Project& project_;
  const SitePlan& plan_;
  const TemplateSet& templates_;
  SiteNotes& notes_;
  TakeFile take_;
  Diagnostics* diagnostics_ = nullptr;  // of the output being rendered
  Wording wording_;
  std::map<LadderPicture, std::string> pictures_;  // drawn so far
};

}  // namespace stagecraft
