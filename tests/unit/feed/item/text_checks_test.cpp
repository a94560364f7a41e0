#include "feed/item/text_checks.h"

#include <string>

#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

TEST_CASE("every promotional phrase is found, in either case and wherever it stands") {
  for (const std::string words :
       {"free shipping", "best price", "sale!", "buy now", "limited time", "lowest price",
        "cheapest", "free gift", "save up to", "discount", "money back", "best seller"}) {
    CHECK(promotion_in("A mug: " + words + " today") == words);
    CHECK(promotion_in(words) == words);
    std::string shouted = words;
    for (char& c : shouted) c = 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(promotion_in("(" + shouted + ")") == shouted);
  }
  CHECK(promotion_in("now 20% off") == "% off");
}

TEST_CASE("a phrase within a longer word is no promotion") {
  CHECK(promotion_in("discounted") == "");
  CHECK(promotion_in("a wholesale! price") == "");
  CHECK(promotion_in("carefree shipping box") == "");
  CHECK(promotion_in("sales of bestsellers") == "");
  CHECK(promotion_in("20% offset printing") == "");
}

TEST_CASE("an address holds no blank, no mark that must be escaped and no letter beyond ASCII") {
  CHECK(is_web_address("https://shop.example/a?b=c#d"));
  for (const char* const text :
       {"https://shop.example/a b", "https://shop.example/<a>", "https://shop.example/\"a\"",
        "https://shop.example/a|b", "https://shop.example/{a}", "https://shop.example/caf\xC3\xA9",
        "https://shop.example/a\nb", "https://shop", "shop.example/a"})
    CHECK_FALSE(is_web_address(text));
}

}  // namespace
}  // namespace stagecraft::feed::testing
