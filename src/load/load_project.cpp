#include "load/load_project.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>
#include <tuple>

#include "load/brand_colours.h"
#include "load/find_model.h"
#include "load/layers.h"
#include "load/lint_model.h"
#include "load/check_audits.h"
#include "load/load_assessment.h"
#include "load/load_assets.h"
#include "load/load_benchmark.h"
#include "load/load_capability_feeds.h"
#include "load/load_catalogs.h"
#include "load/load_collections.h"
#include "load/load_history.h"
#include "load/load_logo.h"
#include "load/load_pages.h"
#include "load/load_settings.h"
#include "load/load_strings.h"
#include "load/load_visitor_results.h"
#include "load/read_self_assessments.h"
#include "load/report_notes.h"
#include "load/theme_colours.h"
#include "load/theme_line.h"

namespace stagecraft {
namespace {

Offered offered_to(const FileTree& project, const FileTree& built_in) {
  const Layers layers(project, built_in);
  Offered offered;
  offered.themes = layers.folders_in("themes");
  offered.models = layers.folders_in("content/models");
  for (const auto& [path, found] : layers.files_below("content/strings"))
    if (path.ends_with(".yaml")) offered.languages.push_back(path.substr(0, path.size() - 5));
  return offered;
}

/// The settings and where they stand, for what can be checked only with other files.
struct SettingsFile {
  Document document;
  SiteSettings settings;
};

std::optional<SettingsFile> read_settings(const FileTree& project, const FileTree& built_in,
                                          const ProjectOverrides& overrides,
                                          Diagnostics& diagnostics) {
  const bool is_json = project.files.kind_of("site.yaml") == FileKind::missing &&
                       project.files.kind_of("site.json") != FileKind::missing;
  const std::string_view name = is_json ? "site.json" : "site.yaml";
  if (project.files.kind_of(name) == FileKind::missing) {
    diagnostics.error_in(project.shown(name), "there is no such file",
                         {"a project is a folder with a site.yaml"});
    return std::nullopt;
  }
  std::optional<Document> document = read_document_file(project, name, diagnostics);
  if (!document) return std::nullopt;
  std::optional<SiteSettings> settings =
      load_settings(*document, offered_to(project, built_in), diagnostics);
  if (!settings) return std::nullopt;
  if (overrides.base_url) settings->base_url = *overrides.base_url;
  return SettingsFile{std::move(*document), std::move(*settings)};
}

std::optional<MaturityModel> read_model(const ModelId& id, const FileTree& project,
                                        const Layers& layers, Diagnostics& diagnostics) {
  auto found = find_model(layers, id, diagnostics);
  if (!found) return std::nullopt;
  // The models that come with the program were linted when it was built.
  if (found->tree == &project)
    report_findings(lint_model(found->document, found->model, lint_budget_of_build), diagnostics);
  return std::move(found->model);
}

/// Models are most of what load reads, and know nothing of each other: each thread takes the next.
/// What is found is told model by model: of very many mistakes the same are kept every time.
std::vector<MaturityModel> read_models(const SiteSettings& settings, const FileTree& project,
                                       const Layers& layers, Diagnostics& diagnostics) {
  struct ReadModel {
    std::optional<MaturityModel> model;
    Diagnostics found;
  };
  std::vector<ReadModel> read(settings.models.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t model = next++; model < read.size(); model = next++)
      read[model].model =
          read_model(settings.models[model], project, layers, read[model].found);
  };
  const std::size_t threads =
      std::min<std::size_t>(read.size(), std::thread::hardware_concurrency());
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work);
  work();
  others.clear();  // joins them

  std::vector<MaturityModel> models;
  for (ReadModel& one : read) {
    diagnostics.add_all(one.found);
    if (one.model) models.push_back(std::move(*one.model));
  }
  return models;
}

/// Reports two assessments of one subject at one date: they would share a page.
void report_doubles(const std::vector<std::pair<Assessment, std::string>>& assessments,
                    Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < assessments.size(); ++i) {
    const auto& [earlier, earlier_path] = assessments[i - 1];
    const auto& [later, later_path] = assessments[i];
    if (earlier.subject.id != later.subject.id || earlier.date != later.date) continue;
    diagnostics.error_in(later_path,
                         fmt::format("a second assessment of '{}' at {}", later.subject.id.text(),
                                     iso_text(later.date)),
                         {"the first is " + earlier_path});
  }
}

