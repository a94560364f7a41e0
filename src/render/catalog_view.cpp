// The list of a catalog's products and the page of each; content/docs/catalogs.md.
#include <algorithm>

#include "render/catalog_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

/// Title and link of another page; null when there is none.
Value link_to(const PageScope& scope, const PlannedPage* page) {
  if (!page) return {};
  return ValueMap{{"title", page->title}, {"href", scope.href(*page)}};
}

/// The page `step` places from this one if it is of the same kind and catalog.
const PlannedPage* beside(const PageScope& scope, std::ptrdiff_t step) {
  const std::vector<PlannedPage>& pages = scope.plan().pages;
  const std::ptrdiff_t place = &scope.page() - pages.data() + step;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(pages.size())) return nullptr;
  const PlannedPage& page = pages[static_cast<std::size_t>(place)];
  return page.kind == scope.page().kind && page.catalog == scope.page().catalog ? &page : nullptr;
}

const Catalog& catalog_of(const PageScope& scope) {
  return scope.project().catalogs[scope.page().catalog];
}

/// The audit, where everybody may read it.
Value audit_link(const PageScope& scope) {
  const PlannedPage* audit = scope.plan().find_catalog_page(PageKind::audit, scope.page().catalog);
  if (!audit || audit->listing == Listing::unlisted) return {};
  return ValueMap{{"title", scope.title_of(*audit)}, {"href", scope.href(*audit)}};
}

ValueList feeds_of(const PageScope& scope) {
  ValueList feeds;
  for (const PlannedCatalogFile& file : scope.plan().catalog_files) {
    const CatalogFile& made = scope.project().catalogs[file.catalog].files[file.file];
    if (file.catalog != scope.page().catalog || made.kind != CatalogFileKind::feed) continue;
    feeds.emplace_back(ValueMap{{"title", channel_title(scope, made.channel)},
                                {"name", made.path},
                                {"href", scope.href(file.path)}});
  }
  return feeds;
}

ValueList paragraphs_of(const std::string& text) {
  ValueList paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return paragraphs;
}

/// What pages call a fact that products state: "Material". Others have a name of their own.
std::string fact_label(const PageScope& scope, const std::string& name) {
  const auto known = scope.project().strings.find("facts." + name);
  return known == scope.project().strings.end() ? name : known->second;
}

/// The names of the options, in the order in which offers give them.
std::vector<std::string> option_names(const CatalogProduct& product) {
  std::vector<std::string> names;
  for (const CatalogOffer& offer : product.offers)
    for (const NamedText& option : offer.options)
      if (std::find(names.begin(), names.end(), option.name) == names.end())
        names.push_back(option.name);
  return names;
}

ValueList offers_of(const PageScope& scope, const CatalogProduct& product,
                    const std::vector<std::string>& names) {
  ValueList offers;
  for (const CatalogOffer& offer : product.offers) {
    ValueList options;
    for (const std::string& name : names) {
      const auto given = std::find_if(offer.options.begin(), offer.options.end(),
                                      [&](const NamedText& one) { return one.name == name; });
      options.emplace_back(given == offer.options.end() ? "" : given->value);
    }
    offers.emplace_back(ValueMap{{"id", offer.id},
                                 {"title", offer.title},
                                 {"options", std::move(options)},
                                 {"price", price_text(scope, offer)},
                                 {"former_price", former_price_text(scope, offer)},
                                 {"availability", availability_text(scope, offer)},
                                 {"gtin", offer.gtin}});
  }
  return offers;
}

void add_term(ValueList& terms, const std::string& label, std::string text,
              const std::string& address) {
  if (text.empty()) return;
  terms.emplace_back(ValueMap{{"label", label},
                              {"text", std::move(text)},
                              {"href", address.empty() ? Value() : Value(address)}});
}

std::string returns_text(const PageScope& scope, const ReturnTerms& returns) {
  if (!returns.accepted) return {};
  if (!*returns.accepted) return scope.sentence("product.no_returns");
  if (returns.days == 0) return scope.sentence("product.returns");
  return scope.sentence("product.returns_within", {{"days", std::int64_t{returns.days}}});
}

