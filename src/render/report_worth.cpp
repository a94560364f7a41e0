// What it is worth: the sum and how it comes about, cases, what moves it, and what it rests on.
#include <algorithm>

#include "render/chart/waterfall.h"
#include "render/formula_wording.h"
#include "render/model_wording.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

/// Writes the blocks of one calculation.
class Worth {
 public:
  Worth(const ReportScope& scope, const RoiResult& result)
      : scope_(scope), page_(scope.page), result_(result) {}

  std::string sentence() const {
    const ByCase<RoiCase>& cases = result_.cases;
    return page_.sentence("report.worth_sentence", {{"expected", money(cases.expected.net)},
                                                    {"low", money(cases.low.net)},
                                                    {"high", money(cases.high.net)},
                                                    {"months", months()},
                                                    {"payback", payback(cases.expected)}});
  }

  ReportBlock result_block() const {
    ReportBlock block("worth-result", page_.label("report.worth_cases"));
    block.text.paragraphs.push_back(sentence());
    block.text.paragraphs.push_back(delay_sentence());
    block.text.note = page_.sentence("report.worth_note");
    PartTable table = cases_table("report.worth_cases_caption", "report.worth_what");
    using Cell = std::string (Worth::*)(const RoiCase&) const;
    const std::pair<const char*, Cell> rows[] = {
        {"report.worth_benefits", &Worth::benefits}, {"report.worth_costs", &Worth::costs},
        {"report.worth_net", &Worth::net},           {"report.worth_return", &Worth::return_text},
        {"report.worth_payback", &Worth::payback},   {"report.worth_delay", &Worth::delay}};
    for (const auto& [label, cell] : rows)
      table.rows.push_back({page_.label(label),
                            {},
                            {text_cell((this->*cell)(result_.cases.low)),
                             text_cell((this->*cell)(result_.cases.expected)),
                             text_cell((this->*cell)(result_.cases.high))}});
    if (result_.model->rate)
      table.rows.push_back(
          {page_.sentence("report.worth_present", {{"rate", page_.number(*result_.model->rate)}}),
           {},
           {text_cell(money(*result_.cases.low.present_value)),
            text_cell(money(*result_.cases.expected.present_value)),
            text_cell(money(*result_.cases.high.present_value))}});
    block.text.table = std::move(table);
    return block;
  }

  ReportBlock lines_block() const {
    ReportBlock block("worth-lines", page_.label("report.worth_lines"));
    block.chart_title = chart_title();
    block.chart = chart();
    PartTable table;
    table.caption = page_.label("report.worth_lines_caption");
    table.row_title = page_.label("report.worth_line");
    table.columns = {{page_.label("report.worth_formula"), {}, false, false},
                     {page_.label("report.worth_trust"), {}, true, false},
                     {page_.label("report.worth_expected"), {}, true, false}};
    for (const RoiLineResult& line : result_.lines)
      table.rows.push_back({line.line->title,
                            {},
                            {text_cell(formula_text(line)), text_cell(trust_text(line)),
                             text_cell(money(signed_total(line)))}});
    table.rows.push_back(
        {page_.label("report.worth_net"),
         {},
         {missing_cell(page_), missing_cell(page_), text_cell(money(result_.cases.expected.net))}});
    block.text.table = std::move(table);
    return block;
  }

  std::optional<ReportBlock> sensitivity_block() const {
    if (result_.sensitivity.empty()) return std::nullopt;
    ReportBlock block("worth-sensitivity", page_.label("report.worth_sensitivity"));
    block.text.note = page_.sentence("report.worth_sensitivity_note");
    PartTable table;
    table.caption = page_.label("report.worth_sensitivity_caption");
    table.row_title = page_.label("report.worth_input");
    for (const char* column :
         {"report.worth_net_from", "report.worth_net_to", "report.worth_swing"})
      table.columns.push_back({page_.label(column), {}, true, false});
    for (const RoiSensitivity& each : result_.sensitivity) {
      const auto [least, greatest] = std::minmax({each.net_at_low, each.net_at_high});
      table.rows.push_back(
          {result_.inputs[each.input].input->title,
           {},
           {text_cell(money(least)), text_cell(money(greatest)), text_cell(money(each.swing))}});
    }
    block.text.table = std::move(table);
    return block;
  }

  ReportBlock inputs_block() const {
    ReportBlock block("worth-inputs", page_.label("report.worth_inputs"));
    const auto examples = static_cast<std::int64_t>(
        std::count_if(result_.inputs.begin(), result_.inputs.end(),
                      [](const RoiInputValue& value) { return !value.given; }));
    block.text.paragraphs.push_back(page_.sentence(
        "report.worth_inputs_note",
        {{"examples", examples}, {"all", static_cast<std::int64_t>(result_.inputs.size())}}));
    PartTable table = cases_table("report.worth_inputs_caption", "report.worth_input");
    table.columns.push_back({page_.label("report.worth_source"), {}, false, false});
    for (const RoiInputValue& value : result_.inputs)
      table.rows.push_back(
          {value.input->title,
           {},
           {text_cell(input_text(*value.input, value.low)),
            text_cell(input_text(*value.input, value.expected)),
            text_cell(input_text(*value.input, value.high)),
            text_cell(!value.given                  ? page_.label("report.worth_example")
                      : value.given->source.empty() ? page_.label("report.worth_no_source")
                                                    : value.given->source)}});
    block.text.table = std::move(table);
    return block;
  }