void report_missing_link_key(const SiteSettings& settings,
                             const std::vector<std::pair<Assessment, std::string>>& assessments,
                             Diagnostics& diagnostics) {
  if (!settings.link_key.empty()) return;
  for (const auto& [assessment, path] : assessments)
    if (assessment.audience == Audience::client)
      diagnostics.error_in(path,
                           "a client's report needs a 'link_key' in the site settings, from which "
                           "its secret path is made",
                           {"make one with: openssl rand -hex 16",
                            "or publish the report to everyone with: audience: public"});
}

std::vector<std::string> catalog_ids(const Project& project) {
  std::vector<std::string> ids;
  for (const Catalog& catalog : project.catalogs) ids.push_back(catalog.id);
  return ids;
}

std::vector<Assessment> read_assessments(const FileTree& files, Project& project,
                                         Diagnostics& diagnostics) {
  const SiteSettings& settings = project.settings;
  const std::vector<std::string> catalogs = catalog_ids(project);
  std::vector<std::pair<Assessment, std::string>> read;
  if (files.files.kind_of(settings.assessments) == FileKind::symlink)
    diagnostics.error_in(files.shown(settings.assessments),
                         "is a symbolic link, and links are not followed");
  for (const std::string& path : files_below(files, settings.assessments)) {
    if (!is_data_file(path) && files.files.kind_of(path) != FileKind::symlink) continue;
    const std::optional<Document> document = read_document_file(files, path, diagnostics);
    if (!document) continue;
    check_audits(*document, catalogs, diagnostics);
    auto assessment = load_assessment(*document, project.models, diagnostics);
    if (!assessment) continue;
    assessment->notes = read_report_notes(files, path, project.templates, diagnostics);
    read.emplace_back(std::move(*assessment), files.shown(path));
  }
  std::stable_sort(read.begin(), read.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.subject.id, a.first.date) < std::tie(b.first.subject.id, b.first.date);
  });
  report_doubles(read, diagnostics);
  report_missing_link_key(settings, read, diagnostics);

  std::vector<Assessment> assessments;
  for (auto& [assessment, path] : read) assessments.push_back(std::move(assessment));
  return assessments;
}

/// The model that a benchmark says it is by; the first one where it names none of them.
const MaturityModel& model_of_benchmark(const Document& document,
                                        const std::vector<MaturityModel>& models) {
  const Node* name =
      document.root.kind == NodeKind::map ? document.root.find("model") : nullptr;
  for (const MaturityModel& model : models)
    if (name && name->scalar == model.id.text()) return model;
  return models.front();
}

/// Every file of the folder that the settings name.
std::vector<Benchmark> read_benchmarks(const ReadContext& settings, const FileTree& project,
                                       const std::vector<MaturityModel>& models) {
  std::vector<Benchmark> benchmarks;
  MapReader reader(settings, settings.document.root, "the site settings");
  const std::string folder = reader.path("benchmarks", "");
  if (folder.empty()) return benchmarks;
  for (const std::string& path : files_below(project, folder)) {
    if (!is_data_file(path)) continue;
    const auto document = read_document_file(project, path, settings.diagnostics);
    if (!document) continue;
    auto benchmark = load_benchmark(*document, model_of_benchmark(*document, models),
                                    settings.diagnostics);
    if (benchmark) benchmarks.push_back(std::move(*benchmark));
  }
  return benchmarks;
}

