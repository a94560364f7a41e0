#include "render/chart/svg_writer.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// What a writer adds to an empty decorative image of 10 by 10.
template <typename Draw>
std::string drawn_by(Draw draw) {
  SvgWriter empty("x", units(10), units(10));
  SvgWriter svg("x", units(10), units(10));
  draw(svg);
  const std::string head = empty.finish();
  const std::string all = svg.finish();
  const std::size_t end = std::string("</svg>").size();
  return all.substr(head.size() - end, all.size() - head.size());
}

TEST_CASE("lengths have at most two places and no trailing zeros") {
  CHECK(length_text(units(12)) == "12");
  CHECK(length_text({1250}) == "12.5");
  CHECK(length_text({1205}) == "12.05");
  CHECK(length_text({0}) == "0");
  CHECK(length_text({-33}) == "-0.33");
  CHECK(length_text({-1200}) == "-12");
}

TEST_CASE("the smallest length can be written") {
  CHECK(length_text({INT64_MIN}) == "-92233720368547758.08");
}

TEST_CASE("markup in words stays words") {
  CHECK(xml_text("<b> & \"q\" 'a'") == "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;");
}

TEST_CASE("control characters become spaces and letters of any script stay") {
  CHECK(xml_text(std::string_view("a\0b\x1b\x7f", 5)) == "a b  ");
  CHECK(xml_text("größer 成熟度") == "größer 成熟度");
}

TEST_CASE("an image is named by its title and its description") {
  SvgWriter svg("c", units(10), units(20), "kpi-1", "Ticket deflection: 52 %", "Two ranges.");
  CHECK(svg.finish() ==
        "<svg class=\"c\" viewBox=\"0 0 10 20\" width=\"10\" height=\"20\" role=\"img\""
        " aria-labelledby=\"kpi-1-title kpi-1-desc\">"
        "<title id=\"kpi-1-title\">Ticket deflection: 52 %</title>"
        "<desc id=\"kpi-1-desc\">Two ranges.</desc></svg>");
}

TEST_CASE("an image without a description does not refer to one") {
  SvgWriter svg("c", units(1), units(1), "a", "Title", "");
  const std::string image = svg.finish();
  CHECK(image.find("aria-labelledby=\"a-title\"") != std::string::npos);
  CHECK(image.find("desc") == std::string::npos);
}

TEST_CASE("a decorative image is hidden and has no name") {
  SvgWriter svg("c", units(1), units(1));
  CHECK(svg.finish() ==
        "<svg class=\"c\" viewBox=\"0 0 1 1\" width=\"1\" height=\"1\" aria-hidden=\"true\""
        " focusable=\"false\"></svg>");
}

TEST_CASE("shapes carry a class and their places, never a colour") {
  CHECK(drawn_by([](SvgWriter& svg) {
          svg.line("l", {units(1), units(2)}, {units(3), {450}});
        }) == "<line class=\"l\" x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4.5\"/>");
  CHECK(drawn_by([](SvgWriter& svg) {
          svg.rectangle("r", {units(1), units(2)}, units(3), units(4));
        }) == "<rect class=\"r\" x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>");
  CHECK(drawn_by([](SvgWriter& svg) {
          svg.circle("c", {units(1), units(2)}, units(3));
        }) == "<circle class=\"c\" cx=\"1\" cy=\"2\" r=\"3\"/>");
  CHECK(drawn_by([](SvgWriter& svg) {
          svg.polygon("p", {{units(0), units(0)}, {units(1), {50}}});
        }) == "<polygon class=\"p\" points=\"0,0 1,0.5\"/>");
}

TEST_CASE("hostile words in a text end neither the element nor the image") {
  CHECK(drawn_by([](SvgWriter& svg) {
          svg.text("t", {units(1), units(2)}, Anchor::end, "</text></svg><script>");
        }) ==
        "<text class=\"t\" x=\"1\" y=\"2\" text-anchor=\"end\">"
        "&lt;/text&gt;&lt;/svg&gt;&lt;script&gt;</text>");
}

}  // namespace
}  // namespace stagecraft
