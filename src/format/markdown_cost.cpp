// Where cmark-gfm 0.29.0.gfm.6 takes time that grows with the square of a text, and what is
// counted:
//
//   ![[]()![[]()…       a link goes over all images that are open     open images at each "]"
//   *[a](b)*[a](b)…     a link goes over all delimiters before it     delimiters at each "]"
//   a~a~a~…             a tilde goes over those before it             tildes at each "~"
//   a <?a <?…           each looks for its end up to the end of the   bytes to that end
//                       paragraph; so do <! and <![CDATA[
//   a@a@a@…, www.a)))…  each "@" and ")" goes over its whole word     word length at each
//   |-|\n|-|\n…         each may start a table and goes over the      bytes of the block before
//                       paragraph so far                              each such line
//   |a|a|a|…            a cell of a row goes over those before it     cells of each row, twice over
//   table, short rows   a row is filled up with empty cells           cells, by a limit of their
//   own
//   - - - -…, > > >…    every later line goes over all that are open  open lists and quotes, each
//   line [a]: long\n[a][a]…  each use copies the address and the title     longest definition at
//   each "]"
//
// A blank line ends every paragraph, and so does an item of a bullet list that is not indented by
// more than three columns, so the counts of inline shapes start anew there. Code is not told apart
// from text: that makes the counts too high, never too low.
#include "format/markdown_cost.h"

#include <fmt/format.h>

#include <algorithm>

namespace stagecraft {
namespace {

using std::string_view;

/// One line, without its end.
struct Line {
  std::size_t offset = 0;
  string_view text;

  bool is_blank() const { return text.find_first_not_of(" \t\r>") == text.npos; }
};

/// Whether a table could have its second line here.
bool is_delimiter_row(string_view line) {
  return line.find('-') != line.npos && line.find_first_not_of("|:-+ \t\r>") == line.npos;
}

/// The columns of a table whose delimiter row is `line`: the pipes at its ends divide nothing.
std::size_t column_count(string_view line) {
  line.remove_prefix(std::min(line.find_first_of("|-:"), line.size()));
  if (line.starts_with('|')) line.remove_prefix(1);
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  if (line.ends_with('|')) line.remove_suffix(1);
  return 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
}

/// Columns of blank space at the start of a line, tabs counted in full.
std::size_t indentation_of(string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == ' ' ? 1 : 4;
  }
  return columns;
}

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

/// The length of the list or quote marker at the start of `text`, 0 when there is none.
std::size_t marker_length(string_view text) {
  if (text.starts_with('>')) return 1;
  std::size_t length = 0;
  if (text.starts_with('-') || text.starts_with('*') || text.starts_with('+')) {
    length = 1;
  } else {
    while (length < text.size() && length < 9 && is_digit(text[length])) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')'))
      return 0;
    ++length;
  }
  return length == text.size() || text[length] == ' ' || text[length] == '\t' ||
                 text[length] == '\r'
             ? length
             : 0;
}

/// Lists and quotes that `line` itself opens.
std::size_t marker_count(string_view line) {
  // A rule such as "* * *" looks like a list of lists.
  const string_view marks = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!marks.empty() && string_view("-*_").find(marks[0]) != string_view::npos) {
    const char same_or_blank[] = {marks[0], ' ', '\t', '\r', '\0'};
    if (marks.find_first_not_of(same_or_blank) == marks.npos) return 1;
  }
  std::size_t count = 0;
  while (true) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const std::size_t length = marker_length(line);
    if (length == 0) return count;
    line.remove_prefix(length);
    ++count;
  }
}

/// Whether `line` starts an item with something in it, wherever it stands: one that is indented
/// further may also go on with a paragraph.
bool is_bullet_item(string_view line) {
  if (indentation_of(line) > 3) return false;
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const bool has_bullet =
      line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
  return has_bullet && line.find_first_not_of(" \t\r", 1) != line.npos;
}

class CostMeter {
 public:
  CostMeter(string_view text, const MarkdownCost& limit) : text_(text), limit_(limit) {}

  MarkdownCostReport measure();

