#include "format/xml.h"

#include <expat.h>
#include <fmt/format.h>

#include <memory>

#include "base/utf8.h"

namespace stagecraft {
namespace {

constexpr char name_separator = '\n';  // cannot stand in an attribute's value, so in no namespace

/// "namespace\nlocal" or "local", as expat joins them.
XmlName split_name(std::string_view joined) {
  const std::size_t at = joined.rfind(name_separator);
  if (at == std::string_view::npos) return {{}, joined};
  return {joined.substr(0, at), joined.substr(at + 1)};
}

/// Expat's words are terse English already; these few are not.
std::string in_words(XML_Error code) {
  switch (code) {
    case XML_ERROR_NO_ELEMENTS:
      return "the file holds no element";
    case XML_ERROR_INVALID_TOKEN:
      return "this is not well-formed XML";
    case XML_ERROR_UNCLOSED_TOKEN:
      return "what begins here is never closed";
    case XML_ERROR_TAG_MISMATCH:
      return "this end tag does not match the last open tag";
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return "this element has an attribute twice";
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return "something follows the end of the outermost element";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "this entity is not one of XML's own";
    case XML_ERROR_UNBOUND_PREFIX:
      return "this prefix has no namespace";
    default:
      return XML_ErrorString(code);
  }
}

/// One run of the parser. Expat calls back through plain functions, which find the run again by the
/// pointer that they are given.
class XmlRun {
 public:
  XmlRun(const SourceText& source, XmlHandler& handler, Diagnostics& diagnostics)
      : source_(source), handler_(handler), diagnostics_(diagnostics) {}

  bool read() {
    parser_.reset(XML_ParserCreateNS("UTF-8", name_separator));
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start, end);
    XML_SetCharacterDataHandler(parser_.get(), text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), document_type);
    XML_SetProcessingInstructionHandler(parser_.get(), instruction);
    const std::string& bytes = source_.text();
    const XML_Status status =
        XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (status == XML_STATUS_OK) return true;
    if (!refused_) diagnostics_.error(here(1), in_words(XML_GetErrorCode(parser_.get())));
    return false;
  }

 private:
  static XmlRun& run_of(void* pointer) { return *static_cast<XmlRun*>(pointer); }

  static void XMLCALL start(void* run, const char* name, const char** attributes) {
    run_of(run).start_element(name, attributes);
  }
  static void XMLCALL end(void* run, const char*) { run_of(run).handler_.end(); }
  static void XMLCALL text(void* run, const char* text, int length) {
    run_of(run).handler_.text({text, static_cast<std::size_t>(length)});
  }
  static void XMLCALL document_type(void* run, const char*, const char*, const char*, int) {
    run_of(run).refuse_document_type();
  }
  static void XMLCALL instruction(void* run, const char* target, const char*) {
    XmlRun& this_run = run_of(run);
    this_run.refuse(this_run.offset(), fmt::format("the instruction '<?{}' is not allowed", target),
                    {});
  }

  /// Expat calls at the end of the declaration's head; people look for its start.
  void refuse_document_type() {
    refuse(source_.text().rfind("<!DOCTYPE", offset()), "a document type is not allowed",
           {"leave '<!DOCTYPE …>' out"});
  }

  void start_element(const char* name, const char** attributes) {
    XmlElement element{split_name(name), {}, here(length_of_tag_name())};
    for (; *attributes; attributes += 2)
      element.attributes.push_back({split_name(attributes[0]), attributes[1]});
    handler_.start(element);
  }

  void refuse(std::size_t at, std::string message, std::vector<std::string> notes) {
    if (!refused_)
      diagnostics_.error(SourceSpan{&source_, at, 2}, std::move(message), std::move(notes));
    refused_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  std::size_t offset() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser_.get());
    return index < 0 ? 0 : static_cast<std::size_t>(index);
  }
  SourceSpan here(std::size_t length) const { return {&source_, offset(), length}; }

  std::size_t length_of_tag_name() const {
    const std::string& bytes = source_.text();
    const std::size_t end = bytes.find_first_of(" \t\r\n/>", offset());
    return (end == std::string::npos ? bytes.size() : end) - offset();
  }

  struct Freed {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  const SourceText& source_;
  XmlHandler& handler_;
  Diagnostics& diagnostics_;
  std::unique_ptr<XML_ParserStruct, Freed> parser_;
  bool refused_ = false;
};

}  // namespace

bool read_xml(const SourceText& source, XmlHandler& handler, Diagnostics& diagnostics) {
  if (const auto bad = find_bad_utf8(source.text())) {
    diagnostics.error(SourceSpan{&source, *bad, 1}, "this is not UTF-8");
    return false;
  }
  return XmlRun(source, handler, diagnostics).read();
}

}  // namespace stagecraft
