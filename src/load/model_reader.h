#pragma once

#include <vector>

#include "load/id_table.h"
#include "load/map_reader.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// Reads the parts of a model file into `model`, in an order in which every reference points back.
/// Each part is one function; load_model() is the list of them.
class ModelReader {
 public:
  ModelReader(const ReadContext& context, const Node& root);

  /// The model as far as it could be read.
  MaturityModel read();

 private:
  void read_head();
  void read_sources();
  void read_facets();
  void read_stages();
  void read_stage(MapReader& reader);
  void read_facet_texts(MapReader& reader, Stage& stage);
  void read_transitions();
  void read_questions();
  void read_scoring();
  void read_bands(MapReader& reader, ScoringMethod& method);
  void read_kpis();
  void read_typical_values(MapReader& reader, Kpi& kpi);
  TypicalValue read_typical_value(const Node& node, Unit unit);
  void read_actions();
  void read_action(MapReader& reader);
  Duration read_duration(MapReader& reader);
  void resolve_dependencies();
  void report_circles();
  void read_claims();

  /// The stage that the member `key` names; 0 after an error.
  StageIndex required_stage(MapReader& reader, std::string_view key);
  /// As required_stage(), for something that leads to the next stage: the last one is an error.
  StageIndex required_step(MapReader& reader, std::string_view key);

  ReadContext context_;
  MapReader root_;
  MaturityModel model_;
  IdTable<SourceId> sources_{"source"};
  IdTable<FacetId> facets_{"facet"};
  IdTable<StageId> stages_{"stage"};
  IdTable<QuestionId> questions_{"question"};
  IdTable<KpiId> kpis_{"KPI"};
  IdTable<ActionId> actions_{"action"};
  IdTable<ClaimId> claims_{"claim"};
  std::vector<const Node*>
      dependencies_;  // the `depends_on` of each action, null where it has none
};

}  // namespace stagecraft
