#include "feed/channel/table_writer.h"

#include <algorithm>

#include "feed/channel/json_out.h"
#include "feed/channel/shards.h"

namespace stagecraft::feed {
namespace {

/// Calls `take` for each part of `text` between two `separator`s.
template <class Take>
void each_part(std::string_view text, char separator, Take take) {
  while (true) {
    const std::size_t end = text.find(separator);
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

void append_xml(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
}

/// Values and their names by place.
void append_json_object(std::string& out, std::span<const std::string_view> names,
                        std::string_view values) {
  std::size_t place = 0;
  out += '{';
  each_part(values, between_parts, [&](std::string_view value) {
    if (place == names.size()) return;
    if (place > 0) out += ',';
    append_json(out, names[place++]);
    out += ':';
    append_json(out, value);
  });
  out += '}';
}

void append_json_value(std::string& out, const FeedField& field, std::string_view cell) {
  const FieldKind kind = field.kind;
  if (kind == FieldKind::boolean || kind == FieldKind::number) {
    out += cell;
  } else if (kind == FieldKind::text) {
    append_json(out, cell);
  } else if (kind == FieldKind::object) {
    out += '{';
    each_part(cell, between_values, [&](std::string_view member) {
      if (out.back() != '{') out += ',';
      const std::size_t colon = member.find(between_parts);
      append_json(out, member.substr(0, colon));
      out += ':';
      append_json(out, member.substr(colon + 1));
    });
    out += '}';
  } else {
    out += '[';
    each_part(cell, between_values, [&](std::string_view value) {
      if (out.back() != '[') out += ',';
      if (kind == FieldKind::objects) return append_json_object(out, field.parts, value);
      append_json(out, value);
    });
    out += ']';
  }
}

/// A value that stands in a delimited file among others, separated by commas.
void append_in_list(std::string& out, std::string_view value) {
  for (const char c : value) {
    if (c == ',')
      out += "%2C";  // lists are of addresses
    else
      out += c;
  }
}

/// One part of a composite value: a colon or comma in it is marked as its own.
void append_in_group(std::string& out, std::string_view part) {
  for (const char c : part) {
    if (c == ':' || c == ',' || c == '\\') out += '\\';
    out += c;
  }
}

/// `cell` of a field as the one text that a delimited file has for it.
std::string delimited_text(const FeedField& field, std::string_view cell) {
  const FieldKind kind = field.kind;
  std::string text;
  bool is_first = true;
  if (kind == FieldKind::object || kind == FieldKind::objects) {
    append_json_value(text, field, cell);
  } else if (kind == FieldKind::list || kind == FieldKind::groups) {
    each_part(cell, between_values, [&](std::string_view value) {
      if (!is_first) text += ',';
      is_first = false;
      if (kind == FieldKind::list) return append_in_list(text, value);
      bool is_first_part = true;
      each_part(value, between_parts, [&](std::string_view part) {
        if (!is_first_part) text += ':';
        is_first_part = false;
        append_in_group(text, part);
      });
    });
  } else {
    text = cell;
  }
  return text;
}

class TableWriter final : public FeedWriter {
 public:
  TableWriter(const WriterOptions& options, std::string_view name, FeedFormat format,
              std::span<const FeedField> fields)
      : context_{options.settings},
        format_(format),
        fields_(fields),
        shards_(options, std::string(name) + "/products", ending()) {}

  void write(const Item& item) override {
    if (shards_.is_full()) write_foot();
    bool begins = false;
    OutputFile& file = shards_.next_file(begins);
    if (begins) write_head(file.buffer());
    std::string& out = file.buffer();
    switch (format_) {
      case FeedFormat::jsonl:
        write_json(item, out);
        break;
      case FeedFormat::rss:
        write_xml(item, out);
        break;
      default:
        write_delimited(item, out);
    }
    shards_.count_item();
    file.flush_if_full();
  }

  void finish() override {
    if (!shards_.current()) {  // a feed without items is a feed
      bool begins = false;
      write_head(shards_.next_file(begins).buffer());
    }
    write_foot();
    shards_.close();
  }

  const std::vector<FeedFile>& files() const override { return shards_.files(); }
  const std::string& failure() const override { return shards_.failure(); }

 private:
  std::string ending() const {
    switch (format_) {
      case FeedFormat::csv:
        return ".csv";
      case FeedFormat::tsv:
        return ".tsv";
      case FeedFormat::rss:
        return ".xml";
      default:
        return ".jsonl";
    }
  }

  void write_head(std::string& out) {
    if (format_ == FeedFormat::rss) {
      out +=
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n<channel>\n<title>";
      append_xml(out, context_.settings.seller.name);
      out += "</title>\n<link>";
      append_xml(out, context_.settings.shop);
      out += "</link>\n<description>Products</description>\n";
    }
    if (format_ != FeedFormat::csv && format_ != FeedFormat::tsv) return;
    for (const FeedField& field : fields_) {
      if (&field != &fields_.front()) out += separator();
      out += field.name;
    }
    out += '\n';
  }

  void write_foot() {
    if (format_ == FeedFormat::rss && shards_.current())
      shards_.current()->write("</channel>\n</rss>\n");
  }

  char separator() const { return format_ == FeedFormat::csv ? ',' : '\t'; }

  void write_json(const Item& item, std::string& out) {
    out += '{';
    bool is_first = true;
    for (const FeedField& field : fields_) {
      cell_.clear();
      field.write(item, context_, cell_);
      if (cell_.empty()) continue;
      out += is_first ? "\"" : ",\"";
      out += field.name;
      out += "\":";
      append_json_value(out, field, cell_);
      is_first = false;
    }
    out += "}\n";
  }

  void write_delimited(const Item& item, std::string& out) {
    for (const FeedField& field : fields_) {
      if (&field != &fields_.front()) out += separator();
      cell_.clear();
      field.write(item, context_, cell_);
      if (!cell_.empty()) append_field(out, delimited_text(field, cell_));
    }
    out += '\n';
  }

  /// Tab-separated files have no quotes: line breaks and tabs become blanks there.
  void append_field(std::string& out, std::string text) const {
    if (format_ == FeedFormat::tsv) {
      std::replace_if(
          text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; },
          ' ');
      out += text;
      return;
    }
    if (text.find_first_of(",\"\r\n") == text.npos) {
      out += text;
      return;
    }
    out += '"';
    for (const char c : text) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }

  void write_xml(const Item& item, std::string& out) {
    out += "<item>\n";
    for (const FeedField& field : fields_) {
      cell_.clear();
      field.write(item, context_, cell_);
      if (cell_.empty()) continue;
      if (field.kind != FieldKind::list && field.kind != FieldKind::groups) {
        write_element(field.name, cell_, out);
        continue;
      }
      each_part(cell_, between_values, [&](std::string_view value) {
        if (field.kind == FieldKind::list) return write_element(field.name, value, out);
        write_group(field, value, out);
      });
    }
    out += "</item>\n";
  }

  static void write_element(std::string_view name, std::string_view text, std::string& out) {
    open_element(name, out);
    append_xml(out, text);
    close_element(name, out);
  }

  static void write_group(const FeedField& field, std::string_view value, std::string& out) {
    open_element(field.name, out);
    std::size_t which = 0;
    each_part(value, between_parts, [&](std::string_view part) {
      if (!part.empty() && which < field.parts.size()) write_element(field.parts[which], part, out);
      ++which;
    });
    close_element(field.name, out);
  }

  static void open_element(std::string_view name, std::string& out) {
    out += "<g:";
    out += name;
    out += '>';
  }
  static void close_element(std::string_view name, std::string& out) {
    out += "</g:";
    out += name;
    out += ">\n";
  }

  FieldContext context_;
  FeedFormat format_;
  std::span<const FeedField> fields_;
  Shards shards_;
  std::string cell_;
};

}  // namespace

void append_clean(std::string& cell, std::string_view text) {
  unsigned char found = 0;  // a byte and without a branch: sixteen are looked at in one step
  for (const char c : text)
    found |= static_cast<unsigned char>((static_cast<unsigned char>(c) < 0x20) & (c != '\n') &
                                        (c != '\t'));
  if (found == 0) {
    cell += text;
    return;
  }
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') cell += c;
}

std::unique_ptr<FeedWriter> table_writer(const WriterOptions& options, std::string_view name,
                                         FeedFormat format, std::span<const FeedField> fields) {
  return std::make_unique<TableWriter>(options, name, format, fields);
}

}  // namespace stagecraft::feed
