#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "load/id_table.h"
#include "load/map_reader.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// The ids of a model, by kind.
struct ModelIds {
  IdTable<SourceId> sources{"source"};
  IdTable<FacetId> facets{"facet"};
  IdTable<StageId> stages{"stage"};
  IdTable<PillarId> pillars{"pillar"};
  IdTable<CapabilityId> capabilities{"capability"};
  IdTable<RoleId> roles{"role"};
  IdTable<UseCaseId> use_cases{"use case"};
  IdTable<PhaseId> phases{"phase"};
  IdTable<EffortClassId> effort_classes{"effort class"};
  IdTable<LayerId> layers{"layer"};
  IdTable<AnswerSetId> answer_sets{"answer set"};
  IdTable<QuestionId> questions{"question"};
  IdTable<MethodId> methods{"scoring method"};
  IdTable<KpiId> kpis{"KPI"};
  IdTable<ActionId> actions{"action"};
  IdTable<ClaimId> claims{"claim"};
  IdTable<BenefitId> benefits{"benefit"};
  IdTable<PitfallId> pitfalls{"pitfall"};
  IdTable<ChecklistId> checklists{"checklist"};
  IdTable<TableId> tables{"table"};
  IdTable<TopicId> topics{"topic"};
  IdTable<FaqId> faq{"question of readers"};
  IdTable<TermId> glossary{"term"};

  /// Collects the ids of the model at `root`, which is a map.
  void collect(const ReadContext& context, const Node& root);
};

/// A model that is being read. Positions in `ids` are places in the lists of `model`.
struct ModelReading {
  ReadContext context;
  MapReader root;
  ModelIds ids;
  std::vector<std::vector<AnswerOption>> answer_sets;  ///< by their position in `ids`
  MaturityModel model;
};

/// Each of these reads the part of the model that it is named after, and reports every mistake in
/// it. They are called in this order: descriptors need stages, questions pillars, methods both.
void read_head(ModelReading& reading);
void read_sources(ModelReading& reading);
void read_related(ModelReading& reading);
void read_facets(ModelReading& reading);
void read_stages(ModelReading& reading);
void read_transitions(ModelReading& reading);
void read_pillars(ModelReading& reading);
void read_capabilities(ModelReading& reading);
void read_roles(ModelReading& reading);
void read_use_cases(ModelReading& reading);
void read_phases(ModelReading& reading);
void read_effort_classes(ModelReading& reading);
void read_layers(ModelReading& reading);
void read_answer_sets(ModelReading& reading);
void read_questions(ModelReading& reading);
void read_scoring(ModelReading& reading);
void read_kpis(ModelReading& reading);
void read_actions(ModelReading& reading);
void read_claims(ModelReading& reading);
void read_benefits(ModelReading& reading);
void read_pitfalls(ModelReading& reading);
void read_checklists(ModelReading& reading);
void read_tables(ModelReading& reading);
void read_topics(ModelReading& reading);
void read_faq(ModelReading& reading);
void read_glossary(ModelReading& reading);
void read_roi(ModelReading& reading);
void read_accepted(ModelReading& reading);

/// `id`, `formerly` and `source`.
template <class Id>
void read_identity(MapReader& reader, const ModelIds& ids, Part<Id>& part) {
  part.id = reader.required_id<Id>("id");
  part.formerly = reader.ids<Id>("formerly");
  part.source = ids.sources.reference(reader, "source");
}

/// Reads each map of the list at `key`, whose ids are in `table`, as one of `parts`: its identity,
/// then what `read` asks for.
template <class Read, class Element, class Id>
void read_untitled(ModelReading& reading, std::string_view key, const IdTable<Id>& table,
                   std::vector<Element>& parts, const Read& read) {
  reading.root.each_map(key, table.kind(), [&](MapReader& reader) {
    Element part;
    read_identity(reader, reading.ids, part);
    read(reader, part);
    parts.push_back(std::move(part));
  });
}

/// As above, with a `title`.
template <class Read, class Element, class Id>
void read_parts(ModelReading& reading, std::string_view key, const IdTable<Id>& table,
                std::vector<Element>& parts, const Read& read) {
  read_untitled(reading, key, table, parts, [&](MapReader& reader, Element& part) {
    part.title = reader.required_text("title");
    read(reader, part);
  });
}

/// The `from` of something that leads from one stage to the next; an error for the last stage, and
/// when there are stages and the key is missing.
std::optional<StageIndex> read_step(ModelReading& reading, MapReader& reader);

TimeUnit read_time_unit(MapReader& reader);
/// The duration at `key`; not given when the key is missing or after an error.
Duration read_duration(MapReader& reader, std::string_view key);

/// A text for each stage, from the map at `key`.
std::vector<std::string> read_texts_by_stage(const ModelReading& reading, MapReader& reader,
                                             std::string_view key);

/// What waits for what: for each thing of one kind, by its position, those that have to come first.
struct Waiting {
  std::vector<const Node*> nodes;  ///< where each says so; null where it waits for none
  std::vector<std::vector<std::size_t>> needed;

  void add(const Node* node, std::vector<std::size_t> positions);
};

/// Reports everything that waits in a circle, or for something that does. `kinds` is the plural of
/// the kind of `names`.
void report_circles(const ReadContext& context, const Waiting& waiting, const IdNames& names,
                    std::string_view kinds);

}  // namespace stagecraft
