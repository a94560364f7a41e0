// How much a catalog tells about its products. An assistant can recommend only what it understands.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "feed/item/item.h"

namespace stagecraft::feed {

/// What items of a category can say that helps to choose among them.
enum class Fact {
  material,
  color,
  size,
  measures,
  details,
  highlights,
  questions,
  more_images,
  gtin
};

constexpr std::size_t fact_count = static_cast<std::size_t>(Fact::gtin) + 1;

/// How reports call it: "material", "size and weight".
std::string_view fact_text(Fact fact);

/// The items of one category.
struct CategorySubstance {
  std::uint64_t items = 0;
  std::array<std::uint64_t, fact_count> with{};  ///< items that have the fact
  std::uint64_t images = 0;
  std::uint64_t description_characters = 0;
};

/// Counts facts by category: the shop's product type, or Google's category where there is none.
/// Beyond 200 categories, further ones count together as "other".
class Substance {
 public:
  void count(const Item& item);

  const std::map<std::string, CategorySubstance, std::less<>>& categories() const {
    return categories_;
  }
  const CategorySubstance& all() const { return all_; }

 private:
  std::map<std::string, CategorySubstance, std::less<>> categories_;
  CategorySubstance all_;
};

}  // namespace stagecraft::feed
