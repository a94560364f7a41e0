#include "score_file.h"

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
#include "load/load_survey.h"
#include "load/map_reader.h"
#include "render/score_record.h"
#include "render/score_sheet.h"

namespace stagecraft {
namespace {

std::string file_stem(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
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

  struct Scored {
    MaturityModel model;
    Assessment assessment;
    std::string summary;
  };

  /// Nothing, and errors, when something is wrong.
  std::optional<Scored> read();

 private:
  std::optional<Scored> read_survey();
  std::optional<Scored> read_assessment();
  std::optional<MaturityModel> given_model();
  std::optional<MaturityModel> model_named_in(const Document& document);
  bool is_made_with(const Document& document, const MaturityModel& model) const;
  std::optional<MaturityModel> sound(std::optional<ModelFile> file);

  const ScoreOptions& options_;
  Diagnostics& diagnostics_;
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

std::optional<ScoreReader::Scored> ScoreReader::read_assessment() {
  const NamedFile file = named_file(options_.assessment);
  const auto document = read_document_file(file.tree(), file.name, diagnostics_);
  std::optional<MaturityModel> model;
  if (options_.model)
    model = given_model();
  else if (document)
    model = model_named_in(*document);
  if (!document || !model || !is_made_with(*document, *model)) return std::nullopt;
  auto assessment = load_assessment(*document, {*model}, diagnostics_);
  if (!assessment) return std::nullopt;
  return Scored{std::move(*model), std::move(*assessment), ""};
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

std::optional<ScoreReader::Scored> ScoreReader::read_survey() {
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
  return Scored{std::move(*model), std::move(*assessment), std::move(summary)};
}

std::optional<ScoreReader::Scored> ScoreReader::read() {
  auto scored = is_survey(options_.assessment) ? read_survey() : read_assessment();
  if (diagnostics_.has_errors()) return std::nullopt;
  return scored;
}

std::string text_of(ScoreFormat format, const MaturityModel& model, const Assessment& assessment) {
  const Scores scores = score_assessment(model, assessment);
  if (format == ScoreFormat::json) return score_record(model, assessment, scores).dump(2) + "\n";
  const ScoreSheet sheet = score_sheet(model, assessment, scores);
  return format == ScoreFormat::markdown ? score_markdown(sheet) : score_table(sheet);
}

}  // namespace

bool is_survey(std::string_view path) {
  constexpr std::string_view ending = ".csv";
  if (path.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), path.end() - ending.size(), [](char a, char b) {
    return a == ('A' <= b && b <= 'Z' ? b - 'A' + 'a' : b);
  });
}

ScoreResult score_file(const ScoreOptions& options, Diagnostics& diagnostics) {
  const auto scored = ScoreReader(options, diagnostics).read();
  if (!scored) return {};
  ScoreResult result;
  result.complete = true;
  result.text = text_of(options.format, scored->model, scored->assessment);
  result.summary = fmt::format("{}: scored by the model '{}' {}{}", options.assessment,
                               scored->model.id.text(), scored->model.version, scored->summary);
  return result;
}

}  // namespace stagecraft
