#include "format/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <string_view>

#include "base/utf8.h"
#include "format/document_errors.h"
#include "format/html_escape.h"
#include "format/markdown_cost.h"
#include "format/markdown_writer.h"

namespace stagecraft {
namespace {

using std::string_view;

/// What of cmark-gfm a text can make use of. Nothing else is attached: it would cost time, and two
/// of the extensions change tables that all parsers share.
struct NeededExtensions {
  bool table = false;
  bool strikethrough = false;
  bool autolink = false;
  bool tasklist = false;
  bool footnotes = false;

  bool change_shared_tables() const { return strikethrough || autolink; }
};

bool holds(string_view text, string_view part) {
  return text.find(part) != text.npos;
}

/// Whether an address may stand in `text` by itself: not in `<…>`, `(…)` behind a "]", or behind
/// the label of a definition, where it is a link without any extension.
bool holds_bare_address(string_view text) {
  if (holds(text, "@") || holds(text, "www.")) return true;
  for (std::size_t i = text.find("://"); i != text.npos; i = text.find("://", i + 1)) {
    const std::size_t before = text.find_last_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", i == 0 ? 0 : i - 1);
    if (before == text.npos) return true;
    const string_view lead = text.substr(0, before + 1);
    if (!lead.ends_with("](") && !lead.ends_with("<") && !lead.ends_with("]: ")) return true;
  }
  return false;
}

NeededExtensions extensions_for(string_view text) {
  NeededExtensions needed;
  needed.table = holds(text, "|") || holds(text, ":-") || holds(text, "-:");
  needed.strikethrough = holds(text, "~");
  needed.autolink = holds_bare_address(text);
  needed.tasklist = holds(text, "[ ]") || holds(text, "[x]") || holds(text, "[X]");
  needed.footnotes = holds(text, "[^");
  return needed;
}

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

/// Parsers whose extensions change the tables of special characters hold this alone.
std::shared_mutex shared_tables;

void register_extensions_once() {
  static const bool registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  static_cast<void>(registered);
}

Tree parse_alone(string_view text, const NeededExtensions& needed) {
  // The memory of each parser is its own: the arena of cmark-gfm is one for all threads.
  const int options = needed.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT;
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(
      cmark_parser_new_with_mem(options, cmark_get_default_mem_allocator()));
  const auto attach = [&](bool is_needed, const char* name) {
    if (is_needed)
      cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  };
  attach(needed.table, "table");
  attach(needed.strikethrough, "strikethrough");
  attach(needed.autolink, "autolink");
  attach(needed.tasklist, "tasklist");
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

Tree parse(string_view text) {
  register_extensions_once();
  const NeededExtensions needed = extensions_for(text);
  if (needed.change_shared_tables()) {
    const std::unique_lock alone(shared_tables);
    return parse_alone(text, needed);
  }
  const std::shared_lock with_others(shared_tables);
  return parse_alone(text, needed);
}

}  // namespace

std::optional<MarkdownDocument> parse_markdown(std::shared_ptr<const SourceText> source,
                                               std::size_t begin, std::size_t end,
                                               const MarkdownOptions& options,
                                               Diagnostics& diagnostics) {
  DocumentErrors errors(*source, diagnostics);
  DocumentLimits limits;
  limits.bytes = markdown_byte_limit;
  if (!check_text(limits, errors) || !check_line_ends(errors)) return std::nullopt;
  const string_view all = source->text();
  begin = std::max(begin, all.size() - without_byte_order_mark(all).size());
  end = std::max(begin, std::min(end, all.size()));
  const string_view text = all.substr(begin, end - begin);

  if (const auto problem = measure_markdown_cost(text).problem) {
    errors.add(begin + problem->offset, problem->length, problem->message,
               {"divide the text with empty lines or into several files"});
    return std::nullopt;
  }
  const Tree tree = parse(text);
  MarkdownDocument document =
      MarkdownWriter(std::move(source), begin, end, options, errors).write(tree.get());
  if (errors.failed()) return std::nullopt;
  return document;
}

std::string fill_markdown(const MarkdownDocument& document, const MarkdownFilling& filling) {
  std::string result;
  std::size_t copied = 0;
  const auto copy_to = [&](std::size_t offset) {
    result.append(document.html, copied, offset - copied);
    copied = offset;
  };
  auto shortcode = document.shortcodes.begin();
  const auto fill_shortcodes_to = [&](std::size_t offset) {
    for (; shortcode != document.shortcodes.end() && shortcode->html_offset <= offset;
         ++shortcode) {
      copy_to(shortcode->html_offset);
      if (filling.html_of) result += filling.html_of(*shortcode);
    }
  };
  for (const MarkdownLink& link : document.links) {
    fill_shortcodes_to(link.html_offset);
    if (!filling.target_of) continue;
    const LinkTarget target = filling.target_of(link);
    copy_to(link.html_offset);
    append_escaped_url(result, target.url);
    copied += link.html_length;
    if (!link.is_image || target.width <= 0 || target.height <= 0) continue;
    copy_to(copied + 1);  // the closing quote
    result += " width=\"" + std::to_string(target.width) + "\" height=\"" +
              std::to_string(target.height) + "\"";
  }
  fill_shortcodes_to(document.html.size());
  copy_to(document.html.size());
  return result;
}

}  // namespace stagecraft