 private:
  void start_line(const Line& line);
  bool count_nesting(const Line& line);
  bool count_table(const Line& line);
  bool count_inlines(const Line& line);
  bool count_word(std::size_t offset, string_view word);
  bool count_markup_search(std::size_t offset);
  bool count_closing_bracket(std::size_t offset);
  void note_definition(const Line& line);
  bool add_steps(std::size_t steps, std::size_t offset, std::size_t length, string_view what);
  bool fail(std::size_t offset, std::size_t length, std::string message) {
    report_.problem = CostlyMarkdown{offset, std::max<std::size_t>(1, length), std::move(message)};
    return false;
  }
  std::size_t block_end(std::size_t offset);

  string_view text_;
  const MarkdownCost& limit_;
  MarkdownCostReport report_;

  // Since the last blank line:
  std::size_t block_start_ = 0;
  std::size_t block_end_ = 0;  // of the block that holds the place last asked for
  std::size_t open_images_ = 0;
  std::vector<bool> brackets_;  // open ones: whether an image's
  std::size_t delimiters_ = 0;
  std::size_t tildes_ = 0;
  std::size_t row_steps_ = 0;      // of all lines, if each were a row of a table
  std::size_t table_columns_ = 0;  // 0: no delimiter row was seen

  bool was_blank_ = true;
  std::size_t open_blocks_ = 0;  // lists and quotes that may be open
  std::size_t closing_brackets_ = 0;
  std::size_t longest_definition_ = 0;
};

MarkdownCostReport CostMeter::measure() {
  for (std::size_t start = 0; start < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', start), text_.size());
    const Line line{start, text_.substr(start, end - start)};
    start_line(line);
    if (!count_nesting(line) || !count_table(line) || !count_inlines(line)) return report_;
    note_definition(line);
    was_blank_ = line.is_blank();
    start = end + 1;
  }
  add_steps(closing_brackets_ * longest_definition_, 0, 1, "uses of long link definitions");
  return report_;
}

bool CostMeter::add_steps(std::size_t steps, std::size_t offset, std::size_t length,
                          string_view what) {
  report_.cost.steps += steps;
  if (report_.cost.steps <= limit_.steps) return true;
  return fail(offset, length, fmt::format("too many {} in this text", what));
}

/// A blank line ends the block before it, and so does an item of a bullet list.
void CostMeter::start_line(const Line& line) {
  if (!line.is_blank() && !is_bullet_item(line.text)) return;
  block_start_ = line.offset;
  open_images_ = delimiters_ = tildes_ = row_steps_ = table_columns_ = 0;
  brackets_.clear();
}

bool CostMeter::count_nesting(const Line& line) {
  const std::size_t markers = marker_count(line.text);
  if (markers > limit_.depth)
    return fail(line.offset, line.text.size(),
                fmt::format("lists and quotes are nested more than {} deep", limit_.depth));
  report_.cost.depth = std::max(report_.cost.depth, markers);
  // Behind a blank line only what the indentation holds stays open; a line right below a paragraph
  // may belong to it, however it is indented.
  const std::size_t held = indentation_of(line.text) / 2 + markers;
  if (!line.is_blank())
    open_blocks_ =
        was_blank_ ? std::min(open_blocks_ + markers, held) : std::max(open_blocks_, held);
  return add_steps(open_blocks_, line.offset, line.text.size(), "lines in nested lists and quotes");
}

bool CostMeter::count_table(const Line& line) {
  const auto pipes =
      static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), '|'));
  const std::size_t row_steps = pipes * pipes / 2;
  row_steps_ += row_steps;
  if (table_columns_ > 0) {
    if (!add_steps(row_steps, line.offset, line.text.size(), "cells in one row"))
      return false;
    report_.cost.table_cells += table_columns_;
    if (report_.cost.table_cells > limit_.table_cells)
      return fail(line.offset, line.text.size(),
                  fmt::format("tables have more than {} cells", limit_.table_cells));
  }
  if (!is_delimiter_row(line.text)) return true;
  table_columns_ = std::max(table_columns_, column_count(line.text));
  // Whatever of the block stands before the delimiter row may be the head of a table.
  if (!add_steps(row_steps_, line.offset, line.text.size(), "cells in one row"))
    return false;
  const std::size_t before = line.offset - std::min(block_start_, line.offset);
  return add_steps(before, line.offset, line.text.size(), "lines of dashes in one block");
}

