#include "feed/item/plain_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace stagecraft::feed {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

// The ones that shops write; sorted by name.
constexpr Entity entities[] = {
    {"Aacute", "Á"}, {"Auml", "Ä"},   {"Ccedil", "Ç"}, {"Eacute", "É"}, {"Ntilde", "Ñ"},
    {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"aacute", "á"}, {"acirc", "â"},  {"aelig", "æ"},
    {"agrave", "à"}, {"amp", "&"},    {"apos", "'"},   {"aring", "å"},  {"auml", "ä"},
    {"bdquo", "„"},  {"bull", "•"},   {"ccedil", "ç"}, {"cent", "¢"},   {"copy", "©"},
    {"deg", "°"},    {"eacute", "é"}, {"ecirc", "ê"},  {"egrave", "è"}, {"euml", "ë"},
    {"euro", "€"},   {"frac12", "½"}, {"frac14", "¼"}, {"frac34", "¾"}, {"gt", ">"},
    {"hellip", "…"}, {"iacute", "í"}, {"icirc", "î"},  {"iexcl", "¡"},  {"iquest", "¿"},
    {"iuml", "ï"},   {"laquo", "«"},  {"ldquo", "“"},  {"lsquo", "‘"},  {"lt", "<"},
    {"mdash", "—"},  {"micro", "µ"},  {"middot", "·"}, {"nbsp", " "},   {"ndash", "–"},
    {"ntilde", "ñ"}, {"oacute", "ó"}, {"ocirc", "ô"},  {"oslash", "ø"}, {"ouml", "ö"},
    {"para", "¶"},   {"plusmn", "±"}, {"pound", "£"},  {"quot", "\""},  {"raquo", "»"},
    {"rdquo", "”"},  {"reg", "®"},    {"rsquo", "’"},  {"sbquo", "‚"},  {"sect", "§"},
    {"sup2", "²"},   {"sup3", "³"},   {"szlig", "ß"},  {"times", "×"},  {"trade", "™"},
    {"uacute", "ú"}, {"ucirc", "û"},  {"ugrave", "ù"}, {"uuml", "ü"},   {"yen", "¥"}};

constexpr std::array<std::string_view, 16> block_tags{
    "address", "blockquote", "br", "div", "dl", "dt", "dd", "h1",
    "h2",      "h3",         "h4", "h5",  "h6", "p",  "tr", "ul"};

bool is_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}
bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void append_code_point(std::string& text, std::uint32_t point) {
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0 | (point >> 6));
    text += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0 | (point >> 12));
    text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (point >> 18));
    text += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (point & 0x3F));
  }
}

/// Whether XML may hold `point` and a reader would see it.
bool is_character(std::uint32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
  return point != 0x7F && !(0xD800 <= point && point <= 0xDFFF) && point <= 0x10FFFF &&
         point != 0xFFFE && point != 0xFFFF;
}

class Plainer {
 public:
  Plainer(std::string_view html, TextRepairs& repairs) : html_(html), repairs_(repairs) {}

  std::string run() {
    while (at_ < html_.size()) step();
    while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n')) text_.pop_back();
    return std::move(text_);
  }

 private:
  void step() {
    const char c = html_[at_];
    if (c == '<' && starts_tag()) return tag();
    if (c == '&') return entity();
    ++at_;
    take(c);
  }

