#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/action.h"
#include "model/guidance.h"
#include "model/kpi.h"
#include "model/part.h"
#include "model/pillar.h"
#include "model/question.h"
#include "model/roi_model.h"
#include "model/scoring_method.h"
#include "model/stage.h"

namespace stagecraft {

/// A document that facts of the model come from.
struct Source {
  SourceId id;
  std::string document;
  std::string publisher;
  std::string note;  ///< what a reader must know to weigh it; may be empty
};

/// For one stage of this model, the stages of another that come nearest.
struct StageMapping {
  StageIndex stage = 0;
  std::vector<StageId> nearest;
};

/// Another model, and how its stages compare.
struct RelatedModel {
  ModelId model;
  std::string text;
  std::vector<StageMapping> stages;  ///< ascending; may be empty
};

/// A finding of the linter that the authors know and explain.
struct Accepted {
  std::string rule;
  std::string of;  ///< the id of the thing that it is about
  std::string reason;
};

/// The yardstick: what the stages are, what is asked, measured and done. Plain data; every
/// reference in it is resolved and every index valid (load_model checks). Any part may be empty:
/// the model then gives none. The format: content/docs/model-format.md.
struct MaturityModel {
  ModelId id;
  std::vector<ModelId> formerly;
  std::string title;
  std::string short_title;  ///< for navigation
  std::string version;
  std::string updated;  ///< ISO date of the last change of the model's content
  std::string licence;
  std::vector<std::string> authors;
  std::string summary;
  std::string audience;  ///< for whom
  std::vector<std::string> instructions;
  std::string provenance;  ///< what is taken from the sources and what is the authors' own
  std::vector<Source> sources;
  std::vector<RelatedModel> related;
  std::vector<Facet> facets;
  std::vector<Stage> stages;
  std::vector<Transition> transitions;  ///< one per step that the model describes, ascending
  std::vector<Pillar> pillars;          ///< the tree, parents before their children, in order
  std::vector<Capability> capabilities;
  std::vector<Role> roles;
  std::vector<UseCase> use_cases;
  std::vector<Phase> phases;
  std::vector<EffortClass> effort_classes;
  std::vector<Layer> layers;
  std::vector<Question> questions;
  std::vector<ScoringMethod> methods;  ///< the primary one first; empty: the model gives no score
  std::vector<Kpi> kpis;
  std::vector<Action> actions;
  std::vector<Claim> claims;
  std::vector<Benefit> benefits;
  std::vector<Pitfall> pitfalls;
  std::vector<Checklist> checklists;
  std::vector<GuidanceTable> tables;
  std::vector<Topic> topics;
  std::vector<FaqEntry> faq;
  std::vector<Term> glossary;
  std::optional<RoiModel> roi;
  std::vector<Accepted> accepted;
  std::string sha256;  ///< of the file that it was read from, in hex

  /// These also find a part by an id that it had before.
  const Source* find(const SourceId& source) const;
  const Question* find(const QuestionId& question) const;
  const Kpi* find(const KpiId& kpi) const;
  const Action* find(const ActionId& action) const;
  const Capability* find(const CapabilityId& capability) const;
  std::optional<StageIndex> find(const StageId& stage) const;
  std::optional<PillarIndex> find(const PillarId& pillar) const;

  const Transition* transition_from(StageIndex from) const;
  /// The primary method, null when the model gives no score.
  const ScoringMethod* primary_method() const;
  /// The pillars that hang on `parent`, or on the whole, in order.
  std::vector<PillarIndex> pillars_below(std::optional<PillarIndex> parent) const;
};

}  // namespace stagecraft
