#include "feed/item/plain_text.h"

#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

std::string plain(std::string_view html) {
  TextRepairs repairs;
  return plain_text(html, repairs);
}

TextRepairs repairs_of(std::string_view html) {
  TextRepairs repairs;
  plain_text(html, repairs);
  return repairs;
}

TEST_CASE("text without markup stays as it is") {
  CHECK(plain("A lamp.\nIt is 40 cm high, < 2 kg & black.") ==
        "A lamp.\nIt is 40 cm high, < 2 kg & black.");
  CHECK_FALSE(repairs_of("A lamp.").any());
}

TEST_CASE("markup goes and its sense stays") {
  CHECK(plain("<p>First.</p><p>Second<br>line</p>") == "First.\nSecond\nline");
  CHECK(plain("<ul><li>oak</li><li>steel</li></ul>") == "- oak\n- steel");
  CHECK(plain("A <b>very</b> good\n lamp") == "A very good lamp");
  CHECK(plain("<!-- note -->Lamp") == "Lamp");
}

TEST_CASE("scripts and styles go with all that is in them") {
  CHECK(plain("Lamp<script>alert('</p>')</script>.<style>p{color:red}</style>") == "Lamp.");
  CHECK(plain("Lamp<script>never ends") == "Lamp");
  CHECK(repairs_of("<script>1</script>").scripts);
}

TEST_CASE("entities are decoded once, and unknown ones stay and are reported") {
  CHECK(plain("Tea &amp; cake &ndash; 5&nbsp;&euro; &#39;now&#x27;") == "Tea & cake – 5 € 'now'");
  CHECK(plain("&nonsense; stays") == "&nonsense; stays");
  CHECK(repairs_of("&nonsense;").unknown_entities);
  CHECK(plain("&amp;ndash;") == "&ndash;");
  CHECK(repairs_of("&amp;ndash;").double_encoded);
  CHECK_FALSE(repairs_of("R&D; and more").entities);
}

TEST_CASE("control characters go and are reported, whatever way they came in") {
  CHECK(plain("La\x01mp") == "Lamp");
  CHECK(repairs_of("La\x01mp").controls);
  CHECK(plain("La&#1;mp") == "Lamp");
  CHECK(repairs_of("La&#1;mp").controls);
}

TEST_CASE("text that was decoded wrongly is seen, and good accents are not") {
  CHECK(repairs_of("GrÃ¶ÃŸe").mojibake);
  CHECK(repairs_of("donâ€™t").mojibake);
  CHECK_FALSE(repairs_of("Größe, don’t, SÃO").mojibake);
  CHECK(repairs_of("Gr\xEF\xBF\xBD\xEF\xBF\xBD").lost_characters);
}

}  // namespace
}  // namespace stagecraft::feed::testing
