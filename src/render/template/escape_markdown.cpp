#include "render/template/escape.h"

namespace stagecraft::language {
namespace {

constexpr std::string_view punctuation = R"(\`*_{}[]()<>#+-.!|~"'&$^:=@/)";

}  // namespace

void append_markdown(std::string& output, std::string_view text) {
  for (const char c : text) {
    if (punctuation.find(c) != std::string_view::npos) output += '\\';
    output += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
}

}  // namespace stagecraft::language
