#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_text.h"

namespace stagecraft {

/// A name with the address of its namespace; `space` is empty when it is in none.
struct XmlName {
  std::string_view space;
  std::string_view local;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;  ///< references resolved, blanks normalised
};

struct XmlElement {
  XmlName name;
  std::vector<XmlAttribute> attributes;  ///< without the declarations of namespaces
  SourceSpan place;                      ///< "<" and the name as written
};

/// Takes the parts of a document in their order. What it is given lives as long as the call.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlElement& element) = 0;
  /// One run of character data; a text may come in several.
  virtual void text(std::string_view text) = 0;
  virtual void end() = 0;
};

/// Reads `source`, UTF-8, as XML 1.0 with namespaces and hands its parts to `handler`, streaming.
/// False, and an error at its line and column, when it is not well-formed or has a document type
/// (which could define entities and name other files) or a processing instruction; the parts before
/// it have been handed over then.
bool read_xml(const SourceText& source, XmlHandler& handler, Diagnostics& diagnostics);

}  // namespace stagecraft
