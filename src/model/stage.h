#pragma once

#include <string>
#include <vector>

#include "model/part.h"

namespace stagecraft {

/// A heading that every stage explains: technology, team, …
struct Facet {
  FacetId id;
  std::string title;
};

/// What one stage says under one facet. Paragraphs come before points; either may be empty.
struct FacetText {
  FacetId facet;
  std::vector<std::string> paragraphs;
  std::vector<std::string> points;
};

/// A list of a stage with a heading of its own: "Indicators".
struct TitledList {
  std::string title;
  std::vector<std::string> points;
  SourceId source;
};

enum class StageStatus { established, emerging };

/// One step of the ladder. Texts may be empty: the site then says that the model gives none.
struct Stage : Part<StageId> {
  std::vector<std::string> aliases;
  std::string subtitle;
  StageStatus status = StageStatus::established;
  std::string status_note;  ///< why the stage is emerging
  std::string summary;
  std::string focus;  ///< what to work on while here
  std::string challenge;
  std::string characteristic;      ///< of a stage that nothing leads on from
  std::vector<std::string> signs;  ///< "you are here if"
  std::vector<TitledList> lists;
  std::vector<FacetText> facets;  ///< in the order of MaturityModel::facets
  std::vector<std::string> exit_criteria;
  std::string cost_of_staying;
  std::vector<std::string> not_yet;  ///< what to leave for later
};

/// One thing after the other on the way between two stages.
struct TransitionStep {
  std::string title;
  std::string text;
  std::string check;  ///< how to know that it is done
  Duration duration;
  SourceId source;
};

/// The way from stage `from` to stage `from + 1`.
struct Transition {
  StageIndex from = 0;
  std::string title;
  std::string summary;
  std::string difference;  ///< what sets the two stages apart
  std::vector<TransitionStep> steps;
  Duration duration;
  std::string duration_claim;  ///< what the source says it takes; may be empty
  SourceId source;
};

}  // namespace stagecraft
