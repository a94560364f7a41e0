#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/maturity_model.h"

namespace stagecraft {

/// What the rows of one table of a model are. content/docs/data.md, "Tables", lists them.
enum class TablePart {
  stages,
  facets_by_stage,
  transitions,
  pillars,
  pillars_by_stage,
  capabilities,
  capabilities_by_stage,
  roles,
  roles_by_stage,
  use_cases,
  phases,
  effort_classes,
  layers,
  questions,
  answers,
  bands,
  kpis,
  kpis_by_stage,
  actions,
  claims,
  benefits,
  pitfalls,
  checklists,
  faq,
  glossary,
  roi_inputs,
  roi_lines,
  sources,
  related_stages,
  guidance
};

/// One table of a model.
struct ModelTable {
  TablePart part = TablePart::stages;
  std::size_t guidance = 0;  ///< index into MaturityModel::tables; of part guidance
  std::string name;          ///< of its file, without the ending: "kpis-by-stage", "table-<id>"
};

/// The tables of `model` that have rows, in the order of the manual.
std::vector<ModelTable> tables_of(const MaturityModel& model);

}  // namespace stagecraft
