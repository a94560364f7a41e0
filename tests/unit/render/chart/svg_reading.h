#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// One element of a chart as the tests read it back: its name, its attributes, its text.
struct SvgElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;

  double number(const std::string& attribute) const { return std::stod(attributes.at(attribute)); }
};

/// All elements below the root of `svg`, which has no nested groups, in their order.
inline std::vector<SvgElement> elements_of(std::string_view svg) {
  std::vector<SvgElement> elements;
  std::size_t at = svg.find('<', 1);
  while (at != std::string_view::npos) {
    const std::size_t end = svg.find('>', at);
    std::string_view tag = svg.substr(at + 1, end - at - 1);
    at = svg.find('<', end);
    if (tag.front() == '/') continue;
    SvgElement element;
    const std::size_t name_end = tag.find_first_of(" /");
    element.name = tag.substr(0, name_end);
    while (true) {
      const std::size_t equals = tag.find("=\"");
      if (equals == std::string_view::npos) break;
      const std::size_t start = tag.rfind(' ', equals) + 1;
      const std::size_t quote = tag.find('"', equals + 2);
      element.attributes[std::string(tag.substr(start, equals - start))] =
          tag.substr(equals + 2, quote - equals - 2);
      tag.remove_prefix(quote + 1);
    }
    if (svg[end - 1] != '/') element.text = svg.substr(end + 1, at - end - 1);
    elements.push_back(std::move(element));
  }
  return elements;
}

/// Those that have `css_class` among their classes.
inline std::vector<SvgElement> with_class(std::string_view svg, std::string_view css_class) {
  std::vector<SvgElement> found;
  for (const SvgElement& element : elements_of(svg)) {
    const auto classes = element.attributes.find("class");
    if (classes == element.attributes.end()) continue;
    const std::string padded = " " + classes->second + " ";
    if (padded.find(" " + std::string(css_class) + " ") != std::string::npos) {
      found.push_back(element);
    }
  }
  return found;
}

/// The texts of those that have `css_class`.
inline std::vector<std::string> words_with_class(std::string_view svg, std::string_view css_class) {
  std::vector<std::string> words;
  for (const SvgElement& element : with_class(svg, css_class)) words.push_back(element.text);
  return words;
}

}  // namespace stagecraft