/// The project's own pages, and the manual where the settings ask for it.
void read_pages(const Layers& layers, Project& project, Diagnostics& diagnostics) {
  std::vector<PageFolder> folders{{"content/pages", Route("/")}};
  if (project.settings.manual) folders.push_back({"content/docs", Route("/docs/")});
  MarkdownWords words;
  if (const auto text = project.strings.find("content.footnotes"); text != project.strings.end())
    words.footnotes = text->second;
  if (const auto text = project.strings.find("content.back_to_text"); text != project.strings.end())
    words.back_to_text = text->second;
  if (const auto text = project.strings.find("content.table"); text != project.strings.end())
    words.table = text->second;
  for (const PageFolder& folder : folders) {
    PageCollection read = load_pages(layers, folder, project.models, words, diagnostics);
    std::move(read.pages.begin(), read.pages.end(), std::back_inserter(project.pages));
    std::move(read.files.begin(), read.files.end(), std::back_inserter(project.files));
  }
}

void read_templates(const Layers& layers, Project& project, Diagnostics& diagnostics) {
  for (const auto& [name, file] : layers.files_below("templates"))
    if (const auto source = read_source(*file.tree, file.path, text_file_limit, diagnostics))
      project.templates.emplace(name, source);
}

/// The schemas belong to the program: a project cannot replace them.
void read_schemas(const FileTree& built_in, Project& project, Diagnostics& diagnostics) {
  for (const std::string& path : files_below(built_in, "content/schemas"))
    if (const auto source = read_source(built_in, path, text_file_limit, diagnostics))
      project.schemas.emplace(path.substr(path.rfind('/') + 1), source->text());
}

/// The theme's files and what the brand makes of them.
void read_look(const Document& settings_file, const FileTree& project_tree,
               const FileTree& built_in, const std::vector<std::string>& themes, Project& project,
               Diagnostics& diagnostics) {
  SiteSettings& settings = project.settings;
  project.assets = load_assets(Layers(project_tree, built_in), themes, diagnostics);
  const auto tokens = project.assets.find("tokens.css");
  const ThemeColours colours =
      tokens == project.assets.end() ? ThemeColours() : theme_colours(tokens->second.bytes);

  const ReadContext context{settings_file, diagnostics};
  fit_brand_colours(context, colours, settings);
  if (!settings.brand.logo.empty())
    project.logo = load_logo(context, *settings_file.root.find("brand")->find("logo"), project_tree,
                             settings.brand.logo);
  project.palette = colours.pictures;
  if (project.palette && settings.brand.accent) project.palette->accent = *settings.brand.accent;
}

}  // namespace

std::optional<Project> load_project(const FileTree& project_tree, const FileTree& built_in,
                                    const ProjectOverrides& overrides, Diagnostics& diagnostics) {
  std::optional<SettingsFile> file = read_settings(project_tree, built_in, overrides, diagnostics);
  if (!file) return std::nullopt;

  Project project;
  project.settings = std::move(file->settings);
  const std::vector<std::string> themes =
      theme_line(project_tree, built_in, project.settings.theme, diagnostics);
  const Layers layers(project_tree, built_in, themes);
  project.models = read_models(project.settings, project_tree, layers, diagnostics);
  project.strings = load_strings(layers, project.settings.language, diagnostics);
  project.history = load_history(layers, project.models, diagnostics);
  read_pages(layers, project, diagnostics);
  read_templates(layers, project, diagnostics);
  project.collections =
      load_collections({file->document, diagnostics}, project_tree, project);
  project.catalogs =
      load_catalogs({file->document, diagnostics}, project_tree, project.settings.link_key);
  read_schemas(built_in, project, diagnostics);
  read_look(file->document, project_tree, built_in, themes, project, diagnostics);

  // An assessment of a model that could not be read would only add mistakes that are none.
  if (project.models.size() == project.settings.models.size()) {
    project.assessments = read_assessments(project_tree, project, diagnostics);
    load_visitor_results({file->document, diagnostics}, project_tree, project.models,
                         project.settings.self_assessments);
    drop_unanswerable({file->document, diagnostics}, project.models,
                      project.settings.self_assessments);
  }
  if (diagnostics.has_errors()) return std::nullopt;
  project.benchmarks =
      read_benchmarks({file->document, diagnostics}, project_tree, project.models);
  project.capability_feeds = load_capability_feeds({file->document, diagnostics}, project);
  if (diagnostics.has_errors()) return std::nullopt;
  return project;
}

}  // namespace stagecraft
