#include "render/glossary_links.h"

#include <algorithm>

#include "render/template/escape.h"

namespace stagecraft {
namespace {

bool is_word(unsigned char c) {
  return c >= 0x80 || ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether a form is written in capitals, and therefore means something else in small letters.
bool is_abbreviation(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return 'a' <= c && c <= 'z'; });
}

}  // namespace

GlossaryLinks::GlossaryLinks(const PageScope& scope) {
  const PlannedPage* glossary =
      scope.plan().find_part_page(scope.page().model, ModelPart::glossary);
  if (!glossary || glossary == &scope.page()) return;
  glossary_ = scope.href(*glossary);
  const std::vector<Term>& terms = scope.model().glossary;
  for (std::size_t term = 0; term < terms.size(); ++term) {
    anchors_.push_back("term-" + terms[term].id.text());
    const auto add = [&](const std::string& text) {
      if (text.size() > 1)
        forms_[lower(text.front())].push_back({text, term, is_abbreviation(text)});
    };
    add(terms[term].title);
    add(terms[term].abbreviation);
    for (const std::string& alias : terms[term].aliases) add(alias);
  }
  for (auto& [letter, forms] : forms_)
    std::stable_sort(forms.begin(), forms.end(),
                     [](const Form& a, const Form& b) { return a.text.size() > b.text.size(); });
}

const GlossaryLinks::Form* GlossaryLinks::form_at(std::string_view text, std::size_t at) const {
  const auto forms = forms_.find(lower(text[at]));
  if (forms == forms_.end()) return nullptr;
  for (const Form& form : forms->second) {
    if (text.size() - at < form.text.size()) continue;
    const std::string_view there = text.substr(at, form.text.size());
    if (form.is_exact ? there != form.text
                      : there.substr(1) != std::string_view(form.text).substr(1) ||
                            lower(there[0]) != lower(form.text[0]))
      continue;
    const std::size_t end = at + form.text.size();
    if (end < text.size() && is_word(static_cast<unsigned char>(text[end]))) continue;
    return &form;
  }
  return nullptr;
}

Value GlossaryLinks::linked(std::string_view text) {
  if (forms_.empty()) return std::string(text);
  Markup markup;
  std::size_t written = 0;
  const auto write_plain = [&](std::size_t end) {
    language::append_html(markup.html, text.substr(written, end - written));
    language::append_markdown(markup.markdown, text.substr(written, end - written));
    written = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts_word = is_word(static_cast<unsigned char>(text[at])) &&
                             (at == 0 || !is_word(static_cast<unsigned char>(text[at - 1])));
    const Form* form = starts_word ? form_at(text, at) : nullptr;
    if (!form) continue;
    if (used_.insert(form->term).second) {
      write_plain(at);
      const std::string href = glossary_ + "#" + anchors_[form->term];
      const std::string_view words = text.substr(at, form->text.size());
      markup.html += "<a class=\"term\" href=\"";
      language::append_url(markup.html, href);
      markup.html += "\">";
      language::append_html(markup.html, words);
      markup.html += "</a>";
      markup.markdown += "[";
      language::append_markdown(markup.markdown, words);
      markup.markdown += "](" + href + ")";
      written = at + words.size();
    }
    at += form->text.size() - 1;
  }
  if (written == 0) return std::string(text);
  write_plain(text.size());
  return markup;
}

}  // namespace stagecraft
