#pragma once

#include <array>
#include <cassert>
#include <string_view>

#include "model/assessment.h"
#include "model/data_collection.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// One word of a closed choice and what it means. The tables below hold the words as files spell
/// them, for reading and for writing.
template <class Meaning>
struct Word {
  std::string_view text;
  Meaning meaning;
};

/// How files spell `meaning`. Requires: it has a word.
template <class Meaning, std::size_t n>
constexpr std::string_view word_of(const std::array<Word<Meaning>, n>& words, Meaning meaning) {
  for (const Word<Meaning>& word : words)
    if (word.meaning == meaning) return word.text;
  assert(false && "every meaning that is written has a word");
  return {};
}

inline constexpr std::array<Word<StageStatus>, 2> stage_status_words{
    {{"established", StageStatus::established}, {"emerging", StageStatus::emerging}}};

inline constexpr std::array<Word<QuestionType>, 9> question_type_words{
    {{"yes-no", QuestionType::yes_no},
     {"choice", QuestionType::choice},
     {"several", QuestionType::several},
     {"scale", QuestionType::scale},
     {"percent", QuestionType::percent},
     {"number", QuestionType::number},
     {"stage", QuestionType::stage},
     {"state", QuestionType::state},
     {"text", QuestionType::text}}};

inline constexpr std::array<Word<NotAsked>, 2> not_asked_words{
    {{"exclude", NotAsked::exclude}, {"lowest", NotAsked::lowest}}};

inline constexpr std::array<Word<UnansweredPolicy>, 3> unanswered_words{
    {{"lowest", UnansweredPolicy::lowest},
     {"skip", UnansweredPolicy::skip},
     {"void", UnansweredPolicy::voids}}};

inline constexpr std::array<Word<NotApplicablePolicy>, 2> not_applicable_words{
    {{"exclude", NotApplicablePolicy::exclude}, {"forbid", NotApplicablePolicy::forbid}}};

/// The last one is for respondents only.
inline constexpr std::array<Word<Combination>, 5> combination_words{
    {{"mean", Combination::mean},
     {"median", Combination::median},
     {"min", Combination::min},
     {"max", Combination::max},
     {"majority", Combination::majority}}};

inline constexpr std::array<Word<Aggregate>, 8> aggregate_words{
    {{"count", Aggregate::count},
     {"sum", Aggregate::sum},
     {"mean", Aggregate::mean},
     {"weighted-mean", Aggregate::weighted_mean},
     {"min", Aggregate::min},
     {"max", Aggregate::max},
     {"median", Aggregate::median},
     {"none", Aggregate::none}}};

inline constexpr std::array<Word<Over>, 3> over_words{{{"children", Over::children},
                                                       {"questions", Over::questions},
                                                       {"stages", Over::stages}}};

inline constexpr std::array<Word<StageNumber>, 2> stage_number_words{
    {{"chosen", StageNumber::chosen}, {"fractional", StageNumber::fractional}}};

inline constexpr std::array<Word<Unit>, 9> unit_words{{{"percent", Unit::percent},
                                                       {"times", Unit::times},
                                                       {"number", Unit::number},
                                                       {"points", Unit::points},
                                                       {"money", Unit::money},
                                                       {"hours", Unit::hours},
                                                       {"minutes", Unit::minutes},
                                                       {"days", Unit::days},
                                                       {"text", Unit::text}}};

inline constexpr std::array<Word<Direction>, 2> direction_words{
    {{"higher", Direction::higher_is_better}, {"lower", Direction::lower_is_better}}};

inline constexpr std::array<Word<Timing>, 2> timing_words{
    {{"leading", Timing::leading}, {"lagging", Timing::lagging}}};

inline constexpr std::array<Word<TimeUnit>, 4> time_unit_words{{{"hours", TimeUnit::hours},
                                                                {"days", TimeUnit::days},
                                                                {"weeks", TimeUnit::weeks},
                                                                {"months", TimeUnit::months}}};

inline constexpr std::array<Word<Headcount>, 3> headcount_words{{{"grows", Headcount::grows},
                                                                 {"steady", Headcount::steady},
                                                                 {"shrinks", Headcount::shrinks}}};

inline constexpr std::array<Word<Complexity>, 3> complexity_words{
    {{"low", Complexity::low}, {"medium", Complexity::medium}, {"high", Complexity::high}}};

inline constexpr std::array<Word<bool>, 2> example_words{{{"neutral", false}, {"vendor", true}}};

inline constexpr std::array<Word<BenefitKind>, 2> benefit_words{
    {{"financial", BenefitKind::financial}, {"other", BenefitKind::other}}};

inline constexpr std::array<Word<TableKind>, 2> table_words{
    {{"comparison", TableKind::comparison}, {"register", TableKind::register_of_things}}};

inline constexpr std::array<Word<ColumnType>, 4> column_words{{{"text", ColumnType::text},
                                                               {"word", ColumnType::word},
                                                               {"number", ColumnType::number},
                                                               {"range", ColumnType::range}}};

inline constexpr std::array<Word<RoiUnit>, 5> roi_unit_words{{{"number", RoiUnit::number},
                                                              {"percent", RoiUnit::percent},
                                                              {"money", RoiUnit::money},
                                                              {"hours", RoiUnit::hours},
                                                              {"months", RoiUnit::months}}};

inline constexpr std::array<Word<RoiKind>, 3> roi_kind_words{
    {{"benefit", RoiKind::benefit}, {"saving", RoiKind::saving}, {"cost", RoiKind::cost}}};

inline constexpr std::array<Word<Every>, 3> every_words{
    {{"month", Every::month}, {"year", Every::year}, {"once", Every::once}}};

inline constexpr std::array<Word<FieldType>, 10> field_type_words{
    {{"text", FieldType::text},
     {"id", FieldType::id},
     {"number", FieldType::number},
     {"whole", FieldType::whole},
     {"yes-no", FieldType::yes_no},
     {"date", FieldType::date},
     {"choice", FieldType::choice},
     {"address", FieldType::address},
     {"list", FieldType::list},
     {"map", FieldType::map}}};

inline constexpr std::array<Word<Audience>, 3> audience_words{
    {{"internal", Audience::internal},
     {"client", Audience::client},
     {"public", Audience::everyone}}};

inline constexpr std::array<Word<Confidence>, 3> confidence_words{
    {{"high", Confidence::high}, {"medium", Confidence::medium}, {"low", Confidence::low}}};

inline constexpr std::array<Word<EvidenceGrade>, 3> grade_words{
    {{"verified", EvidenceGrade::verified},
     {"corroborated", EvidenceGrade::corroborated},
     {"reported", EvidenceGrade::reported}}};

inline constexpr std::array<Word<CapabilityStatus>, 4> capability_words{
    {{"present", CapabilityStatus::present},
     {"partial", CapabilityStatus::partial},
     {"absent", CapabilityStatus::absent},
     {"planned", CapabilityStatus::planned}}};

inline constexpr std::array<Word<ProofMethod>, 4> proof_words{
    {{"holdout", ProofMethod::holdout},
     {"ab-test", ProofMethod::ab_test},
     {"before-after", ProofMethod::before_after},
     {"estimate", ProofMethod::estimate}}};

inline constexpr std::array<Word<ActionStatus>, 3> action_status_words{
    {{"open", ActionStatus::open},
     {"started", ActionStatus::started},
     {"done", ActionStatus::done}}};

}  // namespace stagecraft
