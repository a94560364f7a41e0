#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/source_text.h"
#include "model/assessment.h"
#include "model/content_page.h"
#include "model/maturity_model.h"
#include "model/site_settings.h"

namespace stagecraft {

/// What load hands to the other passes: everything that the site is made from, proven consistent.
/// From here on nothing is read.
struct Project {
  SiteSettings settings;
  std::vector<MaturityModel> models;    ///< those of the settings, in their order
  std::vector<ContentPage> pages;       ///< by source
  std::vector<ContentFile> files;       ///< by source; published when a page refers to them
  std::vector<Assessment> assessments;  ///< by subject, then date; each model is one of `models`

  /// Every word the program says on pages, by dotted key: "report.gap_title". A text with "{" is an
  /// ICU MessageFormat pattern, proven to parse.
  std::map<std::string, std::string, std::less<>> strings;

  /// Template sources by name, after overriding: "pages/home.html".
  std::map<std::string, std::shared_ptr<const SourceText>, std::less<>> templates;

  /// The theme's files that are published as they are, by their path below "theme/": "base.css".
  std::map<std::string, std::string, std::less<>> assets;

  /// The theme's colours for pictures; nothing when it does not declare them.
  std::optional<Palette> palette;

  /// The model of `assessment`.
  const MaturityModel& model_of(const Assessment& assessment) const;
};

}  // namespace stagecraft
