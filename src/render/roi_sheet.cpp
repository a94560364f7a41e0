// What it is worth, in words and tables.
#include <fmt/format.h>

#include <algorithm>

#include "model/currency.h"
#include "model/words.h"
#include "render/formula_wording.h"
#include "render/plan_sheets.h"

namespace stagecraft {
namespace {

constexpr int percent_digits = 1;
constexpr int default_decimals = 2;
constexpr std::size_t group_length = 3;
constexpr int input_digits = 4;

/// "-12,340.5" with all decimals of the currency: "-12,340.50".
std::string money_text(const Exact& amount, int decimals) {
  std::string text = decimal_text(amount, decimals);
  const bool is_negative = text.front() == '-';
  if (is_negative) text.erase(0, 1);
  std::size_t point = text.find('.');
  if (decimals > 0) {
    if (point == std::string::npos) {
      point = text.size();
      text += '.';
    }
    text.append(static_cast<std::size_t>(decimals) - (text.size() - point - 1), '0');
  } else {
    point = text.size();
  }
  for (std::size_t at = point; at > group_length;) {
    at -= group_length;
    text.insert(at, ",");
  }
  return (is_negative ? "-" : "") + text;
}

/// Writes the sections of one calculation.
class RoiSheet {
 public:
  RoiSheet(const RoiResult& result, const std::string& currency)
      : result_(result),
        currency_(currency),
        decimals_(currency_decimals(currency).value_or(default_decimals)) {}

  SheetSection summary() const;
  SheetSection lines() const;
  SheetSection inputs() const;

 private:
  std::string money(const Exact& amount) const { return money_text(amount, decimals_); }
  std::string payback(const RoiCase& found) const;
  std::string delay(const RoiCase& found) const;
  template <class Cell>
  SheetRow row(std::string title, const Cell& cell) const {
    const ByCase<RoiCase>& cases = result_.cases;
    return {0, {std::move(title), cell(cases.low), cell(cases.expected), cell(cases.high)}};
  }

  const RoiResult& result_;
  const std::string currency_;
  const int decimals_;
};

std::string RoiSheet::payback(const RoiCase& found) const {
  if (!found.payback_month) return "not within five years";
  if (*found.payback_month == 0) return "from the start";
  return fmt::format("month {}", *found.payback_month);
}

std::string RoiSheet::delay(const RoiCase& found) const {
  return found.cost_of_delay > 0 ? money(found.cost_of_delay) : "waiting costs nothing";
}

SheetSection RoiSheet::summary() const {
  const RoiModel& model = *result_.model;
  SheetSection section;
  section.title = sheet_text(model.title);
  section.sentences.push_back(fmt::format("In {}, over {} months{}.", currency_, model.horizon,
                                          model.ramp_months > 0
                                              ? fmt::format(", benefits growing over {}",
                                                            model.ramp_months)
                                              : ""));
  std::size_t examples = 0;
  for (const RoiInputValue& value : result_.inputs) examples += value.given ? 0 : 1;
  if (examples > 0)
    section.sentences.push_back(fmt::format("{} of {} inputs are examples of the model.", examples,
                                            result_.inputs.size()));
  section.columns = {{"", false, 0}, {"Low", true, 22}, {"Expected", true, 22}, {"High", true, 22}};
  const auto amounts = [&](const char* title, Exact RoiCase::*amount) {
    section.rows.push_back(row(title, [&](const RoiCase& one) { return money(one.*amount); }));
  };
  amounts("Benefits and savings", &RoiCase::benefits);
  amounts("Costs", &RoiCase::costs);
  amounts("Net", &RoiCase::net);
  section.rows.push_back(row("Return", [&](const RoiCase& one) {
    return one.return_percent ? decimal_text(*one.return_percent, percent_digits) + " %"
                              : "no costs";
  }));
  section.rows.push_back(row("Payback", [&](const RoiCase& one) { return payback(one); }));
  section.rows.push_back(
      row("A month's delay costs", [&](const RoiCase& one) { return delay(one); }));
  if (model.rate)
    section.rows.push_back(row(
        fmt::format("Present value at {} %", decimal_text(*model.rate, 2)),
        [&](const RoiCase& one) { return money(*one.present_value); }));
  return section;
}

SheetSection RoiSheet::lines() const {
  SheetSection section;
  section.title = "What it is made of";
  section.columns = {{"Line", false, 0},      {"Kind", false, 7},      {"Trusted", true, 8},
                     {"Low", true, 14},       {"Expected", true, 14},  {"High", true, 14}};
  for (const RoiLineResult& result : result_.lines) {
    section.sentences.push_back(fmt::format("{} = {}, {}.", sheet_text(result.line->title),
                                            sheet_text(formula_in_words(*result_.model,
                                                                        *result.line)),
                                            result.line->every == Every::once
                                                ? "once"
                                                : fmt::format("every {}",
                                                              word_of(every_words,
                                                                      result.line->every))));
    section.rows.push_back(
        {0,
         {sheet_text(result.line->title), std::string(word_of(roi_kind_words, result.line->kind)),
          decimal_text(result.trust * 100, percent_digits) + " %", money(result.total.low),
          money(result.total.expected), money(result.total.high)}});
  }
  return section;
}

std::string end_text(const RoiInputValue& value, InputEnd end) {
  if (end == InputEnd::expected) return "expected";
  return decimal_text(value.at(end), input_digits);
}

SheetSection RoiSheet::inputs() const {
  SheetSection section;
  section.title = "What moves the net most";
  section.columns = {{"Input", false, 0},
                     {"Cautious", true, 12},
                     {"Hopeful", true, 12},
                     {"Net from", true, 16},
                     {"Net to", true, 16}};
  for (const RoiSensitivity& one : result_.sensitivity) {
    const RoiInputValue& value = result_.inputs[one.input];
    const auto [least, greatest] = std::minmax({one.net_at_low, one.net_at_high});
    section.rows.push_back({0,
                            {sheet_text(value.input->title), end_text(value, value.in_low),
                             end_text(value, value.in_high), money(least), money(greatest)}});
  }
  return section;
}

}  // namespace

std::vector<SheetSection> roi_sections(const AssessmentEvaluation& evaluation) {
  if (!evaluation.roi) return {};
  const RoiSheet sheet(*evaluation.roi, evaluation.assessment->roi->currency);
  std::vector<SheetSection> sections{sheet.summary(), sheet.lines()};
  if (!evaluation.roi->sensitivity.empty()) sections.push_back(sheet.inputs());
  return sections;
}

}  // namespace stagecraft
