#include "feed/input/xml_records.h"

#include <expat.h>

#include <algorithm>
#include <deque>

namespace stagecraft::feed {
namespace {

constexpr std::size_t piece_size = 64 * 1024;
constexpr std::size_t longest_value = 1 << 20;
constexpr std::size_t most_cells = 10'000;
constexpr char between_parts = '\x1E';

/// A cell that owns its text while the parser runs ahead.
struct OwnedCell {
  std::size_t column = 0;
  std::string text;
  CatalogPlace place;
};

struct OwnedRecord {
  std::uint64_t number = 0;
  CatalogPlace place;
  std::vector<OwnedCell> cells;
};

class XmlRecords final : public RecordSource {
 public:
  explicit XmlRecords(std::unique_ptr<ByteSource> text) : text_(std::move(text)) {
    parser_.reset(XML_ParserCreate("UTF-8"));
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start, end);
    XML_SetCharacterDataHandler(parser_.get(), characters);
    XML_SetStartDoctypeDeclHandler(parser_.get(), document_type);
  }

  bool next(Record& record) override {
    while (waiting_.empty() && !is_done_) parse_piece();
    if (waiting_.empty()) return false;
    current_ = std::move(waiting_.front());
    waiting_.pop_front();
    record.number = current_.number;
    record.place = current_.place;
    record.cells.clear();
    for (const OwnedCell& cell : current_.cells)
      record.cells.push_back({cell.column, cell.text, cell.place});
    return true;
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  const std::string& failure() const override { return text_->failure(); }

 private:
  static XmlRecords& self(void* pointer) { return *static_cast<XmlRecords*>(pointer); }
  static void XMLCALL start(void* pointer, const char* name, const char** attributes) {
    self(pointer).start_element(local(name), attributes);
  }
  static void XMLCALL end(void* pointer, const char* name) {
    self(pointer).end_element(local(name));
  }
  static void XMLCALL characters(void* pointer, const char* text, int length) {
    self(pointer).take_text({text, static_cast<std::size_t>(length)});
  }
  static void XMLCALL document_type(void* pointer, const char*, const char*, const char*, int) {
    self(pointer).refuse("a document type is not allowed");
  }

  static std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
  }

  void parse_piece() {
    std::string piece(piece_size, '\0');
    piece.resize(text_->read(piece.data(), piece_size));
    const bool is_last = piece.size() < piece_size;
    const XML_Status status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), is_last);
    is_done_ = is_last || status != XML_STATUS_OK;
    if (status != XML_STATUS_OK && !is_refused_)
      add_mistake(std::string("not well-formed XML: ") +
                  XML_ErrorString(XML_GetErrorCode(parser_.get())));
  }

  /// The parser counts columns in bytes from 0; feeds have their elements at the start of lines,
  /// behind blanks only, where bytes are characters.
  CatalogPlace here() const {
    return {XML_GetCurrentLineNumber(parser_.get()),
            static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get()) + 1)};
  }

  void add_mistake(std::string detail) {
    mistakes_.push_back(
        {"F02", is_in_item_ ? number_ : number_ + 1, here(), "", std::move(detail), true});
  }

  void refuse(const char* detail) {
    is_refused_ = true;
    add_mistake(detail);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void start_element(std::string_view name, const char** attributes) {
    if (!is_in_item_) {
      if (name != "item" && name != "entry") return;
      is_in_item_ = true;
      depth_ = 0;
      record_ = {++number_, here(), {}};
      return;
    }
    ++depth_;
    if (depth_ > 8) return refuse("elements are nested more than 8 deep");
    if (depth_ == 1) {
      if (record_.cells.size() >= most_cells)
        return refuse("an item with more than 10,000 elements");
      record_.cells.push_back({column_of(name), {}, here()});
      parts_ = 0;
      for (; *attributes; attributes += 2)  // Atom's <link href="…"/>
        if (name == "link" && std::string_view(attributes[0]) == "href")
          record_.cells.back().text = attributes[1];
    } else if (depth_ == 2) {
      std::string& text = record_.cells.back().text;
      if (parts_++ > 0)
        text += between_parts;
      else
        text.clear();
    }
  }

  void end_element(std::string_view) {
    if (!is_in_item_) return;
    if (depth_ > 0) {
      --depth_;
      return;
    }
    is_in_item_ = false;
    waiting_.push_back(std::move(record_));
  }

  void take_text(std::string_view text) {
    if (!is_in_item_ || depth_ == 0) return;
    if (parts_ > 0 && depth_ == 1) return;  // blanks between the parts
    std::string& value = record_.cells.back().text;
    if (value.size() + text.size() > longest_value) return refuse("a value of more than 1 MB");
    value += text;
  }

  std::size_t column_of(std::string_view name) {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found != columns_.end()) return static_cast<std::size_t>(found - columns_.begin());
    columns_.emplace_back(name);
    return columns_.size() - 1;
  }

  struct Freed {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  std::unique_ptr<ByteSource> text_;
  std::unique_ptr<XML_ParserStruct, Freed> parser_;
  std::vector<std::string> columns_;
  std::deque<OwnedRecord> waiting_;
  OwnedRecord record_;
  OwnedRecord current_;
  std::uint64_t number_ = 0;
  int depth_ = 0;
  int parts_ = 0;
  bool is_in_item_ = false;
  bool is_done_ = false;
  bool is_refused_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> xml_records(std::unique_ptr<ByteSource> text) {
  return std::make_unique<XmlRecords>(std::move(text));
}

}  // namespace stagecraft::feed
