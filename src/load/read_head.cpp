#include <algorithm>

#include "load/model_parts.h"

namespace stagecraft {

void read_head(ModelReading& reading) {
  MapReader& root = reading.root;
  MaturityModel& model = reading.model;
  model.id = root.required_id<ModelId>("id");
  root.text("$schema");  // for editors
  model.formerly = root.ids<ModelId>("formerly");
  model.title = root.required_text("title");
  model.short_title = root.text("short_title");
  if (model.short_title.empty()) model.short_title = model.title;
  model.version = root.required_text("version");
  if (const std::optional<Date> updated = root.date("updated")) model.updated = iso_text(*updated);
  model.licence = root.text("licence");
  model.authors = root.texts("authors");
  model.summary = root.required_text("summary");
  model.audience = root.text("audience");
  model.instructions = root.texts("instructions");
  model.provenance = root.text("provenance");
}

void read_sources(ModelReading& reading) {
  reading.root.each_map("sources", "source", [&](MapReader& reader) {
    Source source;
    source.id = reader.required_id<SourceId>("id");
    source.document = reader.required_text("document");
    source.publisher = reader.required_text("publisher");
    source.note = reader.text("note");
    reading.model.sources.push_back(std::move(source));
  });
}

void read_related(ModelReading& reading) {
  reading.root.each_map("related", "related model", [&](MapReader& reader) {
    RelatedModel related;
    related.model = reader.required_id<ModelId>("model");
    related.text = reader.required_text("text");
    reader.in_map("stages", "'stages' of related model", [&](MapReader& stages) {
      for (const Member& member : stages.node().members) {
        const SourceSpan at = reading.context.document.span_of_key(member);
        const auto stage = reading.ids.stages.resolve(reading.context, at, member.key);
        const std::vector<StageId> nearest = stages.ids<StageId>(member.key);
        if (stage) related.stages.push_back({*stage, nearest});
      }
    });
    std::sort(related.stages.begin(), related.stages.end(),
              [](const StageMapping& a, const StageMapping& b) { return a.stage < b.stage; });
    reading.model.related.push_back(std::move(related));
  });
}

void read_accepted(ModelReading& reading) {
  reading.root.each_map("accepted", "accepted finding", [&](MapReader& reader) {
    std::string rule = reader.required_text("rule");
    std::string of = reader.required_text("of");
    reading.model.accepted.push_back(
        {std::move(rule), std::move(of), reader.required_text("reason")});
  });
}

}  // namespace stagecraft
