#include "load/read_questions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stagecraft {
namespace {

/// The ends of a scale: each of its numbers is looked at when a model is proven.
constexpr int scale_end = 1000;

bool is_one_of(QuestionType type, std::initializer_list<QuestionType> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

/// Reports `key` where it is given although questions of the type have no use for it.
void refuse_unless(std::initializer_list<QuestionType> types, MapReader& reader,
                   const Question& question, std::string_view key) {
  const Node* node = reader.find(key);
  if (!node || is_one_of(question.type, types)) return;
  std::vector<std::string_view> words;
  for (const QuestionType type : types) words.push_back(type_word(type));
  reader.error(*node,
               fmt::format("'{}' does not belong to a question of the type '{}'", key,
                           type_word(question.type)),
               {fmt::format("it is for: {}", fmt::join(words, ", "))});
}

/// The value of `yes` or `no`.
AnswerOption yes_no_option(MapReader* values, const std::string& id, int otherwise) {
  const std::optional<Exact> given = values ? values->number(id) : std::nullopt;
  return {OptionId(id), "", "", given.value_or(otherwise)};
}

void read_yes_no(MapReader& reader, Question& question) {
  question.options = {yes_no_option(nullptr, "yes", 1), yes_no_option(nullptr, "no", 0)};
  reader.in_map("values", "values", [&](MapReader& values) {
    question.options = {yes_no_option(&values, "yes", 1), yes_no_option(&values, "no", 0)};
  });
}

/// The options of a choice, several or state: of an answer set or the question's own.
void read_answers(const ModelReading& reading, MapReader& reader, Question& question) {
  const Node* node = reader.find_required("answers");
  if (!node) return;
  if (node->is_scalar()) {
    const auto set = reading.ids.answer_sets.resolve(reading.context, *node);
    if (!set) return;
    question.options = reading.answer_sets[*set];
  } else if (node->kind == NodeKind::list) {
    question.options = read_options(reader);
  } else {
    reader.error(*node, "'answers' must be a list, or the id of an answer set");
  }
  const bool has_values =
      std::all_of(question.options.begin(), question.options.end(),
                  [](const AnswerOption& option) { return option.value.has_value(); });
  if (!has_values && question.type != QuestionType::several)
    reader.error(*node,
                 fmt::format("the answers of a question of the type '{}' need a 'value' each",
                             type_word(question.type)));
}

void check_ends(MapReader& reader, const Question& question) {
  const Node* last = reader.find("to") ? reader.find("to") : reader.find("from");
  if (last && question.from >= question.to) reader.error(*last, "'from' must be below 'to'");
}

void read_ends(MapReader& reader, Question& question) {
  switch (question.type) {
    case QuestionType::scale: {
      const std::size_t errors_before = reader.context().diagnostics.error_count();
      question.from = reader.whole("from", -scale_end, scale_end, 1);
      question.to = reader.whole("to", -scale_end, scale_end, 5);
      if (reader.context().diagnostics.error_count() == errors_before) check_ends(reader, question);
      return;
    }
    case QuestionType::number: {
      const std::optional<Exact> from = reader.required_number("from");
      const std::optional<Exact> to = reader.required_number("to");
      if (!from || !to) return;
      question.from = *from;
      question.to = *to;
      return check_ends(reader, question);
    }
    case QuestionType::percent:
      question.to = 100;
      return;
    default:
      return;
  }
}

/// One option for each stage, described as the pillar describes it.
void read_stage_options(const ModelReading& reading, MapReader& reader, Question& question) {
  const MaturityModel& model = reading.model;
  if (model.stages.empty())
    return reader.error(reader.node(),
                        "a question of the type 'stage' needs stages, and the model has none");
  const std::vector<Contribution>& contributions = question.contributions;
  const Pillar* pillar = contributions.empty() || !contributions.front().pillar
                             ? nullptr
                             : &model.pillars[*contributions.front().pillar];
  if (!pillar && !model.pillars.empty() && !reader.find("pillar"))
    reader.error(reader.node(),
                 "a question of the type 'stage' needs a 'pillar', which describes "
                 "the stages");
  for (StageIndex stage = 0; stage < model.stages.size(); ++stage)
    question.options.push_back({OptionId(model.stages[stage].id.text()),
                                pillar ? pillar->descriptors[stage].text : "", "",
                                Exact(stage + 1)});
}

Contribution read_contribution(const ModelIds& ids, MapReader& reader) {
  Contribution contribution;
  contribution.pillar = ids.pillars.position(reader, "pillar");
  contribution.stage = ids.stages.position(reader, "stage");
  contribution.weight = reader.weight("weight");
  return contribution;
}

void read_contributions(const ModelReading& reading, MapReader& reader, Question& question) {
  const Contribution own = read_contribution(reading.ids, reader);
  if (!reader.find("counts_towards")) {
    if (question.is_scored() || own.pillar || own.stage) question.contributions = {own};
    return;
  }
  for (const std::string_view key : {"pillar", "stage", "weight"})
    if (const Node* node = reader.find(key))
      reader.error(*node, fmt::format("'{}' cannot stand beside 'counts_towards'", key));
  reader.check_entries("counts_towards", 1);
  reader.each_map("counts_towards", "entry of 'counts_towards'", [&](MapReader& entry) {
    question.contributions.push_back(read_contribution(reading.ids, entry));
  });
}

/// What the type of `question` asks for and what it rules out.
void read_by_type(const ModelReading& reading, MapReader& reader, Question& question) {
  using enum QuestionType;
  refuse_unless({choice, several, state}, reader, question, "answers");
  refuse_unless({scale, number}, reader, question, "from");
  refuse_unless({scale, number}, reader, question, "to");
  refuse_unless({number}, reader, question, "unit");
  refuse_unless({yes_no}, reader, question, "values");
  if (question.type == yes_no) read_yes_no(reader, question);
  if (question.type == stage) read_stage_options(reading, reader, question);
  if (is_one_of(question.type, {choice, several, state})) read_answers(reading, reader, question);
  read_ends(reader, question);
  refuse_unless({several, scale, percent, number, stage}, reader, question, "map");
  if (is_one_of(question.type, {several, scale, percent, number, stage}))
    read_worth_map(reader, question);
}

void read_question(const ModelReading& reading, MapReader& reader, Question& question) {
  question.type = reader.choice("type", question_type_words, QuestionType::yes_no);
  question.text = reader.required_text("text");
  question.title = reader.text("title");
  if (question.title.empty()) question.title = question.text;
  question.help = reader.text("help");
  question.evidence = reader.text("evidence");
  question.unit = reader.text("unit");
  question.roles = reading.ids.roles.references(reader, "roles");
  read_contributions(reading, reader, question);
  read_by_type(reading, reader, question);
}

}  // namespace

std::string_view type_word(QuestionType type) {
  return std::find_if(question_type_words.begin(), question_type_words.end(),
                      [&](const Word<QuestionType>& word) { return word.meaning == type; })
      ->text;
}

std::vector<AnswerOption> read_options(MapReader& reader) {
  IdTable<OptionId> ids("answer");
  ids.collect_list(reader.context(), reader.find("answers"));
  reader.check_entries("answers", 2);
  std::vector<AnswerOption> options;
  std::vector<const Node*> without_value;
  reader.each_map("answers", "answer", [&](MapReader& answer) {
    AnswerOption option;
    option.id = answer.required_id<OptionId>("id");
    if (option.id.text() == "unknown" || option.id.text() == "not-applicable")
      answer.error(*answer.find("id"),
                   fmt::format("the answer '{}' is always possible, and no model "
                               "can have its own",
                               option.id.text()));
    option.text = answer.required_text("text");
    option.help = answer.text("help");
    option.value = answer.number("value");
    if (!answer.find("value")) without_value.push_back(&answer.node());
    options.push_back(std::move(option));
  });
  if (without_value.size() < options.size())
    for (const Node* node : without_value)
      reader.error(*node, "this answer has no 'value', and others have one");
  return options;
}

void read_answer_sets(ModelReading& reading) {
  reading.root.each_map("answer_sets", "answer set", [&](MapReader& reader) {
    reader.required_id<AnswerSetId>("id");
    reader.find_required("answers");
    reading.answer_sets.push_back(read_options(reader));
  });
}

void read_questions(ModelReading& reading) {
  std::vector<const Node*> conditions;
  read_untitled(reading, "questions", reading.ids.questions, reading.model.questions,
                [&](MapReader& reader, Question& question) {
                  read_question(reading, reader, question);
                  conditions.push_back(reader.find("asked_if"));
                });
  read_conditions(reading, conditions);
}

}  // namespace stagecraft
