// The audit of a catalog; content/docs/catalogs.md says what its page shows.
#include <algorithm>

#include "render/catalog_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

/// "say whether it can be bought" as a sentence of its own.
std::string as_sentence(std::string text) {
  if (!text.empty() && 'a' <= text.front() && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

/// The view of one audit.
class AuditPage {
 public:
  explicit AuditPage(const PageScope& scope)
      : scope_(scope),
        catalog_(scope.project().catalogs[scope.page().catalog]),
        audit_(catalog_.audit) {}

  ValueMap view() const {
    const PlannedPage& list =
        *scope_.plan().find_catalog_page(PageKind::catalog, scope_.page().catalog);
    return {{"title", scope_.title_of(scope_.page())},
            {"catalog", ValueMap{{"title", catalog_.title}, {"href", scope_.href(list)}}},
            {"lead", lead()},
            {"snapshot", snapshot_text(scope_, catalog_)},
            {"earlier", earlier()},
            {"channels", channels()},
            {"rules", rules()},
            {"worst", worst()},
            {"exclusions", named(audit_.exclusions)},
            {"normalised", named(audit_.normalised)},
            {"unchecked", named(audit_.unchecked)},
            {"repeated", repeated()},
            {"facts", fact_names()},
            {"categories", categories()},
            {"files", files()}};
  }

 private:
  std::string count(std::uint64_t number) const {
    return scope_.number(Exact(static_cast<std::int64_t>(number)));
  }

  /// "+3", "−2", "±0"
  std::string change(std::int64_t from, std::int64_t to) const {
    if (from == to) return scope_.label("audit.unchanged");
    return (to > from ? "+" : "−") + scope_.number(Exact(to > from ? to - from : from - to));
  }

  std::string lead() const {
    return scope_.sentence(
        "audit.lead", {{"items", static_cast<std::int64_t>(audit_.read)},
                       {"rules", static_cast<std::int64_t>(audit_.rules.size())}});
  }

  std::string earlier() const {
    if (!audit_.earlier) return {};
    const std::optional<Date> date = parse_date(audit_.earlier->date);
    return date ? scope_.sentence("audit.since", {{"date", scope_.date(*date)}})
                : scope_.sentence("audit.since_last");
  }

  std::string repeated() const {
    return scope_.sentence(
        "audit.repeated", {{"count", static_cast<std::int64_t>(audit_.repeated_descriptions)}});
  }

  ValueList channels() const {
    ValueList channels;
    for (const AuditedChannel& channel : audit_.channels) {
      std::string since;
      if (audit_.earlier)
        if (const auto then = audit_.earlier->scores.find(channel.name);
            then != audit_.earlier->scores.end())
          since = change(then->second, channel.score);
      channels.emplace_back(ValueMap{{"title", channel_title(scope_, channel.name)},
                                     {"score", std::to_string(channel.score)},
                                     {"change", std::move(since)},
                                     {"published", count(channel.published)},
                                     {"disapproved", count(channel.disapproved)},
                                     {"excluded", count(audit_.excluded)}});
    }
    return channels;
  }

  /// Where a product of the catalog has its page; null when it has none.
  Value href_of(const std::optional<std::size_t>& product) const {
    if (!product) return {};
    return scope_.href(scope_.plan().product_page(scope_.page().catalog, *product));
  }

  ValueList places(const AuditedRule& rule) const {
    ValueList places;
    for (const AuditPlace& place : rule.places) {
      std::string title = place.id.empty() ? scope_.label("audit.the_file") : place.id;
      places.emplace_back(
          ValueMap{{"title", std::move(title)},
                   {"href", href_of(place.product)},
                   {"line", scope_.sentence("audit.line",
                                            {{"line", std::to_string(place.line)}})},
                   {"attribute", place.attribute},
                   {"value", place.value},
                   {"note", place.note}});
    }
    return places;
  }

  ValueList rules() const {
    ValueList rules;
    for (const AuditedRule& rule : audit_.rules) {
      std::string since;
      if (audit_.earlier) {
        const auto then = audit_.earlier->items.find(rule.id);
        since = then == audit_.earlier->items.end()
                    ? scope_.label("audit.new_rule")
                    : change(static_cast<std::int64_t>(then->second),
                             static_cast<std::int64_t>(rule.items));
      }
      rules.emplace_back(ValueMap{{"id", rule.id},
                                  {"title", rule.title},
                                  {"fix", as_sentence(rule.fix)},
                                  {"severity", scope_.label("audit." + rule.severity)},
                                  {"source", rule.source},
                                  {"items", count(rule.items)},
                                  {"refused", count(rule.refused)},
                                  {"alone", count(rule.alone)},
                                  {"change", std::move(since)},
                                  {"places", places(rule)}});
    }
    return rules;
  }

  ValueList worst() const {
    ValueList worst;
    for (const AuditedProduct& product : audit_.worst) {
      std::string rules;
      for (const std::string& rule : product.rules) rules += (rules.empty() ? "" : ", ") + rule;
      worst.emplace_back(ValueMap{
          {"title", product.title},
          {"href", href_of(product.product)},
          {"line", scope_.sentence("audit.line", {{"line", std::to_string(product.line)}})},
          {"score", std::to_string(product.score)},
          {"refused_by", count(product.refused_by)},
          {"rules", std::move(rules)}});
    }
    return worst;
  }

  static ValueList named(const std::vector<NamedText>& texts) {
    ValueList list;
    for (const NamedText& text : texts)
      list.emplace_back(ValueMap{{"label", text.name}, {"text", text.value}});
    return list;
  }

  ValueList fact_names() const {
    ValueList names;
    for (const AuditedFact& fact : audit_.all.facts) names.emplace_back(fact.name);
    return names;
  }

  Value category(const CategoryFacts& category, const std::string& title) const {
    const std::uint64_t items = std::max<std::uint64_t>(category.items, 1);
    ValueList shares;
    for (const AuditedFact& fact : category.facts) {
      const std::uint64_t percent = (200 * fact.items + items) / (2 * items);
      shares.emplace_back(
          scope_.sentence("audit.percent", {{"percent", static_cast<std::int64_t>(percent)}}));
    }
    return ValueMap{{"title", title},
                    {"items", count(category.items)},
                    {"shares", std::move(shares)},
                    {"images", scope_.number(Exact(category.images) / Exact(items))},
                    {"characters", count((2 * category.description_characters + items) /
                                         (2 * items))}};
  }

  ValueList categories() const {
    ValueList rows;
    if (audit_.all.items == 0) return rows;
    rows.emplace_back(category(audit_.all, scope_.label("audit.all_items")));
    for (const CategoryFacts& one : audit_.categories)
      rows.emplace_back(category(one, one.name));
    return rows;
  }

  ValueList files() const {
    ValueList files;
    for (const PlannedCatalogFile& file : scope_.plan().catalog_files) {
      const CatalogFile& made = scope_.project().catalogs[file.catalog].files[file.file];
      if (file.catalog != scope_.page().catalog || made.kind != CatalogFileKind::audit) continue;
      files.emplace_back(ValueMap{{"title", made.path}, {"href", scope_.href(file.path)}});
    }
    return files;
  }

  const PageScope& scope_;
  const Catalog& catalog_;
  const CatalogAudit& audit_;
};

}  // namespace

ValueMap audit_view(const PageScope& scope) { return AuditPage(scope).view(); }

}  // namespace stagecraft
