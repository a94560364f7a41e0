#include "render/template/value.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

TEST_CASE("a copy of a map keeps its values when the other is set") {
  ValueMap original{{"a", 1}, {"b", "two"}};
  ValueMap copy = original;
  copy.set("a", 9);
  copy.set("c", 3);
  CHECK(original == ValueMap{{"a", 1}, {"b", "two"}});
  CHECK(copy == ValueMap{{"a", 9}, {"b", "two"}, {"c", 3}});
  original.set("b", 0);
  CHECK(*copy.find("b") == Value("two"));
}

TEST_CASE("a copy of a map is the map until one of them is set") {
  const ValueMap original{{"a", ValueMap{{"b", 1}}}};
  const ValueMap copy = original;
  CHECK(copy.find("a") == original.find("a"));
}

TEST_CASE("a map without values finds nothing, and is equal to another one") {
  const ValueMap none;
  CHECK(none.find("a") == nullptr);
  CHECK(none.members().empty());
  CHECK(none == ValueMap{});
}

}  // namespace
}  // namespace stagecraft
