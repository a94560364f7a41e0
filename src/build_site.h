#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "dump_pass.h"
#include "model/address.h"
#include "model/ids.h"
#include "model/project.h"
#include "plan/site_plan.h"
#include "write/site_writer.h"

namespace stagecraft {

struct BuildOptions {
  std::string project = ".";          ///< the folder with site.yaml, as the user typed it
  std::optional<std::string> output;  ///< where to publish; nothing: everything is done but writing
  std::string home;                   ///< the user's home folder, empty when it is not known
  std::optional<SubjectId> only;      ///< the one subject whose reports are built; nothing: all
  std::optional<Url> base_url;        ///< takes the place of the settings' own
  std::size_t jobs = 1;               ///< threads that render; at least 1
  Severity fatal = Severity::error;   ///< diagnostics of this severity or worse end the run
  std::optional<DumpedPass> dump;     ///< stop after this pass and give its result as JSON
};

struct PassTime {
  std::string pass;
  std::int64_t microseconds = 0;
};

/// A report that only those can find who know its address.
struct PrivateReport {
  std::string client;
  Url url;
};

/// A report as it stands in the output folder.
struct PublishedReport {
  std::string name;                 ///< "halden-2026-10-06"
  std::string folder;               ///< within the output folder; ends with "/"
  std::vector<std::string> charts;  ///< those that are files: charts/<name>.svg
};

/// What a build came to. Mistakes of the input are in the diagnostics.
struct BuildResult {
  bool complete = false;  ///< every pass that was asked for ran, and nothing fatal was found
  std::vector<ModelId> models;  ///< those of the settings, in their order
  bool disk_failed = false;  ///< where the feeds of catalogs are made
  std::size_t pages = 0;
  std::size_t files = 0;  ///< rendered
  std::vector<PrivateReport> private_reports;
  std::vector<PublishedReport> reports;
  std::optional<WriteResult> written;  ///< nothing: it did not come to that, or was not asked for
  std::string dump;                    ///< JSON, when it was asked for
  std::vector<PassTime> times;         ///< of the passes that ran, in order
};

/// The reports, portfolios and audits of `plan` that are linked from nowhere.
std::vector<PrivateReport> private_reports(const Project& project, const SitePlan& plan);

/// The whole program: a project's folder in, a published site out.
BuildResult build_site(const BuildOptions& options, Diagnostics& diagnostics);

}  // namespace stagecraft
