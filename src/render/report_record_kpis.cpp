// How KPIs stand and which stages they imply.
#include "model/words.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"

namespace stagecraft {
namespace {

/// Decimals of what is computed from KPIs.
constexpr int kpi_digits = 2;

constexpr std::array<Word<RangePosition>, 4> position_words{
    {{"below", RangePosition::below},
     {"within", RangePosition::within},
     {"above", RangePosition::above},
     {"no-range", RangePosition::no_range}}};

constexpr std::array<Word<KpiAgreement>, 5> agreement_words{
    {{"agrees", KpiAgreement::agrees},
     {"near", KpiAgreement::near},
     {"below", KpiAgreement::below},
     {"above", KpiAgreement::above},
     {"split", KpiAgreement::split}}};

Record measured_record(const KpiValue& measured) {
  Record record;
  put_given(record, "value", measured.value);
  put(record, "date", measured.date);
  put(record, "source", measured.source);
  if (measured.method) record["method"] = word_of(proof_words, *measured.method);
  return record;
}

Record places_record(const MaturityModel& model, const std::vector<LadderPlace>& places) {
  return list_of(places, [&](const LadderPlace& place) {
    Record record;
    if (place.is_between)
      record["between"] = stage_ids(model, {place.stage, place.stage + 1});
    else
      put_stage(record, model, place.stage);
    return record;
  });
}

Record kpi_result_record(const MaturityModel& model, const KpiResult& result) {
  const Kpi& kpi = *result.kpi;
  Record record{{"id", kpi.id.text()}, {"title", kpi.title}};
  record["unit"] = word_of(unit_words, kpi.unit);
  record["better"] = word_of(direction_words, kpi.direction);
  if (result.current)
    put(record, "typical_at_current", typical_record(kpi.typical[*result.current]));
  if (result.target) put(record, "typical_at_target", typical_record(kpi.typical[*result.target]));
  if (!result.measured) return record;
  record["measured"] = measured_record(*result.measured);
  if (result.is_stale) record["stale"] = true;
  if (result.current) record["position_at_current"] = word_of(position_words, result.at_current);
  if (result.target) record["position_at_target"] = word_of(position_words, result.at_target);
  record["fits_stages"] = stage_ids(model, result.fits);
  put(record, "speaks_for", places_record(model, result.places));
  record["weight"] = weight_of(result.measured->method);
  put_number(record, "gap_to_target", result.gap, kpi_digits);
  return record;
}

Record kpi_stages_entry(const MaturityModel& model, const KpiStages& stages) {
  Record record;
  put_pillar(record, model, stages.pillar);
  record["implied"] = places_record(model, stages.implied);
  record["weight"] = stages.weight;
  record["of_weight"] = stages.whole_weight;
  if (!stages.answered) return record;
  record["answered"] = model.stages[*stages.answered].id.text();
  record["agreement"] = word_of(agreement_words, stages.agreement);
  return record;
}

}  // namespace

Record kpis_record(const AssessmentEvaluation& evaluation) {
  return list_of(evaluation.kpis, [&](const KpiResult& result) {
    return kpi_result_record(*evaluation.model, result);
  });
}

Record kpi_stages_record(const AssessmentEvaluation& evaluation) {
  return list_of(evaluation.kpi_stages, [&](const KpiStages& stages) {
    return kpi_stages_entry(*evaluation.model, stages);
  });
}

}  // namespace stagecraft
