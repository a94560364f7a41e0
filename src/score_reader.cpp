#include "score_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/loose_text.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "format/csv.h"
#include "load/embedded_files.h"
#include "load/find_model.h"
#include "load/lint_model.h"
#include "load/load_assessment.h"
#include "load/load_benchmark.h"
#include "load/load_results.h"
#include "load/load_survey.h"
#include "load/map_reader.h"

namespace stagecraft {
namespace {

std::string file_stem(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

bool is_folder(const std::string& path) {
  const NamedFile file = named_file(path);
  return file.name.empty() || file.files.kind_of(file.name) == FileKind::directory;
}

/// The last name in the path of a folder; "Results" where that is none.
std::string folder_name(std::string path) {
  while (path.ends_with('/')) path.pop_back();
  const std::string name = path.substr(path.rfind('/') + 1);
  const bool is_name = !find_bad_utf8(name) && !slug_text(name).empty();
  return is_name ? name : "Results";
}

/// Reads what one command names.
class ScoreReader {
 public:
  ScoreReader(const ScoreOptions& options, Diagnostics& diagnostics)
      : options_(options),
        diagnostics_(diagnostics),
        disk_(options.project),
        project_{disk_, shown_prefix(options.project)},
        built_in_{embedded_files(), "<built-in>/"},
        layers_(project_, built_in_) {}

  /// Nothing, and errors, when something is wrong.
  std::optional<ScoreInput> read();
  bool read_each(const std::function<void(const MaturityModel&, const Assessment&)>& take);

 private:
  std::optional<ScoreInput> read_survey();
  std::optional<ScoreInput> read_assessment();
  std::optional<ScoreInput> read_results();
  bool read_files(const std::function<void(const std::string&, const Document&)>& take);
  bool read_earlier(ScoreInput& input);
  bool is_earlier(const Document& document, const Assessment& earlier, const ScoreInput& input);
  std::optional<MaturityModel> given_model();
  std::optional<MaturityModel> model_named_in(const Document& document);
  bool is_made_with(const Document& document, const MaturityModel& model) const;
  std::optional<MaturityModel> sound(std::optional<ModelFile> file);

  bool load_model_once(const Document& document, std::vector<MaturityModel>& models);

  const ScoreOptions& options_;
  Diagnostics& diagnostics_;
  bool has_failed_ = false;  // the model cannot be read, which is said once
  DiskFiles disk_;
  FileTree project_;
  FileTree built_in_;
  Layers layers_;
};

/// The model of `file` if answers can be scored with it. What else the linter finds is of interest
/// to the model's authors only.
std::optional<MaturityModel> ScoreReader::sound(std::optional<ModelFile> file) {
  if (!file) return std::nullopt;
  report_unsound_methods(file->document, file->model, diagnostics_);
  if (diagnostics_.has_errors()) return std::nullopt;
  return std::move(file->model);
}

std::optional<MaturityModel> ScoreReader::given_model() {
  return sound(find_model_or_file(layers_, *options_.model, diagnostics_));
}

std::optional<MaturityModel> ScoreReader::model_named_in(const Document& document) {
  const ReadContext context{document, diagnostics_};
  MapReader root(context, document.root, "the assessment");
  const Node* name = root.find_required("model");
  const std::optional<std::string> id = name ? read_id(context, *name, "model") : std::nullopt;
  if (!id) return std::nullopt;
  return sound(find_named_model(layers_, *id, document.span_of(*name), diagnostics_));
}

/// Whether the assessment names `model`, by its id or an earlier one. What names none at all is
/// left to the reader of assessments.
bool ScoreReader::is_made_with(const Document& document, const MaturityModel& model) const {
  const Node* name = document.root.find("model");
  if (!name || !name->is_scalar() || name->scalar == model.id.text()) return true;
  for (const ModelId& id : model.formerly)
    if (id.text() == name->scalar) return true;
  diagnostics_.error(document.span_of(*name),
                     fmt::format("the assessment is made with the model '{}', and the model "
                                 "given is '{}'",
                                 name->scalar, model.id.text()));
  return false;
}

std::optional<ScoreInput> ScoreReader::read_assessment() {
  const NamedFile file = named_file(options_.assessment);
  const auto document = read_document_file(file.tree(), file.name, diagnostics_);
  std::optional<MaturityModel> model;
  if (options_.model)
    model = given_model();
  else if (document)
    model = model_named_in(*document);
  if (!document || !model || !is_made_with(*document, *model)) return std::nullopt;
  ScoreInput input;
  input.models.push_back(std::move(*model));
  auto assessment = load_assessment(*document, input.models, diagnostics_);
  if (!assessment) return std::nullopt;
  input.assessment = std::move(*assessment);
  if (options_.since && !read_earlier(input)) return std::nullopt;
  return input;
}

std::string separator_words(CsvSeparator separator) {
  switch (separator) {
    case CsvSeparator::comma:
      return "fields separated by commas";
    case CsvSeparator::semicolon:
      return "fields separated by semicolons";
    case CsvSeparator::tab:
      return "fields separated by tabs";
  }
  return {};
}

std::optional<ScoreInput> ScoreReader::read_survey() {
  const NamedFile file = named_file(options_.assessment);
  auto source = read_source(file.tree(), file.name, text_file_limit, diagnostics_);
  const auto survey =
      source ? parse_csv(std::move(source), DocumentLimits{}, diagnostics_) : std::nullopt;
  std::optional<MaturityModel> model = given_model();
  if (!survey || !model) return std::nullopt;
  const std::string stem = file_stem(options_.assessment);
  const bool is_name = !find_bad_utf8(stem) && !without_outer_blanks(stem).empty();
  const SurveyHead head{options_.subject.value_or(is_name ? stem : "Survey"), options_.date};
  auto assessment = load_survey(*survey, *model, head, diagnostics_);
  if (!assessment) return std::nullopt;
  const std::size_t respondents = assessment->respondents.size();
  std::string summary =
      fmt::format("; {} respondent{}, {}{}", respondents, respondents == 1 ? "" : "s",
                  separator_words(survey->separator),
                  survey->is_windows_1252 ? ", read as Windows-1252" : "");
  ScoreInput input;
  input.models.push_back(std::move(*model));
  input.assessment = std::move(*assessment);
  input.summary = std::move(summary);
  return input;
}

/// Calls `take` with each assessment file in the folder and below, and its path there. Whether all
/// of them could be read.
bool ScoreReader::read_files(
    const std::function<void(const std::string&, const Document&)>& take) {
  const DiskFiles files(options_.assessment);
  const FileTree tree{files, shown_prefix(options_.assessment)};
  std::size_t count = 0;
  for (const std::string& path : files_below(tree, "")) {
    if (!is_data_file(path)) continue;
    ++count;
    if (const auto document = read_document_file(tree, path, diagnostics_)) {
      take(path, *document);
    }
    if (diagnostics_.error_count() >= Diagnostics::kept_limit) return false;
  }
  if (count == 0)
    diagnostics_.error_in(options_.assessment, "the folder holds no assessment",
                          {"assessments end in .yaml, .yml or .json"});
  return !diagnostics_.has_errors();
}

std::optional<ScoreInput> ScoreReader::read_results() {
  ScoreInput input;
  std::vector<ResultFile> results;
  const bool is_whole = read_files([&](const std::string& path, const Document& document) {
    if (!load_model_once(document, input.models)) return;
    check_result(document, diagnostics_);
    if (auto assessment = load_assessment(document, input.models, diagnostics_))
      results.push_back({path.substr(0, path.rfind('.')), std::move(*assessment)});
  });
  if (!is_whole) return std::nullopt;
  const SurveyHead head{options_.subject.value_or(folder_name(options_.assessment)), options_.date};
  const std::size_t count = results.size();
  auto combined = combine_results(std::move(results), input.models.front(), head,
                                  options_.assessment, diagnostics_);
  if (!combined) return std::nullopt;
  input.assessment = std::move(*combined);
  input.summary = fmt::format("; {} respondent{}, one in each file", count, count == 1 ? "" : "s");
  return input;
}

bool ScoreReader::read_each(
    const std::function<void(const MaturityModel&, const Assessment&)>& take) {
  std::vector<MaturityModel> models;
  return read_files([&](const std::string&, const Document& document) {
    if (!load_model_once(document, models)) return;
    if (const auto assessment = load_assessment(document, models, diagnostics_))
      take(models.front(), *assessment);
  });
}

/// Whether `earlier` can be compared with the assessment of `input`.
bool ScoreReader::is_earlier(const Document& document, const Assessment& earlier,
                             const ScoreInput& input) {
  const auto refuse = [&](const char* key, std::string message) {
    if (const Node* at = document.root.find(key))
      diagnostics_.error(document.span_of(*at), std::move(message));
  };
  if (earlier.subject.id != input.assessment.subject.id)
    refuse("subject", fmt::format("this is about '{}', and what it is compared with about '{}'",
                                  earlier.subject.id.text(), input.assessment.subject.id.text()));
  if (earlier.date >= input.assessment.date)
    refuse("date", fmt::format("this is not before {}, the date that it is compared with",
                               iso_text(input.assessment.date)));
  return !diagnostics_.has_errors();
}

bool ScoreReader::read_earlier(ScoreInput& input) {
  const NamedFile file = named_file(*options_.since);
  const auto document = read_document_file(file.tree(), file.name, diagnostics_);
  if (options_.since_model) {
    auto model = sound(find_model_or_file(layers_, *options_.since_model, diagnostics_));
    if (model) input.earlier_models.push_back(std::move(*model));
    if (!model) return false;
  }
  const auto& models = options_.since_model ? input.earlier_models : input.models;
  if (!document || !is_made_with(*document, models.front())) return false;
  auto earlier = load_assessment(*document, models, diagnostics_);
  if (!earlier || !is_earlier(*document, *earlier, input)) return false;
  input.earlier = std::move(*earlier);
  return true;
}

/// Puts the model of the first assessment into `models`; whether `document` is made with it.
bool ScoreReader::load_model_once(const Document& document, std::vector<MaturityModel>& models) {
  if (has_failed_) return false;
  if (models.empty()) {
    auto model = options_.model ? given_model() : model_named_in(document);
    has_failed_ = !model;
    if (!model) return false;
    models.push_back(std::move(*model));
  }
  return is_made_with(document, models.front());
}

std::optional<ScoreInput> ScoreReader::read() {
  std::optional<ScoreInput> input;
  const bool is_single = !is_survey(options_.assessment) && !is_folder(options_.assessment);
  if (is_single && (options_.subject || options_.date))
    diagnostics_.error_in(options_.assessment,
                          "an assessment says itself whom it is about and when; --subject and "
                          "--date are for surveys and folders of results");
  if (is_survey(options_.assessment))
    input = read_survey();
  else
    input = is_folder(options_.assessment) ? read_results() : read_assessment();
  if (input && options_.benchmark) {
    const NamedFile file = named_file(*options_.benchmark);
    if (const auto document = read_document_file(file.tree(), file.name, diagnostics_))
      input->benchmark = load_benchmark(*document, input->models.front(), diagnostics_);
  }
  if (diagnostics_.has_errors()) return std::nullopt;
  return input;
}

}  // namespace

bool is_survey(std::string_view path) {
  constexpr std::string_view ending = ".csv";
  if (path.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), path.end() - ending.size(), [](char a, char b) {
    return a == ('A' <= b && b <= 'Z' ? b - 'A' + 'a' : b);
  });
}

std::optional<ScoreInput> read_score_input(const ScoreOptions& options, Diagnostics& diagnostics) {
  return ScoreReader(options, diagnostics).read();
}

bool read_each_assessment(
    const ScoreOptions& options, Diagnostics& diagnostics,
    const std::function<void(const MaturityModel&, const Assessment&)>& take) {
  return ScoreReader(options, diagnostics).read_each(take);
}

}  // namespace stagecraft
