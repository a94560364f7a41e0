// What it is worth.
#include "model/currency.h"
#include "model/words.h"
#include "render/formula_wording.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"

namespace stagecraft {
namespace {

constexpr int percent_digits = 1;
constexpr int default_decimals = 2;

constexpr std::array<Word<InputEnd>, 3> end_words{
    {{"low", InputEnd::low}, {"expected", InputEnd::expected}, {"high", InputEnd::high}}};

/// Makes the record of a result in a currency with so many decimals.
class RoiRecord {
 public:
  RoiRecord(const RoiResult& result, int decimals) : result_(result), decimals_(decimals) {}

  Record record() const {
    const RoiModel& model = *result_.model;
    Record record{{"horizon", model.horizon}, {"ramp", model.ramp_months}};
    put_given(record, "rate", model.rate);
    record["values"] = list_of(result_.inputs, value);
    record["lines"] =
        list_of(result_.lines, [&](const RoiLineResult& each) { return line(each); });
    record["low"] = of_case(result_.cases.low);
    record["expected"] = of_case(result_.cases.expected);
    record["high"] = of_case(result_.cases.high);
    record["sensitivity"] =
        list_of(result_.sensitivity, [&](const RoiSensitivity& each) { return moved_by(each); });
    return record;
  }

 private:
  static Record value(const RoiInputValue& value) {
    Record record{{"input", value.input->id.text()}};
    put_given(record, "low", value.low);
    put_given(record, "expected", value.expected);
    put_given(record, "high", value.high);
    if (!value.given) record["example"] = true;
    record["in_low"] = word_of(end_words, value.in_low);
    record["in_high"] = word_of(end_words, value.in_high);
    return record;
  }

  Record line(const RoiLineResult& result) const {
    const RoiLine& line = *result.line;
    Record record{{"line", line.id.text()}};
    record["kind"] = word_of(roi_kind_words, line.kind);
    record["every"] = word_of(every_words, line.every);
    record["in_words"] = formula_in_words(*result_.model, line);
    if (result.proof) {
      record["proof"] = word_of(proof_words, *result.proof);
      put_given(record, "trusted_percent", Exact(result.trust * 100));
    }
    record["amount"] = by_case(result.amount);
    record["total"] = by_case(result.total);
    return record;
  }

  Record by_case(const ByCase<Exact>& amounts) const {
    Record record;
    put_number(record, "low", amounts.low, decimals_);
    put_number(record, "expected", amounts.expected, decimals_);
    put_number(record, "high", amounts.high, decimals_);
    return record;
  }

  Record of_case(const RoiCase& result) const {
    Record record;
    put_number(record, "benefits", result.benefits, decimals_);
    put_number(record, "costs", result.costs, decimals_);
    put_number(record, "net", result.net, decimals_);
    put_number(record, "return_percent", result.return_percent, percent_digits);
    if (result.payback_month)
      record["payback_month"] = *result.payback_month;
    else
      record["not_within_five_years"] = true;
    put_number(record, "cost_of_delay", result.cost_of_delay, decimals_);
    put_number(record, "present_value", result.present_value, decimals_);
    return record;
  }

  Record moved_by(const RoiSensitivity& sensitivity) const {
    Record record{{"input", result_.inputs[sensitivity.input].input->id.text()}};
    put_number(record, "net_at_low", sensitivity.net_at_low, decimals_);
    put_number(record, "net_at_high", sensitivity.net_at_high, decimals_);
    put_number(record, "swing", sensitivity.swing, decimals_);
    return record;
  }

  const RoiResult& result_;
  const int decimals_;
};

}  // namespace

Record roi_result_record(const RoiResult& result, const std::string& currency) {
  const int decimals = currency_decimals(currency).value_or(default_decimals);
  return RoiRecord(result, decimals).record();
}

}  // namespace stagecraft