bool CostMeter::count_inlines(const Line& line) {
  std::size_t word_start = 0;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const std::size_t offset = line.offset + i;
    const string_view rest = line.text.substr(i);
    bool goes_on = true;
    switch (line.text[i]) {
      case '[': {
        const bool is_image = i > 0 && line.text[i - 1] == '!';
        brackets_.push_back(is_image);
        open_images_ += is_image ? 1 : 0;
        break;
      }
      case ']':
        goes_on = count_closing_bracket(offset);
        break;
      case '*':
      case '_':
        ++delimiters_;
        break;
      case '~':
        ++delimiters_;
        goes_on = add_steps(++tildes_, offset, 1, "'~' in one block");
        break;
      case '<':
        if (rest.starts_with("<?") || rest.starts_with("<!")) goes_on = count_markup_search(offset);
        break;
      case ' ':
      case '\t':
        goes_on =
            count_word(line.offset + word_start, line.text.substr(word_start, i - word_start));
        word_start = i + 1;
        break;
      default:
        break;
    }
    if (!goes_on) return false;
  }
  return count_word(line.offset + word_start, line.text.substr(word_start));
}

bool CostMeter::count_closing_bracket(std::size_t offset) {
  ++closing_brackets_;
  const std::size_t steps = open_images_ + delimiters_;
  if (!brackets_.empty()) {
    open_images_ -= brackets_.back() ? 1 : 0;
    brackets_.pop_back();
  }
  return add_steps(steps, offset, 1, "links, images and emphasis marks in one block");
}

bool CostMeter::count_word(std::size_t offset, string_view word) {
  const bool holds_address = word.find("www.") != word.npos || word.find("://") != word.npos;
  const auto marks = static_cast<std::size_t>(std::count_if(
      word.begin(), word.end(), [&](char c) { return c == '@' || (c == ')' && holds_address); }));
  return add_steps(marks > 1 ? marks * word.size() : 0, offset, word.size(),
                   "'@' or ')' in one word");
}

/// The end of the block that holds `offset`.
std::size_t CostMeter::block_end(std::size_t offset) {
  if (offset < block_end_) return block_end_;
  std::size_t line = std::min(text_.find('\n', offset), text_.size());
  while (line < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', line + 1), text_.size());
    if (Line{line + 1, text_.substr(line + 1, end - line - 1)}.is_blank()) break;
    line = end;
  }
  return block_end_ = line + 1;
}

/// Counts the way from `<?`, `<!` or `<![CDATA[` at `offset` to where it ends.
bool CostMeter::count_markup_search(std::size_t offset) {
  const string_view rest = text_.substr(offset, std::min(block_end(offset), text_.size()) - offset);
  const bool is_cdata = rest.starts_with("<![CDATA[");
  const string_view closer = rest[1] == '?' ? "?>" : is_cdata ? "]]>" : ">";
  const std::size_t end = std::min(rest.find(closer), rest.size());
  return add_steps(end, offset, is_cdata ? 9 : 2, "'<?' or '<!' in one block");
}

/// Measures `[label]: address "title"` when the line begins like one. The title may go on over
/// further lines; looking for its end is counted like any other step.
void CostMeter::note_definition(const Line& line) {
  const std::size_t colon = line.text.find("]:");
  if (colon == line.text.npos || line.text.find('[') > colon) return;
  std::size_t at =
      std::min(text_.find_first_not_of(" \t\r\n", line.offset + colon + 2), text_.size());
  const std::size_t start = at;
  at = std::min(text_.find_first_of(" \t\r\n", at), text_.size());
  const std::size_t title = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
  const char quote = title < text_.size() ? text_[title] : ' ';
  if (quote == '"' || quote == '\'' || quote == '(') {
    const string_view block = text_.substr(0, block_end(title));
    at = std::min(block.find(quote == '(' ? ')' : quote, title + 1), block.size());
    report_.cost.steps += at - title;
  }
  longest_definition_ = std::max(longest_definition_, at - start);
}

}  // namespace

MarkdownCostReport measure_markdown_cost(string_view text, const MarkdownCost& limit) {
  return CostMeter(text, limit).measure();
}

}  // namespace stagecraft
