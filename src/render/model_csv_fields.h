#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/maturity_model.h"
#include "render/csv_writer.h"

namespace stagecraft {

// Fields that come back in many tables of a model, and the tables that model_csv.cpp has not.

/// `stage_number` and `stage`; both empty when there is none.
CsvWriter& put_stage(CsvWriter& csv, const MaturityModel& model, std::optional<StageIndex> stage);
/// The ids of `stages`.
CsvWriter& put_stages(CsvWriter& csv, const MaturityModel& model,
                      const std::vector<StageIndex>& stages);
/// The id of `pillar`; empty when there is none.
CsvWriter& put_pillar(CsvWriter& csv, const MaturityModel& model,
                      std::optional<PillarIndex> pillar);
/// First, last and unit; all empty when none is given.
CsvWriter& put_duration(CsvWriter& csv, const Duration& duration);

template <class Id>
CsvWriter& put_ids(CsvWriter& csv, const std::vector<Id>& ids) {
  std::vector<std::string> texts;
  for (const Id& id : ids) texts.push_back(id.text());
  return csv.list(texts);
}

// What is built and asked: model_csv_work.cpp
std::string use_cases_csv(const MaturityModel& model);
std::string phases_csv(const MaturityModel& model);
std::string effort_classes_csv(const MaturityModel& model);
std::string layers_csv(const MaturityModel& model);
std::string questions_csv(const MaturityModel& model);
std::string answers_csv(const MaturityModel& model);
std::string bands_csv(const MaturityModel& model);

// What explains and advises: model_csv_guidance.cpp
std::string claims_csv(const MaturityModel& model);
std::string benefits_csv(const MaturityModel& model);
std::string pitfalls_csv(const MaturityModel& model);
std::string checklists_csv(const MaturityModel& model);
std::string faq_csv(const MaturityModel& model);
std::string glossary_csv(const MaturityModel& model);
std::string roi_inputs_csv(const RoiModel& roi);
std::string roi_lines_csv(const RoiModel& roi);
std::string sources_csv(const MaturityModel& model);
std::string related_stages_csv(const MaturityModel& model);
std::string guidance_csv(const GuidanceTable& table);

}  // namespace stagecraft
