#include "format/xml.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// Writes what it is given down: "(name attribute=value" … "text" … ")".
class Writer : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    written += "(" + text_of(element.name);
    for (const XmlAttribute& attribute : element.attributes)
      written += " " + text_of(attribute.name) + "=" + std::string(attribute.value);
    written += ";";
  }
  void text(std::string_view text) override { written += text; }
  void end() override { written += ")"; }

  std::string written;

 private:
  static std::string text_of(const XmlName& name) {
    return (name.space.empty() ? "" : "{" + std::string(name.space) + "}") +
           std::string(name.local);
  }
};

std::string parts_of(std::string text) {
  const SourceText source("logo.svg", std::move(text));
  Diagnostics diagnostics;
  Writer writer;
  REQUIRE(read_xml(source, writer, diagnostics));
  REQUIRE_FALSE(diagnostics.has_errors());
  return writer.written;
}

/// The first line of the only message.
std::string mistake_in(std::string text) {
  const SourceText source("logo.svg", std::move(text));
  Diagnostics diagnostics;
  Writer writer;
  REQUIRE_FALSE(read_xml(source, writer, diagnostics));
  REQUIRE(diagnostics.error_count() == 1);
  const std::string message = format_diagnostic(diagnostics.sorted().front());
  return message.substr(0, message.find('\n'));
}

TEST_CASE("elements, attributes and texts come in their order") {
  CHECK(parts_of("<a x='1'>b<c/>d&amp;<![CDATA[<e>]]></a>") == "(a x=1;b(c;)d&<e>)");
  CHECK(parts_of("<?xml version='1.0' encoding='utf-8'?>\n<a><!-- b --></a>\n") == "(a;)");
}

TEST_CASE("names come with their namespaces whatever the prefix") {
  CHECK(parts_of("<s:a xmlns:s='urn:x' s:b='1' c='2'/>") == "({urn:x}a {urn:x}b=1 c=2;)");
  CHECK(parts_of("<a xmlns='urn:x' b='1'/>") == "({urn:x}a b=1;)");
}

TEST_CASE("what is not well-formed is reported where it stands") {
  CHECK(mistake_in("<a>\n  <b></c>\n</a>") ==
        "logo.svg:2:8: error: this end tag does not match the last open tag");
  CHECK(mistake_in("<a b='1' b='2'/>") ==
        "logo.svg:1:10: error: this element has an attribute twice");
  CHECK(mistake_in("<a>&nbsp;</a>") == "logo.svg:1:4: error: this entity is not one of XML's own");
  CHECK(mistake_in("") == "logo.svg:1:1: error: the file holds no element");
  CHECK(mistake_in("<a/>\n<b/>") ==
        "logo.svg:2:1: error: something follows the end of the outermost element");
  CHECK(mistake_in("<x:a/>") == "logo.svg:1:1: error: this prefix has no namespace");
}

TEST_CASE("only UTF-8 is read, whatever the file says of itself") {
  CHECK(mistake_in("<a>\n\xFF</a>") == "logo.svg:2:1: error: this is not UTF-8");
  CHECK(parts_of("<?xml version='1.0' encoding='iso-8859-1'?><a>\xC3\xBC</a>") == "(a;\xC3\xBC)");
}

TEST_CASE("document types and instructions are refused") {
  CHECK(mistake_in("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") ==
        "logo.svg:1:1: error: a document type is not allowed");
  CHECK(mistake_in("<?xml-stylesheet href='x.css'?><a/>") ==
        "logo.svg:1:1: error: the instruction '<?xml-stylesheet' is not allowed");
}

}  // namespace
}  // namespace stagecraft
