#include "plan/plan_site.h"

#include <algorithm>

#include "support/catch.h"

namespace stagecraft {
namespace {

Assessment assessment_of(const char* subject, Audience audience) {
  Assessment assessment;
  assessment.subject.id = SubjectId(subject);
  assessment.subject.name = subject;
  assessment.date = {2026, 9, 15};
  assessment.model = ModelId("tea");
  assessment.audience = audience;
  return assessment;
}

/// A site with one model of two stages and one stylesheet.
Project tea_site() {
  Project project;
  project.settings.title = "Tea";
  project.settings.link_key = "0123456789abcdef";
  MaturityModel model;
  model.id = ModelId("tea");
  model.stages.resize(2);
  model.stages[0].id = StageId("bag");
  model.stages[1].id = StageId("pot");
  project.models.push_back(model);
  project.assets["base.css"] = {};
  return project;
}

SitePlan planned(const Project& project, Diagnostics& diagnostics) {
  Evaluation evaluation;
  for (std::size_t i = 0; i < project.assessments.size(); ++i)
    evaluation.assessments.push_back({i, {}, {}});
  return plan_site(project, evaluation, diagnostics);
}

SitePlan planned(const Project& project) {
  Diagnostics diagnostics;
  SitePlan plan = planned(project, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return plan;
}

/// Those of all pages but the sections of reports.
std::vector<std::string> routes(const SitePlan& plan) {
  std::vector<std::string> result;
  for (const PlannedPage& page : plan.pages)
    if (!page.section) result.push_back(page.route.text());
  return result;
}

TEST_CASE("visitors assess themselves on a page, and on one for frames that is listed nowhere") {
  Project project = tea_site();
  CHECK(planned(project).find_assess_page(0) == nullptr);
  project.settings.self_assessments.resize(1);
  project.settings.self_assessments[0].model = ModelId("tea");
  const SitePlan plan = planned(project);
  const PlannedPage* page = plan.find_assess_page(0);
  REQUIRE(page != nullptr);
  CHECK(page->route.text() == "/assess/tea/");
  CHECK(page->listing == Listing::listed);
  CHECK(plan.pages[*page->parent].route.text() == "/models/tea/");
  const PlannedPage* embed = page + 1;
  CHECK(embed->route.text() == "/assess/tea/embed/");
  CHECK(embed->listing == Listing::unlisted);
  CHECK(embed->files.size() == 1);
}

TEST_CASE("routes are made of ids") {
  Project project = tea_site();
  project.assessments = {assessment_of("cosy", Audience::everyone)};
  CHECK(routes(planned(project)) ==
        std::vector<std::string>{"/", "/models/tea/", "/models/tea/stages/bag/",
                                 "/models/tea/stages/pot/", "/models/tea/data/",
                                 "/reports/cosy/2026-09-15/", "/a-z/", "/data/", "/404/"});
}

TEST_CASE("every page but the 404 page has a Markdown twin, and pages with data a JSON twin") {
  for (const PlannedPage& page : planned(tea_site()).pages) {
    const bool is_a_list = page.kind == PageKind::home || page.kind == PageKind::dataset ||
                           page.kind == PageKind::a_to_z;
    const std::size_t forms = page.kind == PageKind::not_found ? 1 : is_a_list ? 2 : 3;
    CHECK(page.files.size() == forms);
    CHECK(page.files.front().form == PageForm::html);
  }
}

// HMAC-SHA-256 of "report/cosy/2026-09-15" under the key, in base32, worked out with Python's hmac.
TEST_CASE("a client's report stands under a path that only the key gives") {
  const Assessment assessment = assessment_of("cosy", Audience::client);
  const Route route = report_route(assessment, "0123456789abcdef");
  CHECK(route.text() == "/reports/5xsmk3kjh4etemg42tzn3n32z7/");
  CHECK(report_route(assessment, "another key that is long") != route);
  CHECK(route.text().find("cosy") == std::string::npos);
}

TEST_CASE("a client's report is listed nowhere") {
  Project project = tea_site();
  project.assessments = {assessment_of("cosy", Audience::client),
                         assessment_of("open", Audience::everyone)};
  for (const PlannedPage& page : planned(project).pages)
    if (page.kind == PageKind::report && !page.section)
      CHECK((page.listing == Listing::unlisted) == (page.title == "cosy"));
}

TEST_CASE("each section of a report is a page below it that is listed nowhere") {
  Project project = tea_site();
  project.assessments = {assessment_of("open", Audience::everyone)};
  const SitePlan plan = planned(project);
  const PlannedPage& report = *plan.find_page(PageKind::report);
  std::size_t sections = 0;
  for (const PlannedPage& page : plan.pages) {
    if (!page.section) continue;
    CHECK(*page.section == sections++);
    CHECK(page.listing == Listing::unlisted);
    CHECK(&plan.pages[*page.parent] == &report);
    CHECK(page.route.text().starts_with(report.route.text()));
    CHECK(page.files.size() == 1);
  }
  CHECK(sections == 14);
}

TEST_CASE("a report has the files that its model has something for") {
  Project project = tea_site();
  project.assessments = {assessment_of("open", Audience::everyone)};
  const auto paths = [](const SitePlan& plan) {
    std::vector<std::string> result;
    for (const PlannedReportFile& file : plan.report_files) result.push_back(file.path.text());
    return result;
  };
  const std::string folder = "reports/open/2026-09-15/";
  CHECK(paths(planned(project)) == std::vector<std::string>{folder + "charts/ladder.svg"});
  project.models.front().actions.resize(1);
  project.models.front().questions.resize(1);
  CHECK(paths(planned(project)) ==
        std::vector<std::string>{folder + "roadmap.csv", folder + "roadmap.ics",
                                 folder + "issues.csv", folder + "answers.csv",
                                 folder + "charts/ladder.svg"});
}

TEST_CASE("two outputs on one path are reported with both claimants") {
  Project project = tea_site();
  project.assessments = {assessment_of("cosy", Audience::everyone),
                         assessment_of("cosy", Audience::everyone)};
  Diagnostics diagnostics;
  planned(project, diagnostics);
  REQUIRE(diagnostics.error_count() == 18);  // 3 of the report, 14 of its sections, a chart
  CHECK_THAT(diagnostics.sorted()[0].message,
             Catch::Contains("two outputs would be written to 'reports/cosy/2026-09-15/"));
}

TEST_CASE("paths that differ only in case are one path") {
  Project project = tea_site();
  ContentPage upper, lower;
  upper.route = Route("/About/");
  lower.route = Route("/about/");
  project.pages = {upper, lower};
  Diagnostics diagnostics;
  planned(project, diagnostics);
  CHECK(diagnostics.error_count() == 2);  // the page and its Markdown twin
}

}  // namespace
}  // namespace stagecraft
