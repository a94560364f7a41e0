#include "load/load_assessment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "load/map_reader.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<Audience>, 2> audience_words{
    {{"client", Audience::client}, {"public", Audience::everyone}}};
constexpr std::array<Word<ProofMethod>, 4> method_words{
    {{"holdout", ProofMethod::holdout},
     {"ab-test", ProofMethod::ab_test},
     {"before-after", ProofMethod::before_after},
     {"estimate", ProofMethod::estimate}}};
constexpr std::array<Word<AnswerState>, 6> answer_words{
    {{"yes", AnswerState::yes},
     {"no", AnswerState::no},
     {"unknown", AnswerState::unknown},
     {"not-applicable", AnswerState::not_applicable},
     {"true", AnswerState::yes},
     {"false", AnswerState::no}}};

/// The ids of `parts`, for messages.
template <class Part>
std::vector<std::string> ids_of(const std::vector<Part>& parts) {
  std::vector<std::string> ids;
  for (const Part& part : parts) ids.push_back(part.id.text());
  return ids;
}

/// The part of `parts` that `name` is the id of; null, and an error at `at`, when there is none.
template <class Part>
const Part* resolve(const ReadContext& context, const std::vector<Part>& parts,
                    const SourceSpan& at, const std::string& name, std::string_view kind) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Part& part) { return part.id.text() == name; });
  if (found != parts.end()) return &*found;
  context.diagnostics.error(at, fmt::format("unknown {} '{}'", kind, name),
                            {choices_note(name, ids_of(parts))});
  return nullptr;
}

std::optional<AnswerState> read_state(const ReadContext& context, const Node& node,
                                      const Question& question) {
  if (node.is_scalar())
    for (const Word<AnswerState>& word : answer_words)
      if (node.scalar == word.text) return word.meaning;
  context.error(
      node,
      node.is_scalar()
          ? fmt::format("unknown answer '{}' for question '{}'", node.scalar, question.id.text())
          : fmt::format("the answer to '{}' must be a word", question.id.text()),
      {"one of: yes, no, unknown, not-applicable"});
  return std::nullopt;
}

/// An answer in short (`yes`) or as a map with `answer`, `note` and `evidence`.
std::optional<Answer> read_answer(const ReadContext& context, const Node& node,
                                  const Question& question) {
  Answer answer;
  const Node* word = &node;
  if (node.kind == NodeKind::map) {
    MapReader reader(context, node, "answer");
    word = reader.find_required("answer");
    answer.note = reader.text("note");
    answer.evidence = reader.text("evidence");
    reader.finish();
    if (!word) return std::nullopt;
  }
  const std::optional<AnswerState> state = read_state(context, *word, question);
  if (!state) return std::nullopt;
  answer.state = *state;
  if (answer.state == AnswerState::not_applicable && answer.note.empty())
    context.error(
        *word, fmt::format("say why '{}' does not apply", question.id.text()),
        {"for example: {answer: not-applicable, note: \"we sell through partners only\"}"});
  return answer;
}

void read_answers(MapReader& root, const MaturityModel& model, Assessment& assessment) {
  const ReadContext& context = root.context();
  root.each_member("answers", [&](const Member& member) {
    const Question* question = resolve(
        context, model.questions, context.document.span_of_key(member), member.key, "question");
    if (!question || member.value.kind == NodeKind::null) return;
    if (auto answer = read_answer(context, member.value, *question))
      assessment.answers.emplace(question->id, std::move(*answer));
  });
}

std::optional<KpiValue> read_kpi_value(const ReadContext& context, const Node& node,
                                       const Kpi& kpi) {
  MapReader reader(context, node, "KPI value");
  if (node.kind != NodeKind::map) return std::nullopt;
  if (kpi.unit == Unit::text)
    reader.error(node, fmt::format("the KPI '{}' has no number in this model", kpi.id.text()));
  const std::optional<Exact> number = reader.required_number("value");
  KpiValue value;
  value.value = number.value_or(0);
  value.date = reader.date("date");
  value.source = reader.text("source");
  if (reader.find("method"))
    value.method = reader.choice("method", method_words, ProofMethod::estimate);
  reader.finish();
  return number ? std::optional(std::move(value)) : std::nullopt;
}

