#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/source_text.h"
#include "model/assessment.h"
#include "model/benchmark.h"
#include "model/catalog.h"
#include "model/content_page.h"
#include "model/data_collection.h"
#include "model/history.h"
#include "model/maturity_model.h"
#include "model/site_settings.h"

namespace stagecraft {

/// Where a style sheet names another file of the theme.
struct AssetReference {
  std::size_t offset = 0;  ///< of the address in the style sheet, its quotes included
  std::size_t length = 0;
  std::string asset;       ///< key of Project::assets, never a style sheet
  std::string rest;        ///< what follows the file's name: "#icon"; may be empty
};

/// A file of the theme.
struct Asset {
  std::string bytes;
  std::vector<AssetReference> references;  ///< of a style sheet, in order
};

enum class LogoFormat { svg, png };

/// The brand's picture, proven to hold nothing that runs or loads anything.
struct Logo {
  std::string bytes;
  LogoFormat format = LogoFormat::svg;
  int width = 0;        ///< of the shown picture, in CSS pixels, at least 1
  int height = 0;
  bool adapts = false;  ///< has colours of its own for dark surroundings
};

/// What load hands to the other passes: everything that the site is made from, proven consistent.
/// From here on nothing is read.
struct Project {
  SiteSettings settings;                ///< the brand's colours as they are used: readable on paper
  std::vector<MaturityModel> models;    ///< those of the settings, in their order
  std::vector<ContentPage> pages;       ///< by source
  std::vector<ContentFile> files;       ///< by source; published when a page refers to them
  std::vector<DataCollection> collections;  ///< in the order of the settings
  std::vector<Catalog> catalogs;            ///< in the order of the settings
  std::vector<HistoryEntry> history;    ///< the newest first
  std::vector<Assessment> assessments;  ///< by subject, then date; each model is one of `models`
  std::vector<Benchmark> benchmarks;  ///< by path; each is by one of `models`
  std::vector<std::size_t> capability_feeds;  ///< assessments that have one: public, with a model
                                              ///< that has capabilities

  /// Every word the program says on pages, by dotted key: "report.gap_title". A text with "{" is an
  /// ICU MessageFormat pattern, proven to parse.
  std::map<std::string, std::string, std::less<>> strings;

  /// Template sources by name, after overriding: "pages/home.html".
  std::map<std::string, std::shared_ptr<const SourceText>, std::less<>> templates;

  /// The JSON Schemas of files and records, by the name of their file: "model.schema.json".
  std::map<std::string, std::string, std::less<>> schemas;

  /// The theme's files that are published, by their path within the theme: "base.css".
  std::map<std::string, Asset, std::less<>> assets;

  /// The theme's colours for pictures, with the brand's accent; nothing when the theme does not
  /// declare them.
  std::optional<Palette> palette;

  std::optional<Logo> logo;

  /// Leaves out the assessments of all other subjects, and the portfolio, which would tell of them.
  /// Requires: nothing was planned from this project yet.
  void keep_only(const SubjectId& subject);

  /// The model of `assessment`.
  const MaturityModel& model_of(const Assessment& assessment) const;
};

}  // namespace stagecraft
