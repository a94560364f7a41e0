#include <algorithm>
#include <cassert>

#include "render/chart/ladder.h"
#include "render/model_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

/// Fills the holes of one page's text: links, images and shortcodes, for HTML and for Markdown.
class TextFilling {
 public:
  explicit TextFilling(const PageScope& scope)
      : scope_(scope), page_(scope.project().pages[scope.page().content]) {}

  std::string html() const {
    MarkdownFilling filling;
    filling.target_of = [&](const MarkdownLink& link) { return target_of(planned(link)); };
    filling.html_of = [&](const Shortcode& shortcode) { return filled(shortcode, ".html"); };
    return fill_markdown(page_.body, filling);
  }

  /// The text as written, its links led to the twins of pages and its shortcodes filled in.
  std::string markdown() const {
    struct Hole {
      std::size_t offset, length;
      std::string text;
    };
    std::vector<Hole> holes;
    for (const MarkdownLink& link : page_.body.links)
      if (page_.body.source->text().substr(link.offset, link.length) == link.url)
        holes.push_back({link.offset, link.length, target_of(planned(link)).url});
    for (const Shortcode& shortcode : page_.body.shortcodes)
      holes.push_back({shortcode.offset, shortcode.length, filled(shortcode, ".md")});
    std::sort(holes.begin(), holes.end(),
              [](const Hole& a, const Hole& b) { return a.offset > b.offset; });
    std::string text = page_.markdown;
    for (const Hole& hole : holes)
      text.replace(hole.offset - page_.body_offset, hole.length, hole.text);
    text.erase(0, text.find_first_not_of("\r\n"));
    return text;
  }

 private:
  const PlannedLink& planned(const MarkdownLink& link) const {
    const auto index = static_cast<std::size_t>(&link - page_.body.links.data());
    assert(index < scope_.page().links.size());
    return scope_.page().links[index];
  }

  LinkTarget target_of(const PlannedLink& link) const {
    if (link.route) return {relative_link(scope_.page().route, *link.route) + link.rest, 0, 0};
    if (!link.file) return {link.rest, 0, 0};
    const ContentFile& file = scope_.project().files[*link.file];
    return {scope_.href(file.path), file.width, file.height};
  }

  std::string filled(const Shortcode& shortcode, std::string_view form) const {
    return scope_.part("shortcodes/" + shortcode.name + std::string(form), view_of(shortcode));
  }

  Value view_of(const Shortcode& shortcode) const {
    if (shortcode.name == "note") return ValueMap{{"text", argument(shortcode, "text")}};
    if (shortcode.name == "figure") return figure_view(shortcode);
    if (shortcode.name == "kpi") return kpi_view(shortcode);
    assert(shortcode.name == "ladder");
    return ladder_view(shortcode);
  }

  static std::string argument(const Shortcode& shortcode, std::string_view name) {
    const std::string* value = shortcode.find(name);
    return value ? *value : "";
  }

  Value figure_view(const Shortcode& shortcode) const {
    const auto index = static_cast<std::size_t>(&shortcode - page_.body.shortcodes.data());
    const LinkTarget target = target_of(scope_.page().figures[index]);
    return ValueMap{{"src", target.url},
                    {"alt", argument(shortcode, "alt")},
                    {"caption", argument(shortcode, "caption")},
                    {"width", target.width > 0 ? Value(target.width) : Value()},
                    {"height", target.height > 0 ? Value(target.height) : Value()}};
  }

  std::size_t model_index(const Shortcode& shortcode) const {
    const std::vector<MaturityModel>& models = scope_.project().models;
    const auto found = std::find_if(models.begin(), models.end(), [&](const MaturityModel& model) {
      return model.id.text() == argument(shortcode, "model");
    });
    assert(found != models.end() && "check_shortcodes");
    return static_cast<std::size_t>(found - models.begin());
  }

  Value kpi_view(const Shortcode& shortcode) const {
    const std::size_t index = model_index(shortcode);
    const MaturityModel& model = scope_.project().models[index];
    const Kpi& kpi = *model.find(KpiId(argument(shortcode, "kpi")));
    const StageIndex stage = *model.find(StageId(argument(shortcode, "stage")));
    const Source* source = model.find(kpi.source);
    return ValueMap{{"title", kpi.title},
                    {"typical", typical_text(scope_, kpi, kpi.typical[stage])},
                    {"stage", stage_reference(scope_, index, stage)},
                    {"source", source ? source->publisher + ", " + source->document : ""}};
  }

  Value ladder_view(const Shortcode& shortcode) const {
    const std::size_t index = model_index(shortcode);
    const MaturityModel& model = scope_.project().models[index];
    const std::optional<StageIndex> stage = model.find(StageId(argument(shortcode, "stage")));
    ValueList stages;
    for (StageIndex i = 0; i < model.stages.size(); ++i)
      stages.push_back(stage_reference(scope_, index, i));
    const std::string id = "ladder-" + std::to_string(shortcode.offset);
    return ValueMap{{"title", model.title},
                    {"chart", marked_ladder(scope_, model, stage, id)},
                    {"stages", std::move(stages)},
                    {"stage", stage_reference(scope_, index, stage)}};
  }

  const PageScope& scope_;
  const ContentPage& page_;
};

}  // namespace

ValueMap content_view(const PageScope& scope) {
  const ContentPage& page = scope.project().pages[scope.page().content];
  ValueList outline;
  for (const MarkdownHeading& heading : page.body.outline)
    outline.emplace_back(ValueMap{{"level", heading.level},
                                  {"text", heading.text},
                                  {"href", "#" + heading.id}});
  const TextFilling filling(scope);
  return {{"title", page.title},
          {"description", page.description},
          {"outline", std::move(outline)},
          {"body", Markup{filling.html(), filling.markdown()}}};
}

}  // namespace stagecraft
