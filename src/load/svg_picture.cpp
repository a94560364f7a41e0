#include "load/svg_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "format/css.h"
#include "format/xml.h"

namespace stagecraft {
namespace {

constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr std::string_view html_space = "http://www.w3.org/1999/xhtml";
constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

constexpr std::array<std::string_view, 11> refused_elements{
    "script", "foreignobject", "handler", "listener", "iframe",   "object",
    "embed",  "audio",         "video",   "canvas",   "animation"};
constexpr std::array<std::string_view, 5> embedded_pictures{
    "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"};

/// In lower case, without the blanks and control characters that browsers pass over in addresses.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 0x20)
      result += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// Whether `address` stays within the file.
bool is_inside(std::string_view address) {
  const std::string text = plain(address);
  return text.empty() || text.starts_with('#') ||
         std::any_of(embedded_pictures.begin(), embedded_pictures.end(),
                     [&](std::string_view start) {
                       return text.starts_with(start) && text.size() > start.size() &&
                              (text[start.size()] == ';' || text[start.size()] == ',');
                     });
}

/// The number at the start of `text`, which is shortened by it and the separators after it.
std::optional<Exact> take_number(std::string_view& text) {
  constexpr std::string_view separators = " \t\r\n,";
  text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
  const std::string_view number = text.substr(0, text.find_first_of(separators));
  text.remove_prefix(number.size());
  if (number.starts_with('.')) return parse_decimal("0" + std::string(number));
  return parse_decimal(number);
}

std::optional<Exact> pixels(std::string_view text) {
  if (text.ends_with("px")) text.remove_suffix(2);
  return take_number(text);
}

/// Judges the elements of one picture.
class SvgJudge : public XmlHandler {
 public:
  explicit SvgJudge(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  SvgPicture picture;

  void start(const XmlElement& element) override {
    if (depth_++ == 0) read_root(element);
    judge_name(element);
    for (const XmlAttribute& attribute : element.attributes) judge_attribute(element, attribute);
    if (plain(element.name.local) == "style") {
      style_place_ = element.place;
      style_depth_ = depth_;
    }
  }

  void text(std::string_view text) override {
    if (style_depth_ > 0) style_ += text;
  }

  void end() override {
    if (style_depth_ == depth_) {
      judge_style(style_, style_place_, "the style");
      picture.adapts |= style_.find("prefers-color-scheme") != std::string::npos;
      style_.clear();
      style_depth_ = 0;
    }
    --depth_;
  }

 private:
  void read_root(const XmlElement& root) {
    if (root.name.local != "svg" || root.name.space != svg_space)
      return error(root.place, "this is no SVG",
                   {fmt::format("it begins with <svg xmlns=\"{}\">", svg_space)});
    std::optional<Exact> width, height;
    for (const XmlAttribute& attribute : root.attributes) {
      if (!attribute.name.space.empty()) continue;
      std::string_view value = attribute.value;
      if (attribute.name.local == "width" && !has_box_) width = pixels(value);
      if (attribute.name.local == "height" && !has_box_) height = pixels(value);
      if (attribute.name.local != "viewBox") continue;
      take_number(value);
      take_number(value);
      width = take_number(value);
      height = take_number(value);
      has_box_ = true;
    }
    if (!width || !height || *width <= 0 || *height <= 0)
      return error(root.place, "the picture does not say how wide and how high it is",
                   {"it needs a viewBox, as in viewBox=\"0 0 120 32\""});
    picture.width = *width;
    picture.height = *height;
  }

  void judge_name(const XmlElement& element) {
    const std::string name = plain(element.name.local);
    if (element.name.space == html_space)
      error(element.place,
            fmt::format("the HTML element '{}' is not allowed in a logo", element.name.local));
    else if (std::find(refused_elements.begin(), refused_elements.end(), name) !=
             refused_elements.end())
      error(element.place,
            fmt::format("the element '{}' is not allowed in a logo", element.name.local));
  }

  void judge_attribute(const XmlElement& element, const XmlAttribute& attribute) {
    const std::string name = plain(attribute.name.local);
    const auto refuse = [&](std::string_view what) {
      error(element.place,
            fmt::format("{} '{}' is not allowed in a logo", what, attribute.name.local));
    };
    if (name.starts_with("on")) return refuse("the event handler");
    if (attribute.name.space == xml_space && name == "base") return refuse("the attribute");
    if (plain(attribute.value).find("javascript:") != std::string::npos)
      return error(element.place,
                   fmt::format("'{}' holds 'javascript:', which is not allowed in a logo",
                               attribute.name.local));
    const std::string value = plain(attribute.value);
    if (name == "attributename" && (value == "href" || value.ends_with(":href")))
      return error(element.place, "animating a link is not allowed in a logo");
    if ((name == "href" || name == "src") && !is_inside(attribute.value))
      return report_reference(element.place, attribute.value);
    judge_style(attribute.value, element.place, fmt::format("'{}'", attribute.name.local));
  }

  /// Style sheets, and attributes, which may name files by url(…) as well.
  void judge_style(std::string_view style, const SourceSpan& place, const std::string& where) {
    for (const CssReference& reference : css_references(style)) {
      if (reference.is_import)
        error(place, fmt::format("{} imports '{}', which is not allowed in a logo", where,
                                 reference.address));
      else if (!is_inside(reference.address))
        report_reference(place, reference.address);
    }
  }

  void report_reference(const SourceSpan& place, std::string_view address) {
    error(place, fmt::format("the reference to '{}' leads out of the logo", address),
          {"a logo refers to its own parts ('#gradient') and embedded bitmaps only"});
  }

  void error(const SourceSpan& place, std::string message, std::vector<std::string> notes = {}) {
    diagnostics_.error(place, std::move(message), std::move(notes));
  }

  Diagnostics& diagnostics_;
  int depth_ = 0;
  int style_depth_ = 0;  // of the style element that is open, else 0
  SourceSpan style_place_;
  std::string style_;
  bool has_box_ = false;
};

}  // namespace

std::optional<SvgPicture> read_svg_picture(const SourceText& source, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  SvgJudge judge(diagnostics);
  read_xml(source, judge, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return judge.picture;
}

}  // namespace stagecraft
