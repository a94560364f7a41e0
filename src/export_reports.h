#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "build_site.h"

namespace stagecraft {

/// Which documents are made of reports. Rule: content/docs/reports.md, "PDF, Word and pictures".
struct ExportOptions {
  bool pdf = false;   ///< by Chromium
  bool docx = false;  ///< by pandoc
  bool png = false;   ///< pictures of the charts, by rsvg-convert

  bool any() const { return pdf || docx || png; }
};

struct ExportResult {
  std::string folder;  ///< where the documents stand
  std::size_t files = 0;
  std::vector<std::string> problems;  ///< what could not be made and why, in sentences
};

/// Makes documents of the published `reports` of the output folder `site`, in the folder `exports`
/// of `project`. `search_path` is where programs are looked for, folders with ":" between them.
ExportResult export_reports(const std::vector<PublishedReport>& reports,
                            const ExportOptions& options, const std::string& site,
                            const std::string& project, const std::string& search_path);

}  // namespace stagecraft
