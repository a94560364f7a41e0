#include "model/words.h"
#include "render/model_csv_fields.h"

namespace stagecraft {
namespace {

/// One field for each column, two for a column of ranges.
void put_cell(CsvWriter& csv, const Column& column, const Cell& cell) {
  if (column.type == ColumnType::range) {
    const auto* ends = std::get_if<CellRange>(&cell);
    csv.number(ends ? ends->from : std::nullopt).number(ends ? ends->to : std::nullopt);
  } else if (const auto* number = std::get_if<Exact>(&cell)) {
    csv.number(*number);
  } else {
    const auto* text = std::get_if<std::string>(&cell);
    csv.text(text ? *text : "");
  }
}

}  // namespace

std::string claims_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "figure", "text", "organisation", "date", "kpi", "use_case", "stages",
                 "unsourced_note", "source", "document", "publisher"});
  for (const Claim& claim : model.claims) {
    const Source* source = model.find(claim.source);
    csv.text(claim.id.text()).text(claim.figure).text(claim.text).text(claim.organisation);
    csv.text(claim.date ? iso_text(*claim.date) : "").text(claim.kpi.text());
    csv.text(claim.use_case.text());
    put_stages(csv, model, claim.stages).text(claim.unsourced_note).text(claim.source.text());
    csv.text(source ? source->document : "").text(source ? source->publisher : "").end_row();
  }
  return csv.take();
}

std::string benefits_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "title", "text", "kind", "source"});
  for (const Benefit& benefit : model.benefits) {
    csv.text(benefit.id.text()).text(benefit.title).text(benefit.text);
    csv.text(word_of(benefit_words, benefit.kind)).text(benefit.source.text()).end_row();
  }
  return csv.take();
}

std::string pitfalls_csv(const MaturityModel& model) {
  CsvWriter csv(
      {"id", "title", "problem", "avoidance", "stages", "use_cases", "actions", "source"});
  for (const Pitfall& pitfall : model.pitfalls) {
    csv.text(pitfall.id.text()).text(pitfall.title).text(pitfall.problem).text(pitfall.avoidance);
    put_stages(csv, model, pitfall.stages);
    put_ids(csv, pitfall.use_cases);
    put_ids(csv, pitfall.actions).text(pitfall.source.text()).end_row();
  }
  return csv.take();
}

std::string checklists_csv(const MaturityModel& model) {
  CsvWriter csv(
      {"checklist", "checklist_title", "item", "help", "stage_number", "stage", "source"});
  for (const Checklist& checklist : model.checklists)
    for (const ChecklistItem& item : checklist.items) {
      csv.text(checklist.id.text()).text(checklist.title).text(item.text).text(item.help);
      put_stage(csv, model, item.stage);
      csv.text((item.source.empty() ? checklist.source : item.source).text()).end_row();
    }
  return csv.take();
}

std::string faq_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "question", "answer", "stages", "source"});
  for (const FaqEntry& entry : model.faq) {
    csv.text(entry.id.text()).text(entry.title).list(entry.answer);
    put_stages(csv, model, entry.stages).text(entry.source.text()).end_row();
  }
  return csv.take();
}

std::string glossary_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "term", "definition", "abbreviation", "aliases", "source"});
  for (const Term& term : model.glossary) {
    csv.text(term.id.text()).text(term.title).text(term.definition).text(term.abbreviation);
    csv.list(term.aliases).text(term.source.text()).end_row();
  }
  return csv.take();
}

std::string roi_inputs_csv(const RoiModel& roi) {
  CsvWriter csv({"id", "title", "unit", "low", "expected", "high", "help", "source"});
  for (const RoiInput& input : roi.inputs) {
    csv.text(input.id.text()).text(input.title).text(word_of(roi_unit_words, input.unit));
    csv.number(input.low).number(input.expected).number(input.high).text(input.help);
    csv.text(input.source.text()).end_row();
  }
  return csv.take();
}

std::string roi_lines_csv(const RoiModel& roi) {
  CsvWriter csv({"id", "title", "kind", "amount", "every", "is_lift", "text", "source"});
  for (const RoiLine& line : roi.lines) {
    csv.text(line.id.text()).text(line.title).text(word_of(roi_kind_words, line.kind));
    csv.text(line.amount).text(word_of(every_words, line.every));
    csv.text(line.is_lift ? "yes" : "no").text(line.text).text(line.source.text()).end_row();
  }
  return csv.take();
}

std::string sources_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "document", "publisher", "note"});
  for (const Source& source : model.sources) {
    csv.text(source.id.text()).text(source.document).text(source.publisher);
    csv.text(source.note).end_row();
  }
  return csv.take();
}

std::string related_stages_csv(const MaturityModel& model) {
  CsvWriter csv({"stage_number", "stage", "model", "nearest"});
  for (const RelatedModel& related : model.related)
    for (const StageMapping& mapping : related.stages)
      for (const StageId& nearest : mapping.nearest) {
        put_stage(csv, model, mapping.stage).text(related.model.text());
        csv.text(nearest.text()).end_row();
      }
  return csv.take();
}

std::string guidance_csv(const GuidanceTable& table) {
  std::vector<std::string> columns{"row"};
  for (const Column& column : table.columns) {
    const std::string& id = column.id.text();
    if (column.type == ColumnType::range) {
      columns.push_back(id + "_from");
      columns.push_back(id + "_to");
    } else {
      columns.push_back(id);
    }
  }
  columns.insert(columns.end(), {"use_case", "source"});
  CsvWriter csv(columns);
  for (const TableRow& row : table.rows) {
    csv.text(row.title);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      put_cell(csv, table.columns[i], row.cells[i]);
    csv.text(row.use_case.text());
    csv.text((row.source.empty() ? table.source : row.source).text()).end_row();
  }
  return csv.take();
}

}  // namespace stagecraft
