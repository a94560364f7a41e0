#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// A length or coordinate in hundredths of an SVG unit: whole, so that the text of a chart depends
/// on nothing but its numbers.
struct Length {
  std::int64_t hundredths = 0;

  auto operator<=>(const Length&) const = default;
};

constexpr Length units(std::int64_t count) {
  return {count * 100};
}
constexpr Length operator+(Length a, Length b) {
  return {a.hundredths + b.hundredths};
}
constexpr Length operator-(Length a, Length b) {
  return {a.hundredths - b.hundredths};
}
constexpr Length operator*(Length a, std::int64_t factor) {
  return {a.hundredths * factor};
}
constexpr Length operator/(Length a, std::int64_t parts) {
  return {a.hundredths / parts};
}

struct Point {
  Length x;
  Length y;
};

/// Which side of a text its x stands for.
enum class Anchor { start, middle, end };

/// Which of the two layouts of a chart: for at least 600 CSS pixels, or for less.
enum class ChartWidth { wide, narrow };

/// Writes one SVG image. Colours and strokes come from the class of each element, never from here.
class SvgWriter {
 public:
  /// An image with a name and a description for those who do not see it. `id` begins the ids of
  /// both; it is unique on its page. `description` may be empty.
  SvgWriter(std::string_view css_class, Length width, Length height, std::string_view id,
            std::string_view title, std::string_view description);

  /// A decorative image, hidden from assistive technology.
  SvgWriter(std::string_view css_class, Length width, Length height);

  void line(std::string_view css_class, Point from, Point to);
  void rectangle(std::string_view css_class, Point top_left, Length width, Length height);
  void circle(std::string_view css_class, Point centre, Length radius);
  void polygon(std::string_view css_class, const std::vector<Point>& corners);
  void polyline(std::string_view css_class, const std::vector<Point>& points);
  void text(std::string_view css_class, Point baseline, Anchor anchor, std::string_view text);

  /// The whole image. Nothing can be added afterwards.
  std::string finish();

 private:
  void open(std::string_view css_class, Length width, Length height);
  void shape(std::string_view element, std::string_view css_class,
             const std::vector<Point>& points);
  void attribute(std::string_view name, Length value);
  void attribute(std::string_view name, std::string_view value);

  std::string svg_;
};

/// `length` in SVG units with at most two decimal places: "12", "12.5", "-0.33".
std::string length_text(Length length);

/// `text` as XML character data or as the value of a quoted attribute; control characters, which
/// XML does not allow, become spaces.
std::string xml_text(std::string_view text);

}  // namespace stagecraft