  std::optional<ReportBlock> other_block() const {
    if (result_.model->other_benefits.empty()) return std::nullopt;
    ReportBlock block("worth-other", page_.label("part.other_benefits"));
    PartEntry entry;
    entry.points = result_.model->other_benefits;
    block.text.entries.push_back(std::move(entry));
    return block;
  }

 private:
  std::string money(const Exact& amount) const { return money_text(scope_, amount); }
  std::string months() const { return std::to_string(result_.model->horizon); }
  std::string benefits(const RoiCase& found) const { return money(found.benefits); }
  std::string costs(const RoiCase& found) const { return money(found.costs); }
  std::string net(const RoiCase& found) const { return money(found.net); }
  std::string return_text(const RoiCase& found) const {
    if (!found.return_percent) return page_.label("report.worth_no_costs");
    return page_.sentence(
        "report.percent",
        {{"number", page_.number(Exact(floor(*found.return_percent + Exact(1, 2))))}});
  }
  std::string payback(const RoiCase& found) const {
    if (!found.payback_month) return page_.label("report.worth_never");
    return page_.sentence("report.worth_month",
                          {{"month", static_cast<std::int64_t>(*found.payback_month)}});
  }
  std::string delay(const RoiCase& found) const {
    return found.cost_of_delay > 0 ? money(found.cost_of_delay)
                                   : page_.label("report.worth_waiting_is_free");
  }
  std::string delay_sentence() const {
    const Exact& cost = result_.cases.expected.cost_of_delay;
    if (cost <= 0) return page_.sentence("report.worth_delay_none");
    return page_.sentence("report.worth_delay_sentence", {{"cost", money(cost)}});
  }

  PartTable cases_table(const char* caption, const char* row_title) const {
    PartTable table;
    table.caption = page_.label(caption);
    table.row_title = page_.label(row_title);
    for (const char* column : {"report.worth_low", "report.worth_expected", "report.worth_high"})
      table.columns.push_back({page_.label(column), {}, true, false});
    return table;
  }

  /// What a line brings or, below 0, takes by the end of the horizon.
  static Exact signed_total(const RoiLineResult& line) {
    return line.line->kind == RoiKind::cost ? -line.total.expected : line.total.expected;
  }

  std::string formula_text(const RoiLineResult& line) const {
    const char* every = line.line->every == Every::month  ? "report.worth_monthly"
                        : line.line->every == Every::year ? "report.worth_yearly"
                                                          : "report.worth_once";
    return page_.sentence(every, {{"formula", formula_in_words(*result_.model, *line.line)}});
  }

  std::string trust_text(const RoiLineResult& line) const {
    return page_.sentence("report.percent", {{"number", page_.number(Exact(line.trust * 100))}});
  }

  std::string input_text(const RoiInput& input, const Exact& value) const {
    switch (input.unit) {
      case RoiUnit::percent:
        return page_.sentence("report.percent", {{"number", page_.number(value)}});
      case RoiUnit::money:
        return is_whole(value) ? money(value)
                               : page_.money(value, scope_.assessment().roi->currency);
      case RoiUnit::number:
      case RoiUnit::hours:
      case RoiUnit::months:
        break;
    }
    return page_.number(value);
  }

  std::string chart_title() const {
    return page_.sentence("report.worth_chart_title",
                          {{"net", money(result_.cases.expected.net)}, {"months", months()}});
  }

  Value chart() const {
    Waterfall chart;
    for (const RoiLineResult& line : result_.lines) {
      const Exact amount = signed_total(line);
      chart.bars.push_back({line.line->title, money(amount), amount});
    }
    chart.total_label = page_.label("report.worth_net");
    chart.total_text = money(result_.cases.expected.net);
    chart.title = chart_title();
    chart.description = page_.sentence("report.worth_chart_description");
    return chart_view(draw_waterfall(chart, ChartWidth::wide, "worth-chart"),
                      draw_waterfall(chart, ChartWidth::narrow, "worth-chart-narrow"));
  }

  const ReportScope& scope_;
  const PageScope& page_;
  const RoiResult& result_;
};

}  // namespace

std::string money_text(const ReportScope& scope, const Exact& amount) {
  // Half away from zero.
  const bool is_negative = amount < 0;
  const Exact size = floor((is_negative ? -amount : amount) + Exact(1, 2));
  return scope.page.money(is_negative ? -size : size, scope.assessment().roi->currency);
}

std::string worth_sentence(const ReportScope& scope) {
  return scope.evaluation.roi ? Worth(scope, *scope.evaluation.roi).sentence() : std::string();
}

std::vector<ReportBlock> worth_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  if (!scope.evaluation.roi) {
    ReportBlock block("worth-result", "");
    block.text.paragraphs.push_back(scope.page.sentence(
        scope.model().roi ? "report.worth_no_values" : "report.worth_no_model"));
    blocks.push_back(std::move(block));
    return blocks;
  }
  const Worth worth(scope, *scope.evaluation.roi);
  blocks.push_back(worth.result_block());
  blocks.push_back(worth.lines_block());
  if (auto block = worth.sensitivity_block()) blocks.push_back(std::move(*block));
  blocks.push_back(worth.inputs_block());
  if (auto block = worth.other_block()) blocks.push_back(std::move(*block));
  return blocks;
}

}  // namespace stagecraft
