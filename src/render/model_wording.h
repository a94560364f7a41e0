#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/maturity_model.h"
#include "render/page_scope.h"

namespace stagecraft {

// Parts of a model as people read them; used by the pages of models and by reports.

/// "2": stages are counted from 1.
std::string stage_number(StageIndex stage);

/// number, title, href and glyph of a stage of Project::models[model]; null when there is no stage.
Value stage_reference(const PageScope& scope, std::size_t model, std::optional<StageIndex> stage);

/// The same for a stage of the page's model.
Value stage_reference(const PageScope& scope, std::optional<StageIndex> stage);

/// "40 to 60 %", "10 % or more", the model's own words, or a dash when nothing is given.
std::string typical_text(const PageScope& scope, const Kpi& kpi, const TypicalValue& typical);

/// One {text, given} for each stage.
ValueList typical_values(const PageScope& scope, const Kpi& kpi);

/// "%" or "times"; empty for KPIs without a number.
std::string unit_text(const PageScope& scope, Unit unit);

/// "higher is better".
std::string direction_text(const PageScope& scope, Direction direction);
/// "leading".
std::string timing_text(const PageScope& scope, Timing timing);

/// "2 to 4 weeks".
std::string duration_text(const PageScope& scope, const Duration& duration);

/// "4 of 5".
std::string out_of_five(const PageScope& scope, int value);

/// "2", the place of a question in the model's list.
std::string question_number(const MaturityModel& model, const Question& question);

ValueList texts(const std::vector<std::string>& texts);
ValueMap source_view(const Source& source);
ValueMap claim_view(const PageScope& scope, const Claim& claim);
ValueList sources_view(const MaturityModel& model);

/// Why the model accepts what the linter finds about the thing `id`; usually empty.
ValueList accepted_reasons(const MaturityModel& model, std::string_view id);

/// Titles of the KPIs that `action` moves.
ValueList moved_kpis(const MaturityModel& model, const Action& action);

/// wide and narrow.
ValueMap chart_view(std::string wide, std::string narrow);

/// "5 stages, 10 questions, 12 KPIs, 16 actions".
std::string extent_text(const PageScope& scope, const MaturityModel& model);

/// How one assesses oneself by Project::models[model]: text, model, questions, href; or null.
Value assess_offer(const PageScope& scope, std::size_t model);

/// "10 questions, about 4 minutes".
std::string assess_length(const PageScope& scope, const MaturityModel& model);

/// The whole ladder of `model` without marks. In the wide layout the page names the stages below
/// it.
ValueMap plain_ladder(const PageScope& scope, const MaturityModel& model, std::string_view id);

/// The whole ladder with its names, and one stage marked where `stage` is given.
ValueMap marked_ladder(const PageScope& scope, const MaturityModel& model,
                       std::optional<StageIndex> stage, std::string_view id);

}  // namespace stagecraft
