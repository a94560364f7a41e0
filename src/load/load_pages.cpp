#include "load/load_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "format/front_matter.h"
#include "load/check_shortcodes.h"
#include "load/image_size.h"
#include "load/map_reader.h"

namespace stagecraft {
namespace {

constexpr std::size_t page_file_limit = 4 << 20;
constexpr std::string_view markdown_ending = ".md";

/// Whether every name of `path` but the ending of the last is an id.
bool is_page_path(std::string_view path) {
  path.remove_suffix(markdown_ending.size());
  while (true) {
    const std::size_t slash = path.find('/');
    if (!is_id(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

/// "guides/start.md" below "/docs/" stands at "/docs/guides/start/", "guides/index.md" at its
/// folder.
Route route_of(const PageFolder& folder, std::string_view path) {
  std::string name(path.substr(0, path.size() - markdown_ending.size()));
  if (name == "index") return folder.route;
  if (name.ends_with("/index")) name.resize(name.size() - 6);
  return Route(folder.route.text() + name + "/");
}

/// Where the text begins when its first line, from `begin` on, is `# title`: behind it, because the
/// page shows its title anyway. Otherwise `begin`.
std::size_t behind_title(std::string_view text, std::size_t begin, std::string_view title) {
  const std::size_t first = std::min(text.find_first_not_of("\r\n", begin), text.size());
  const std::size_t end = std::min(text.find('\n', first), text.size());
  std::string_view line = text.substr(first, end - first);
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  const bool is_title = line.starts_with("# ") && line.substr(2) == title;
  return is_title ? std::min(end + 1, text.size()) : begin;
}

/// The text with its topmost heading at level 2, whatever level its author began with.
std::optional<MarkdownDocument> parse_body(const std::shared_ptr<const SourceText>& source,
                                           std::size_t begin, const MarkdownWords& words,
                                           Diagnostics& diagnostics) {
  MarkdownOptions options;
  options.words = words;
  options.heading_shift = 0;
  const std::size_t end = source->text().size();
  std::optional<MarkdownDocument> body = parse_markdown(source, begin, end, options, diagnostics);
  if (!body || body->outline.empty()) return body;
  const auto top = std::min_element(
      body->outline.begin(), body->outline.end(),
      [](const MarkdownHeading& a, const MarkdownHeading& b) { return a.level < b.level; });
  if (top->level == 2) return body;
  options.heading_shift = 2 - top->level;
  return parse_markdown(source, begin, end, options, diagnostics);
}

/// Reads one collection.
class PageReader {
 public:
  PageReader(const PageFolder& folder, const std::vector<MaturityModel>& models,
             const MarkdownWords& words, Diagnostics& diagnostics)
      : folder_(folder), models_(models), words_(words), diagnostics_(diagnostics) {}

  void read(const std::string& path, const Layers::Found& file) {
    const auto source = read_source(*file.tree, file.path, page_file_limit, diagnostics_);
    if (!source) return;
    if (path.ends_with(markdown_ending))
      read_page(path, source);
    else
      read_file(path, source->text());
  }

  PageCollection collection;

 private:
  void read_page(const std::string& path, const std::shared_ptr<const SourceText>& source) {
    if (!is_page_path(path)) {
      diagnostics_.error_in(source->path(),
                            "the path of a page is made of ids: lower-case letters, digits and "
                            "single hyphens");
      return;
    }
    ContentPage page;
    page.source = folder_.folder + "/" + path;
    page.route = route_of(folder_, path);
    const auto front = read_front_matter(source, DocumentLimits{}, diagnostics_);
    if (!front || !read_fields(*front, page)) return;
    page.body_offset = behind_title(source->text(), front->body_offset, page.title);
    std::optional<MarkdownDocument> body =
        parse_body(source, page.body_offset, words_, diagnostics_);
    if (!body) return;
    check_shortcodes(*body, models_, diagnostics_);
    if (page.description.empty()) page.description = body->excerpt;
    page.body = std::move(*body);
    page.markdown = source->text().substr(page.body_offset);
    collection.pages.push_back(std::move(page));
  }

  /// False when the front matter has no usable title.
  bool read_fields(const FrontMatter& front, ContentPage& page) {
    const ReadContext context{front.fields, diagnostics_};
    if (front.fields.root.kind != NodeKind::map) {
      diagnostics_.error({front.fields.source.get(), 0, 1}, "the page has no title",
                         {"begin it with:", "---", "title: About this site", "---"});
      return false;
    }
    MapReader reader(context, front.fields.root, "the page");
    page.title = reader.required_text("title");
    page.description = reader.text("description");
    page.navigation = reader.text("navigation");
    reader.finish();
    return !page.title.empty();
  }

  void read_file(const std::string& path, const std::string& bytes) {
    ContentFile file;
    file.source = folder_.folder + "/" + path;
    file.path = OutputPath(folder_.route.text().substr(1) + path);
    file.bytes = bytes;
    if (const auto size = image_size(bytes)) {
      file.width = size->width;
      file.height = size->height;
    }
    collection.files.push_back(std::move(file));
  }

  const PageFolder& folder_;
  const std::vector<MaturityModel>& models_;
  const MarkdownWords& words_;
  Diagnostics& diagnostics_;
};

}  // namespace

PageCollection load_pages(const Layers& layers, const PageFolder& folder,
                          const std::vector<MaturityModel>& models, const MarkdownWords& words,
                          Diagnostics& diagnostics) {
  PageReader reader(folder, models, words, diagnostics);
  for (const auto& [path, file] : layers.files_below(folder.folder)) reader.read(path, file);
  return std::move(reader.collection);
}

}  // namespace stagecraft
