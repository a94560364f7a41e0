// The text of a template in, its pieces out: literal text with whitespace control applied, outputs
// and tags as tokens. Knows nothing of what tags mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "render/template/template_errors.h"

namespace stagecraft::language {

enum class TokenKind { name, number, text, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view spelling;  ///< as in the source, a text with its quotes; into the source
  std::string text;           ///< of a text, its value: escapes replaced
  Place place;
};

/// `token` as messages name it.
std::string token_name(const Token& token);

enum class PieceKind { text, output, tag };

struct Piece {
  PieceKind kind = PieceKind::text;
  std::string_view text;      ///< of a text piece; into the source
  std::vector<Token> tokens;  ///< of an output or a tag; the last is always an `end`
  bool is_broken = false;     ///< a mistake in it has been reported already
  Place place;                ///< the whole piece
};

/// The pieces of `source`, which is number `source_index` of its set. Mistakes go to `errors`; the
/// pieces after one are still found.
std::vector<Piece> split_template(const SourceText& source, std::uint32_t source_index,
                                  TemplateErrors& errors);

}  // namespace stagecraft::language
