#include "model/words.h"
#include "render/model_csv_fields.h"

namespace stagecraft {

CsvWriter& put_stage(CsvWriter& csv, const MaturityModel& model, std::optional<StageIndex> stage) {
  if (!stage) return csv.empty().empty();
  return csv.number(*stage + 1).text(model.stages[*stage].id.text());
}

CsvWriter& put_stages(CsvWriter& csv, const MaturityModel& model,
                      const std::vector<StageIndex>& stages) {
  std::vector<StageId> ids;
  for (const StageIndex stage : stages) ids.push_back(model.stages[stage].id);
  return put_ids(csv, ids);
}

CsvWriter& put_pillar(CsvWriter& csv, const MaturityModel& model,
                      std::optional<PillarIndex> pillar) {
  return csv.text(pillar ? model.pillars[*pillar].id.text() : "");
}

CsvWriter& put_duration(CsvWriter& csv, const Duration& duration) {
  if (!duration.is_given()) return csv.empty().empty().empty();
  return csv.number(duration.from)
      .number(duration.to)
      .text(word_of(time_unit_words, duration.unit));
}

std::string use_cases_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "title", "text", "stage_number", "stage", "pillar", "complexity",
                 "components", "effort_class", "build_from", "build_to", "build_unit",
                 "pays_back_from", "pays_back_to", "pays_back_unit", "primary_kpi",
                 "secondary_kpis", "capabilities", "source"});
  for (const UseCase& use_case : model.use_cases) {
    csv.text(use_case.id.text()).text(use_case.title).text(use_case.text);
    put_stage(csv, model, use_case.stage);
    put_pillar(csv, model, use_case.pillar);
    csv.text(use_case.complexity == Complexity::not_given
                 ? ""
                 : word_of(complexity_words, use_case.complexity));
    csv.list(use_case.components).text(use_case.effort_class.text());
    put_duration(csv, use_case.build_time);
    put_duration(csv, use_case.pays_back).text(use_case.primary_kpi.text());
    put_ids(csv, use_case.secondary_kpis);
    put_ids(csv, use_case.capabilities).text(use_case.source.text()).end_row();
  }
  return csv.take();
}

std::string phases_csv(const MaturityModel& model) {
  CsvWriter csv({"number", "id", "title", "text", "duration_from", "duration_to", "duration_unit",
                 "entry", "activities", "gate", "source"});
  for (std::size_t i = 0; i < model.phases.size(); ++i) {
    const Phase& phase = model.phases[i];
    csv.number(i + 1).text(phase.id.text()).text(phase.title).text(phase.text);
    put_duration(csv, phase.duration).list(phase.entry).list(phase.activities).list(phase.gate);
    csv.text(phase.source.text()).end_row();
  }
  return csv.take();
}

std::string effort_classes_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "title", "text", "points", "from", "to", "unit", "source"});
  for (const EffortClass& effort : model.effort_classes) {
    csv.text(effort.id.text()).text(effort.title).text(effort.text).list(effort.points);
    csv.number(effort.from);
    csv.number(effort.to ? std::optional<Exact>(*effort.to) : std::nullopt);
    csv.text(word_of(time_unit_words, effort.unit)).text(effort.source.text()).end_row();
  }
  return csv.take();
}

std::string layers_csv(const MaturityModel& model) {
  CsvWriter csv({"layer_number", "layer", "layer_title", "stage_number", "stage", "component",
                 "text", "source"});
  for (std::size_t i = 0; i < model.layers.size(); ++i) {
    const Layer& layer = model.layers[i];
    std::vector<LayerComponent> components = layer.components;
    if (components.empty()) components.push_back({{}, layer.text, layer.source});
    for (const LayerComponent& component : components) {
      csv.number(i + 1).text(layer.id.text()).text(layer.title);
      put_stage(csv, model, layer.stage).text(component.title).text(component.text);
      csv.text(component.source.text()).end_row();
    }
  }
  return csv.take();
}

std::string questions_csv(const MaturityModel& model) {
  CsvWriter csv({"number", "id", "title", "question", "type", "help", "evidence", "unit", "from",
                 "to", "pillars", "stages", "roles", "source"});
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    const Question& question = model.questions[i];
    std::vector<PillarId> pillars;
    std::vector<StageIndex> stages;
    for (const Contribution& contribution : question.contributions) {
      if (contribution.pillar) pillars.push_back(model.pillars[*contribution.pillar].id);
      if (contribution.stage) stages.push_back(*contribution.stage);
    }
    csv.number(i + 1).text(question.id.text()).text(question.title).text(question.text);
    csv.text(word_of(question_type_words, question.type)).text(question.help);
    csv.text(question.evidence).text(question.unit);
    const bool has_ends = question.takes_number();
    csv.number(has_ends ? std::optional(question.from) : std::nullopt);
    csv.number(has_ends ? std::optional(question.to) : std::nullopt);
    put_ids(csv, pillars);
    put_stages(csv, model, stages);
    put_ids(csv, question.roles).text(question.source.text()).end_row();
  }
  return csv.take();
}

std::string answers_csv(const MaturityModel& model) {
  CsvWriter csv({"question", "answer", "text", "help", "value"});
  for (const Question& question : model.questions)
    for (const AnswerOption& option : question.options) {
      csv.text(question.id.text()).text(option.id.text()).text(option.text).text(option.help);
      csv.number(option.value).end_row();
    }
  return csv.take();
}

std::string bands_csv(const MaturityModel& model) {
  CsvWriter csv({"method", "method_title", "from", "stage_number", "stage", "meaning", "priority"});
  for (const ScoringMethod& method : model.methods) {
    const auto* bands = std::get_if<Bands>(&method.overall.stage);
    if (!bands) continue;
    for (const Band& band : *bands) {
      csv.text(method.id.text()).text(method.title).number(band.from);
      put_stage(csv, model, band.stage).text(band.meaning).text(band.priority).end_row();
    }
  }
  return csv.take();
}

}  // namespace stagecraft