  void take(char c) {
    if (c == '\n') return has_markup_ ? blank() : line();
    if (c == ' ' || c == '\t' || c == '\r') return blank();
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      repairs_.controls = true;
      return;
    }
    text_ += c;
  }

  void blank() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
  }

  void line() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  }

  void block() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  bool starts_tag() const {
    if (at_ + 1 >= html_.size()) return false;
    const char next = html_[at_ + 1];
    if (next == '!') return html_.substr(at_).starts_with("<!--");
    const std::size_t name = next == '/' ? at_ + 2 : at_ + 1;
    return name < html_.size() && is_letter(html_[name]) &&
           html_.find('>', name) != std::string_view::npos;
  }

  std::string tag_name() const {
    std::size_t at = at_ + (html_[at_ + 1] == '/' ? 2 : 1);
    std::string name;
    for (; at < html_.size() && (is_letter(html_[at]) || is_digit(html_[at])); ++at)
      name += lower(html_[at]);
    return name;
  }

  void tag() {
    repairs_.tags = true;
    has_markup_ = true;
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return;
    }
    const std::string name = tag_name();
    const bool is_end = html_[at_ + 1] == '/';
    at_ = html_.find('>', at_) + 1;
    if (!is_end && (name == "script" || name == "style")) return skip_content(name);
    if (name == "li" && !is_end) {
      block();
      text_ += "- ";
    } else if (name == "td" || name == "th") {
      blank();
    } else if (name == "li" || name == "ol" || name == "table" ||
               std::find(block_tags.begin(), block_tags.end(), name) != block_tags.end()) {
      block();
    }
  }

  void skip_content(const std::string& name) {
    repairs_.scripts = true;
    while (at_ < html_.size()) {
      at_ = std::min(html_.find("</", at_), html_.size());
      if (at_ == html_.size()) return;
      if (tag_name() == name) {
        at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
        return;
      }
      at_ += 2;
    }
  }

  void entity() {
    const std::size_t end = html_.find(';', at_);
    const bool is_near = end != std::string_view::npos && end - at_ <= 12 && end > at_ + 1;
    const std::string_view name = is_near ? html_.substr(at_ + 1, end - at_ - 1) : "";
    const std::size_t begin = at_++;
    if (name.starts_with('#')) {
      if (!numeric_entity(name.substr(1))) return take('&');
      at_ = end + 1;
    } else if (const Entity* known = find(name)) {
      at_ = end + 1;
      repairs_.entities = true;
      if (known->name == "amp" && rest_is_entity()) repairs_.double_encoded = true;
      if (known->name == "nbsp")
        blank();
      else
        text_ += known->text;
    } else {
      if (!name.empty() && std::all_of(name.begin(), name.end(), is_letter))
        repairs_.unknown_entities = true;
      at_ = begin + 1;
      text_ += '&';
    }
  }

  /// Whether what follows "&amp;" would be an entity again.
  bool rest_is_entity() const {
    const std::size_t end = html_.find(';', at_);
    if (end == std::string_view::npos || end - at_ > 12) return false;
    const std::string_view name = html_.substr(at_, end - at_);
    return find(name) || (name.starts_with('#') && name.size() > 1);
  }

  bool numeric_entity(std::string_view digits) {
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 7) return false;
    std::uint32_t point = 0;
    for (const char c : digits) {
      const char small = lower(c);
      const bool is_hex_letter = is_hex && 'a' <= small && small <= 'f';
      if (!is_digit(c) && !is_hex_letter) return false;
      const int digit = is_digit(c) ? c - '0' : small - 'a' + 10;
      point = point * (is_hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    repairs_.entities = true;
    if (point == 0xA0 || point == '\n' || point == '\t') {
      blank();
    } else if (is_character(point)) {
      append_code_point(text_, point);
    } else {
      repairs_.controls = true;
    }
    return true;
  }

  static const Entity* find(std::string_view name) {
    const auto found = std::lower_bound(
        std::begin(entities), std::end(entities), name,
        [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; });
    return found != std::end(entities) && found->name == name ? found : nullptr;
  }

  std::string_view html_;
  TextRepairs& repairs_;
  std::size_t at_ = 0;
  std::string text_;
  bool has_markup_ = false;
};

/// What in `text` needs care: markup, control characters, or bytes that tell of a wrong encoding.
struct Suspects {
  bool markup = false;
  bool controls = false;
  bool wide = false;
};

Suspects suspects_in(std::string_view text) {
  unsigned markup = 0, controls = 0, wide = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    markup |= (byte == '<') | (byte == '&');
    controls |= ((byte < 0x20) & (byte != '\n')) | (byte == 0x7F);
    wide |= byte & 0x80;
  }
  return {markup != 0, controls != 0, wide != 0};
}

/// What is read when UTF-8 was taken for Windows-1252: "Ã" before a continuation byte's letter, or
/// "â€".
void check_wide(std::string_view text, TextRepairs& repairs) {
  repairs.lost_characters |= text.find("\xEF\xBF\xBD") != std::string_view::npos;
  repairs.mojibake |= text.find("\xC3\xA2\xE2\x82\xAC") != std::string_view::npos ||
                      text.find("\xC3\x82\xC2") != std::string_view::npos;
  for (std::size_t at = text.find("\xC3\x83"); at != std::string_view::npos;
       at = text.find("\xC3\x83", at + 2)) {
    const std::string_view rest = text.substr(at + 2);
    const bool follows_wide = !rest.empty() && (static_cast<unsigned char>(rest[0]) & 0x80);
    const bool is_letter_next = rest.starts_with("\xC3");  // an upper-case word such as "ÃÃ"
    repairs.mojibake |= follows_wide && !is_letter_next;
  }
}

}  // namespace

std::string plain_text(std::string_view html, TextRepairs& repairs) {
  const Suspects suspects = suspects_in(html);
  if (suspects.wide) check_wide(html, repairs);
  if (!suspects.markup && !suspects.controls) return std::string(html);
  return Plainer(html, repairs).run();
}

std::string plain_line(std::string_view html, TextRepairs& repairs) {
  std::string text = plain_text(html, repairs);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace stagecraft::feed
