#include "format/front_matter.h"

#include <string_view>

#include "base/utf8.h"
#include "format/read_document.h"

namespace stagecraft {
namespace {

/// Whether line `number` is a fence: three dashes and nothing else but blanks.
bool is_fence(const SourceText& source, std::size_t number) {
  const std::string_view line = source.line(number);
  return line.starts_with("---") && line.find_first_not_of(" \t", 3) == line.npos;
}

/// The number of the line that closes the block that line 1 opens, 0 when there is none.
std::size_t find_closing_line(const SourceText& source) {
  for (std::size_t line = 2; source.line_start(line) < source.text().size(); ++line)
    if (is_fence(source, line)) return line;
  return 0;
}

}  // namespace

std::optional<FrontMatter> read_front_matter(std::shared_ptr<const SourceText> source,
                                             const DocumentLimits& limits,
                                             Diagnostics& diagnostics) {
  const std::string& text = source->text();
  const std::size_t start = text.size() - without_byte_order_mark(text).size();
  if (!is_fence(*source, 1)) {
    Node nothing;
    nothing.offset = start;
    nothing.length = 1;
    return FrontMatter{{std::move(source), nothing}, start};
  }
  const std::size_t closing = find_closing_line(*source);
  if (closing == 0) {
    diagnostics.error({source.get(), start, 3}, "front matter is never closed",
                      {"close it with a line '---'"});
    return std::nullopt;
  }
  // The file cut off at the closing line is YAML in which everything stands where it stood.
  const std::size_t end = source->line_start(closing);
  auto fields = parse_yaml(std::make_shared<const SourceText>(source->path(), text.substr(0, end)),
                           limits, diagnostics);
  if (!fields) return std::nullopt;
  fields->source = source;
  if (fields->root.kind != NodeKind::map && fields->root.kind != NodeKind::null) {
    diagnostics.error(fields->span_of(fields->root), "front matter must be a map",
                      {"write 'key: value' lines"});
    return std::nullopt;
  }
  return FrontMatter{std::move(*fields), source->line_start(closing + 1)};
}

}  // namespace stagecraft
