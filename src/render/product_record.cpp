#include "render/product_record.h"

namespace stagecraft {
namespace {

Record named_record(const NamedText& text) {
  return {{"name", text.name}, {"value", text.value}};
}

Record offer_record(const CatalogOffer& offer) {
  Record record{{"id", offer.id}, {"title", offer.title}};
  put(record, "options", list_of(offer.options, named_record));
  put(record, "price", offer.price);
  put(record, "sale_price", offer.sale_price);
  put(record, "currency", offer.currency);
  record["availability"] = offer.availability;
  put(record, "gtin", offer.gtin);
  put(record, "mpn", offer.mpn);
  put(record, "url", offer.url);
  return record;
}

Record picture_record(const NamedText& picture) {
  Record record{{"url", picture.value}};
  put(record, "text", picture.name);
  return record;
}

}  // namespace

Record product_record(const PageScope& scope) {
  const Catalog& catalog = scope.project().catalogs[scope.page().catalog];
  const CatalogProduct& product = catalog.products[scope.page().record];
  Record record{{"schema", "stagecraft/product/1"},
                {"catalog", catalog.id},
                {"id", product.slug},
                {"title", product.title}};
  if (catalog.settings.date.is_given()) put(record, "snapshot", iso_text(catalog.settings.date));
  put(record, "brand", product.brand);
  put(record, "category", product.category);
  put(record, "description", product.description);
  put(record, "highlights", product.highlights);
  put(record, "facts", list_of(product.facts, named_record));
  record["offers"] = list_of(product.offers, offer_record);
  put(record, "pictures", list_of(product.pictures, picture_record));
  put(record, "questions", list_of(product.questions, [](const AnsweredQuestion& asked) {
        return Record{{"question", asked.question}, {"answer", asked.answer}};
      }));
  return record;
}

Record audit_record(const PageScope& scope) {
  return Record::parse(scope.project().catalogs[scope.page().catalog].audit.record);
}

}  // namespace stagecraft
