#include "build_site.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "base/suggest.h"
#include "evaluate/evaluate_project.h"
#include "feed/survey_catalogs.h"
#include "load/embedded_files.h"
#include "load/load_project.h"
#include "plan/plan_site.h"
#include "render/render_site.h"

namespace stagecraft {
namespace {

/// Notes how long each pass takes.
class PassClock {
 public:
  explicit PassClock(std::vector<PassTime>& times) : times_(times) {}

  /// Everything since the last call belonged to `pass`.
  void passed(std::string pass) {
    const auto now = std::chrono::steady_clock::now();
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(now - last_);
    times_.push_back({std::move(pass), taken.count()});
    last_ = now;
  }

 private:
  std::vector<PassTime>& times_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

bool is_fatal(const Diagnostics& diagnostics, Severity fatal) {
  return diagnostics.has_errors() ||
         (fatal == Severity::warning && diagnostics.warning_count() > 0);
}

/// Whether there is such a subject; otherwise it is reported.
bool keep_only(const SubjectId& subject, Project& project, Diagnostics& diagnostics) {
  std::vector<std::string> subjects;
  for (const Assessment& assessment : project.assessments)
    if (subjects.empty() || subjects.back() != assessment.subject.id.text())
      subjects.push_back(assessment.subject.id.text());
  project.keep_only(subject);
  if (!project.assessments.empty()) return true;
  diagnostics.error_in("", fmt::format("no assessment is of the subject '{}'", subject.text()),
                       {choices_note(subject.text(), subjects)});
  return false;
}

/// Whether everything was read that the run asks for; leaves out what it does not.
bool is_usable(const BuildOptions& options, std::optional<Project>& loaded,
               Diagnostics& diagnostics) {
  if (!loaded || is_fatal(diagnostics, options.fatal)) return false;
  return !options.only || keep_only(*options.only, *loaded, diagnostics);
}

std::vector<PublishedReport> published_reports(const Project& project, const SitePlan& plan) {
  std::vector<PublishedReport> reports;
  for (std::size_t i = 0; i < plan.pages.size(); ++i) {
    const PlannedPage& page = plan.pages[i];
    if (page.kind != PageKind::report || page.section) continue;
    const Assessment& assessment = project.assessments[page.assessment];
    PublishedReport report{assessment.subject.id.text() + "-" + iso_text(assessment.date),
                           page.route.text().substr(1), {}};
    for (const PlannedReportFile& file : plan.report_files)
      if (file.page == i && file.file == ReportFile::chart) report.charts.push_back(file.chart);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace

std::vector<PrivateReport> private_reports(const Project& project, const SitePlan& plan) {
  std::vector<PrivateReport> reports;
  for (const PlannedPage& page : plan.pages)
    if ((page.kind == PageKind::report || page.kind == PageKind::trend ||
         page.kind == PageKind::portfolio ||
         page.kind == PageKind::audit) &&
        page.listing == Listing::unlisted && !page.section)
      reports.push_back({page.title, absolute(project.settings.base_url, page.route)});
  return reports;
}

BuildResult build_site(const BuildOptions& options, Diagnostics& diagnostics) {
  BuildResult result;
  PassClock clock(result.times);

  // 1. Load: the project's files become a project without contradictions.
  const DiskFiles disk(options.project);
  std::optional<Project> loaded =
      load_project({disk, shown_prefix(options.project)}, {embedded_files(), "<built-in>/"},
                   {options.base_url}, diagnostics);
  if (loaded)
    result.disk_failed =
        !feed::survey_catalogs(shown_prefix(options.project), *loaded, diagnostics);
  clock.passed("load");
  if (!is_usable(options, loaded, diagnostics)) return result;
  const Project& project = *loaded;
  // From here on nothing is read, and every reference between the nouns holds.

  result.models = project.settings.models;

  // 2. Evaluate: what each assessment comes to.
  const Evaluation evaluation = evaluate_project(project);
  clock.passed("evaluate");
  // From here on no number is computed that a page could disagree with: pages evaluate again,
  // by the same pure function.

  // 3. Plan: every page, asset and index that will exist.
  const SitePlan plan = plan_site(project, evaluation, diagnostics);
  clock.passed("plan");
  if (options.dump) result.dump = dump_pass(*options.dump, project, evaluation, plan);
  if (is_fatal(diagnostics, options.fatal)) return result;
  // From here on no output is added: whatever lists pages lists exactly these.

  // 4. Render: each file, handed on as soon as it is made.
  result.pages = plan.pages.size();
  result.private_reports = private_reports(project, plan);
  result.reports = published_reports(project, plan);
  if (options.dump) {
    result.complete = true;
    return result;
  }
  std::optional<SiteWriter> writer;
  if (options.output)
    writer.emplace(OutputRequest{options.project, *options.output, options.home}, diagnostics);
  const auto take = [&](RenderedFile file) {
    ++result.files;
    return !writer || writer->add(file);
  };
  render_site(project, plan, options.jobs, take, diagnostics);
  clock.passed("render");
  const bool is_whole = !is_fatal(diagnostics, options.fatal);
  // From here on every file is final.

  // 5. Write: the new site takes the place of the old one, or nothing does.
  if (writer) {
    result.written = is_whole ? writer->publish() : writer->abandon();
    clock.passed("write");
  }
  result.complete = is_whole && !is_fatal(diagnostics, options.fatal);
  return result;
}

}  // namespace stagecraft
