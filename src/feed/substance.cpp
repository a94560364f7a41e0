#include "feed/substance.h"

#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t most_categories = 200;

constexpr std::array<std::string_view, fact_count> fact_texts{"material",
                                                              "colour",
                                                              "size",
                                                              "length, width, height or weight",
                                                              "details",
                                                              "highlights",
                                                              "questions and answers",
                                                              "more than one image",
                                                              "GTIN"};

std::bitset<fact_count> facts_of(const Item& item) {
  const Description& own = item.variant->own;
  const Description& shared = item.product->shared;
  std::bitset<fact_count> facts;
  const auto set = [&](Fact fact, bool has) { facts.set(static_cast<std::size_t>(fact), has); };
  set(Fact::material, item.has(Attribute::material));
  set(Fact::color, item.has(Attribute::color));
  set(Fact::size, item.has(Attribute::size));
  set(Fact::measures, item.has(Attribute::length) || item.has(Attribute::width) ||
                          item.has(Attribute::height) || item.has(Attribute::weight));
  set(Fact::details, !own.details.empty() || !shared.details.empty());
  set(Fact::highlights, !own.highlights.empty() || !shared.highlights.empty());
  set(Fact::questions, !own.questions.empty() || !shared.questions.empty());
  set(Fact::more_images, !own.images.empty() || !shared.images.empty());
  set(Fact::gtin, !item.gtin.empty());
  return facts;
}

void count_in(CategorySubstance& category, const std::bitset<fact_count>& facts, std::size_t images,
              std::size_t characters) {
  ++category.items;
  category.images += images;
  category.description_characters += characters;
  for (std::size_t fact = 0; fact < fact_count; ++fact) category.with[fact] += facts[fact] ? 1 : 0;
}

}  // namespace

std::string_view fact_text(Fact fact) {
  return fact_texts[static_cast<std::size_t>(fact)];
}

void Substance::count(const Item& item) {
  const std::bitset<fact_count> facts = facts_of(item);
  const std::size_t images = (item.image.empty() ? 0 : 1) + item.variant->own.images.size() +
                             item.product->shared.images.size();
  const std::size_t characters = length_of(item.description);
  count_in(all_, facts, images, characters);
  const std::string& type = item.get(Attribute::product_type).text;
  const std::string& name = type.empty() ? item.category : type;
  const auto found = categories_.find(name);
  if (found != categories_.end()) return count_in(found->second, facts, images, characters);
  const bool is_full = categories_.size() >= most_categories;
  count_in(categories_[is_full ? "other" : name], facts, images, characters);
}

}  // namespace stagecraft::feed