void read_kpis(MapReader& root, const MaturityModel& model, Assessment& assessment) {
  const ReadContext& context = root.context();
  root.each_member("kpis", [&](const Member& member) {
    const Kpi* kpi =
        resolve(context, model.kpis, context.document.span_of_key(member), member.key, "KPI");
    if (!kpi || member.value.kind == NodeKind::null) return;
    if (auto value = read_kpi_value(context, member.value, *kpi))
      assessment.kpis.emplace(kpi->id, std::move(*value));
  });
}

void read_target(MapReader& root, const MaturityModel& model, Assessment& assessment) {
  const Node* node = root.find("target");
  if (!node) return;
  MapReader reader(root.context(), *node, "target");
  if (node->kind != NodeKind::map) return;
  const Node* stage_node = reader.find_required("stage");
  const std::optional<Date> by = reader.date("by");
  if (const Node* by_node = reader.find("by"); by && *by <= assessment.date)
    reader.error(*by_node, "the target date is not after the assessment's date");
  reader.finish();
  const auto name = stage_node ? read_text(root.context(), *stage_node, "stage") : std::nullopt;
  if (!name) return;
  const Stage* stage = resolve(root.context(), model.stages,
                               root.context().document.span_of(*stage_node), *name, "stage");
  if (stage) assessment.target = Target{static_cast<StageIndex>(stage - model.stages.data()), by};
}

void read_owners(MapReader& root, const MaturityModel& model, Assessment& assessment) {
  const ReadContext& context = root.context();
  root.each_member("owners", [&](const Member& member) {
    const Action* action =
        resolve(context, model.actions, context.document.span_of_key(member), member.key, "action");
    const auto owner = read_text(context, member.value, member.key);
    if (action && owner) assessment.owners.emplace(action->id, *owner);
  });
}

Subject read_subject(MapReader& root) {
  const Node* node = root.find_required("subject");
  if (!node) return {};
  MapReader reader(root.context(), *node, "subject");
  if (node->kind != NodeKind::map) return {};
  Subject subject{reader.required_id<SubjectId>("id"), reader.required_text("name"),
                  reader.text("description")};
  reader.finish();
  return subject;
}

const MaturityModel* read_model(MapReader& root, const std::vector<MaturityModel>& models) {
  const Node* node = root.find_required("model");
  if (!node) return nullptr;
  const std::optional<std::string> name = read_text(root.context(), *node, "model");
  if (!name) return nullptr;
  return resolve(root.context(), models, root.context().document.span_of(*node), *name, "model");
}

}  // namespace

std::optional<Assessment> load_assessment(const Document& document,
                                          const std::vector<MaturityModel>& models,
                                          Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MapReader root(ReadContext{document, diagnostics}, document.root, "the assessment");
  if (document.root.kind != NodeKind::map) return std::nullopt;

  Assessment assessment;
  assessment.subject = read_subject(root);
  if (root.find_required("date")) assessment.date = root.date("date").value_or(Date{});
  assessment.model_version = root.text("model_version");
  assessment.audience = root.choice("audience", audience_words, Audience::client);
  assessment.scope = root.text("scope");
  assessment.assessor = root.text("assessor");
  const MaturityModel* model = read_model(root, models);
  if (!model) {
    for (const char* key : {"target", "answers", "kpis", "owners"}) root.find(key);
  } else {
    assessment.model = model->id;
    read_target(root, *model, assessment);
    read_answers(root, *model, assessment);
    read_kpis(root, *model, assessment);
    read_owners(root, *model, assessment);
  }
  root.finish();
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return assessment;
}

}  // namespace stagecraft