/// What the shop promises, as far as the settings say it.
ValueList terms_of(const PageScope& scope, const CatalogSettings& settings) {
  ValueList terms;
  add_term(terms, scope.label("product.seller"), settings.seller.name, settings.seller.url);
  for (const ShippingTerms& shipping : settings.shipping) {
    CatalogOffer rate;
    rate.price = amount_text(shipping.price.amount, shipping.price.currency->places);
    rate.currency = shipping.price.currency->code;
    add_term(terms, scope.label("product.shipping"),
             scope.sentence("product.shipping_to", {{"place", shipping.region.empty()
                                                                  ? shipping.country
                                                                  : shipping.region + ", " +
                                                                        shipping.country},
                                                    {"price", price_text(scope, rate)}}),
             "");
  }
  std::string returns = returns_text(scope, settings.returns);
  if (returns.empty() && !settings.seller.return_policy.empty())
    returns = scope.sentence("product.return_policy");
  add_term(terms, scope.label("product.returns"), std::move(returns),
           settings.seller.return_policy);
  return terms;
}

ValueList pictures_of(const PageScope& scope, const CatalogProduct& product) {
  ValueList pictures;
  for (const NamedText& picture : product.pictures) {
    const auto number = static_cast<std::int64_t>(pictures.size() + 1);
    std::string title = scope.sentence("product.picture", {{"number", number}});
    if (!picture.name.empty()) title += ": " + picture.name;
    pictures.emplace_back(ValueMap{{"title", std::move(title)}, {"href", picture.value}});
  }
  return pictures;
}

/// Where it can be bought: the address of the first offer that has one.
Value shop_of(const CatalogProduct& product) {
  for (const CatalogOffer& offer : product.offers)
    if (offer.url.starts_with("https://") || offer.url.starts_with("http://")) return offer.url;
  return {};
}

}  // namespace

ValueMap catalog_view(const PageScope& scope) {
  const PlannedPage& list = scope.page();
  const Catalog& catalog = catalog_of(scope);
  ValueList products;
  for (std::size_t i = list.record; i < list.record + list.records; ++i) {
    const CatalogProduct& product = catalog.products[i];
    products.emplace_back(
        ValueMap{{"title", product.title},
                 {"brand", product.brand},
                 {"price", price_range_text(scope, product.offers)},
                 {"availability", availability_text(scope, product.offers)},
                 {"href", scope.href(scope.plan().product_page(list.catalog, i))}});
  }
  const auto count = static_cast<std::int64_t>(catalog.products.size());
  return {{"title", list.title},
          {"description", catalog.description},
          {"count", scope.sentence("catalog.count", {{"count", count}})},
          {"snapshot", snapshot_text(scope, catalog)},
          {"products", std::move(products)},
          {"audit", audit_link(scope)},
          {"feeds", list.record == 0 ? feeds_of(scope) : ValueList{}},
          {"previous", link_to(scope, beside(scope, -1))},
          {"next", link_to(scope, beside(scope, 1))}};
}

ValueMap product_view(const PageScope& scope) {
  const Catalog& catalog = catalog_of(scope);
  const CatalogProduct& product = catalog.products[scope.page().record];
  const std::vector<std::string> names = option_names(product);
  ValueList facts, highlights, questions, columns;
  for (const NamedText& fact : product.facts)
    facts.emplace_back(ValueMap{{"label", fact_label(scope, fact.name)}, {"text", fact.value}});
  for (const std::string& highlight : product.highlights) highlights.emplace_back(highlight);
  for (const AnsweredQuestion& asked : product.questions)
    questions.emplace_back(ValueMap{{"question", asked.question}, {"answer", asked.answer}});
  for (const std::string& name : names) columns.emplace_back(name);
  return {{"title", product.title},
          {"catalog", ValueMap{{"title", catalog.title},
                               {"href", scope.href(scope.plan().pages[*scope.page().parent])}}},
          {"brand", product.brand},
          {"category", product.category},
          {"price", price_range_text(scope, product.offers)},
          {"availability", availability_text(scope, product.offers)},
          {"snapshot", snapshot_text(scope, catalog)},
          {"shop", shop_of(product)},
          {"description", paragraphs_of(product.description)},
          {"highlights", std::move(highlights)},
          {"facts", std::move(facts)},
          {"columns", std::move(columns)},
          {"offers", offers_of(scope, product, names)},
          {"pictures", pictures_of(scope, product)},
          {"questions", std::move(questions)},
          {"terms", terms_of(scope, catalog.settings)},
          {"previous", link_to(scope, beside(scope, -1))},
          {"next", link_to(scope, beside(scope, 1))}};
}

}  // namespace stagecraft
