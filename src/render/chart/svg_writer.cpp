#include "render/chart/svg_writer.h"

namespace stagecraft {

std::string length_text(Length length) {
  const bool negative = length.hundredths < 0;
  const std::uint64_t magnitude =
      negative ? 0 - static_cast<std::uint64_t>(length.hundredths) : length.hundredths;
  std::string text = negative ? "-" : "";
  text += std::to_string(magnitude / 100);
  const std::uint64_t places = magnitude % 100;
  if (places == 0) return text;
  text += '.';
  text += static_cast<char>('0' + places / 10);
  if (places % 10 != 0) text += static_cast<char>('0' + places % 10);
  return text;
}

std::string xml_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) ? ' ' : c;
    }
  }
  return escaped;
}

SvgWriter::SvgWriter(std::string_view css_class, Length width, Length height, std::string_view id,
                     std::string_view title, std::string_view description) {
  open(css_class, width, height);
  const std::string title_id = std::string(id) + "-title";
  const std::string description_id = std::string(id) + "-desc";
  attribute("role", "img");
  attribute("aria-labelledby", description.empty() ? title_id : title_id + " " + description_id);
  svg_ += "><title";
  attribute("id", title_id);
  svg_ += ">" + xml_text(title) + "</title>";
  if (!description.empty()) {
    svg_ += "<desc";
    attribute("id", description_id);
    svg_ += ">" + xml_text(description) + "</desc>";
  }
}

SvgWriter::SvgWriter(std::string_view css_class, Length width, Length height) {
  open(css_class, width, height);
  attribute("aria-hidden", "true");
  attribute("focusable", "false");
  svg_ += ">";
}

void SvgWriter::open(std::string_view css_class, Length width, Length height) {
  svg_ = "<svg";
  attribute("class", css_class);
  attribute("viewBox", "0 0 " + length_text(width) + " " + length_text(height));
  attribute("width", width);
  attribute("height", height);
}

void SvgWriter::line(std::string_view css_class, Point from, Point to) {
  svg_ += "<line";
  attribute("class", css_class);
  attribute("x1", from.x);
  attribute("y1", from.y);
  attribute("x2", to.x);
  attribute("y2", to.y);
  svg_ += "/>";
}

void SvgWriter::rectangle(std::string_view css_class, Point top_left, Length width, Length height) {
  svg_ += "<rect";
  attribute("class", css_class);
  attribute("x", top_left.x);
  attribute("y", top_left.y);
  attribute("width", width);
  attribute("height", height);
  svg_ += "/>";
}

void SvgWriter::circle(std::string_view css_class, Point centre, Length radius) {
  svg_ += "<circle";
  attribute("class", css_class);
  attribute("cx", centre.x);
  attribute("cy", centre.y);
  attribute("r", radius);
  svg_ += "/>";
}

void SvgWriter::polygon(std::string_view css_class, const std::vector<Point>& corners) {
  shape("polygon", css_class, corners);
}

void SvgWriter::polyline(std::string_view css_class, const std::vector<Point>& points) {
  shape("polyline", css_class, points);
}

void SvgWriter::text(std::string_view css_class, Point baseline, Anchor anchor,
                     std::string_view text) {
  if (text.empty()) return;
  svg_ += "<text";
  attribute("class", css_class);
  attribute("x", baseline.x);
  attribute("y", baseline.y);
  if (anchor != Anchor::start) {
    attribute("text-anchor", anchor == Anchor::middle ? "middle" : "end");
  }
  svg_ += ">" + xml_text(text) + "</text>";
}

std::string SvgWriter::finish() {
  svg_ += "</svg>";
  return std::move(svg_);
}

void SvgWriter::shape(std::string_view element, std::string_view css_class,
                      const std::vector<Point>& points) {
  std::string list;
  for (const Point& point : points) {
    if (!list.empty()) list += ' ';
    list += length_text(point.x) + "," + length_text(point.y);
  }
  svg_ += "<" + std::string(element);
  attribute("class", css_class);
  attribute("points", list);
  svg_ += "/>";
}

void SvgWriter::attribute(std::string_view name, Length value) {
  attribute(name, length_text(value));
}

void SvgWriter::attribute(std::string_view name, std::string_view value) {
  svg_ += ' ';
  svg_ += name;
  svg_ += "=\"";
  svg_ += xml_text(value);
  svg_ += '"';
}

}  // namespace stagecraft
