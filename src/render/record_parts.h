#pragma once

#include "model/maturity_model.h"
#include "render/record_fields.h"

namespace stagecraft {

// The parts of a model as JSON, in the keys and shapes of content/docs/model-format.md. References
// are ids. What is not given is left out; a word or number that a file may leave out is written.

Record stage_record(const Stage& stage);
Record transition_record(const MaturityModel& model, const Transition& transition);

/// A pillar with those below it.
Record pillar_record(const MaturityModel& model, PillarIndex index);
/// The pillars that hang on `parent`, or on the whole, with those below them.
Record pillars_record(const MaturityModel& model, std::optional<PillarIndex> parent);
/// A text, {"absent": reason}, or null where nothing is given.
Record descriptor_record(const Descriptor& descriptor);

Record capability_record(const MaturityModel& model, const Capability& capability);
Record role_record(const MaturityModel& model, const Role& role);
Record use_case_record(const MaturityModel& model, const UseCase& use_case);
Record phase_record(const Phase& phase);
Record effort_class_record(const EffortClass& effort_class);
Record layer_record(const MaturityModel& model, const Layer& layer);

Record question_record(const MaturityModel& model, const Question& question);
/// `nodes` has an entry for each pillar: a model knows no shorter form of them.
Record method_record(const MaturityModel& model, const ScoringMethod& method);
/// What has to be there: `all`, a number, or a map by stage.
Record needs_record(const MaturityModel& model, const Prerequisite& prerequisite);

Record kpi_record(const MaturityModel& model, const Kpi& kpi);
/// from and to, words, or the reason why there is none; null where nothing is given.
Record typical_record(const TypicalValue& typical);
Record action_record(const MaturityModel& model, const Action& action);

Record source_record(const Source& source);
Record related_record(const MaturityModel& model, const RelatedModel& related);
Record accepted_record(const Accepted& accepted);
Record claim_record(const MaturityModel& model, const Claim& claim);
Record benefit_record(const Benefit& benefit);
Record pitfall_record(const MaturityModel& model, const Pitfall& pitfall);
Record checklist_record(const MaturityModel& model, const Checklist& checklist);
Record table_record(const GuidanceTable& table);
Record topic_record(const MaturityModel& model, const Topic& topic);
Record faq_record(const MaturityModel& model, const FaqEntry& entry);
Record term_record(const Term& term);
Record roi_record(const RoiModel& roi);

/// The ids of `stages`.
Record stage_ids(const MaturityModel& model, const std::vector<StageIndex>& stages);
void put_stage(Record& record, const MaturityModel& model, std::optional<StageIndex> stage);
void put_pillar(Record& record, const MaturityModel& model, std::optional<PillarIndex> pillar);

/// id, formerly and title: how most parts begin.
template <class Id>
Record part_head(const Part<Id>& part) {
  Record record;
  put(record, "id", part.id);
  put(record, "formerly", part.formerly);
  put(record, "title", part.title);
  return record;
}

}  // namespace stagecraft
