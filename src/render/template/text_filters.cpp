// Filters from text to text or markup, and from any value to JSON.
#include <algorithm>

#include "render/template/escape.h"
#include "render/template/filters.h"
#include "render/template/json_text.h"
#include "render/template/letter_case.h"

namespace stagecraft::language {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

Operand upper(Call& call) {
  return call.made(upper_text(call.input_text()));
}
Operand lower(Call& call) {
  return call.made(lower_text(call.input_text()));
}
Operand capitalize(Call& call) {
  return call.made(capitalized_text(call.input_text()));
}
Operand slug(Call& call) {
  return call.made(slug_text(call.input_text()));
}

Operand trim(Call& call) {
  const std::string_view removed = call.text(0, blanks);
  std::string_view text = call.input_text();
  text.remove_prefix(std::min(text.find_first_not_of(removed), text.size()));
  return Operand::text(text.substr(0, text.find_last_not_of(removed) + 1));
}

Operand replace(Call& call) {
  const std::string_view old_text = call.text(0, ""), new_text = call.text(1, "");
  std::string_view rest = call.input_text();
  if (old_text.empty()) call.fail_argument(0, "expected a text that is not empty");
  std::string result;
  for (std::size_t at = rest.find(old_text); at != std::string_view::npos;
       at = rest.find(old_text)) {
    result += rest.substr(0, at);
    result += new_text;
    rest.remove_prefix(at + old_text.size());
    if (result.size() > text_limit) break;  // made() reports it
  }
  result += rest;
  return call.made(std::move(result));
}

Operand url(Call& call) {
  std::string result;
  append_url_component(result, call.input_text());
  return call.made(std::move(result));
}

Operand excerpt(Call& call) {
  const std::int64_t words = call.integer(0, 0);
  if (words < 1) call.fail_argument(0, "expected at least one word");
  const std::string_view text = call.input_text();
  std::size_t end = 0;
  for (std::int64_t i = 0; i < words; ++i) {
    const std::size_t word = text.find_first_not_of(blanks, end);
    if (word == std::string_view::npos) return call.input();
    end = std::min(text.find_first_of(blanks, word), text.size());
  }
  if (text.find_first_not_of(blanks, end) == std::string_view::npos) return call.input();
  const std::string_view kept = text.substr(0, end);
  return call.made(std::string(kept.substr(0, kept.find_last_not_of(",;:.") + 1)) + "…");
}

// Every output is escaped for the place where it stands; `escape` says so for readers who know it
// from Jinja2, and the parser sees to it that nothing comes after it.
Operand escape(Call& call) {
  return call.input();
}

Operand string(Call& call) {
  auto text = shown_text(call.input());
  if (!text)
    call.fail("needs a text or a number, this is " + std::string(call.input().kind_name()));
  return call.made(std::move(*text));
}

Operand absolute(Call& call) {
  const Exact number = call.input_number();
  return call.made(number < 0 ? Exact(-number) : number);
}

Operand json(Call& call) {
  std::string result;
  append_json(result, call.input());
  return call.made(std::move(result));
}

bool is_id_prefix(std::string_view text) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

Operand markdown(Call& call) {
  const std::int64_t level = call.integer(0, 2);
  if (level < 1 || level > 6) call.fail_argument(0, "expected a heading level from 1 to 6");
  const std::string_view id_prefix = call.text(1, "");
  if (!is_id_prefix(id_prefix)) call.fail_argument(1, "expected letters, digits and hyphens");
  MarkdownOutcome outcome = call.evaluation().program().markdown(
      {call.input_text(), static_cast<int>(level), id_prefix});
  if (!outcome.mistake.empty())
    call.fail("cannot take this text: " + outcome.mistake, std::move(outcome.notes));
  return call.made(std::move(outcome.markup));
}

constexpr Filter all[] = {
    {"upper", upper},
    {"lower", lower},
    {"capitalize", capitalize},
    {"trim", trim, 0, {"chars"}},
    {"replace", replace, 2, {"old", "new"}},
    {"slug", slug},
    {"url", url},
    {"excerpt", excerpt, 1, {"words"}},
    {"escape", escape},
    {"e", escape},
    {"string", string},
    {"abs", absolute},
    {"json", json, 0, {}, false, true},
    {"json_ld", json, 0, {}, false, true},
    {"markdown", markdown, 0, {"level", "id_prefix"}, false, false, true},
};

}  // namespace

std::span<const Filter> text_filters() {
  return all;
}

}  // namespace stagecraft::language
