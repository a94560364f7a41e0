#include "plan/resolve_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/suggest.h"

namespace stagecraft {
namespace {

bool has_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  return colon != std::string_view::npos && url.find_first_of("/?#") > colon;
}

/// `path` seen from the folder of file `from`, without "." and ".."; empty when it leaves the tree.
std::string joined(const std::string& from, std::string_view path) {
  std::vector<std::string> names;
  const auto add = [&](std::string_view text) {
    while (!text.empty()) {
      const std::string_view name = text.substr(0, text.find('/'));
      if (name == "..") {
        if (names.empty()) return false;
        names.pop_back();
      } else if (!name.empty() && name != ".") {
        names.emplace_back(name);
      }
      text.remove_prefix(std::min(text.size(), name.size() + 1));
    }
    return true;
  };
  const std::size_t slash = from.rfind('/');
  if (!add(std::string_view(from).substr(0, slash)) || !add(path)) return {};
  return fmt::format("{}", fmt::join(names, "/"));
}

/// Resolves the links of one page.
class PageLinks {
 public:
  PageLinks(const Project& project, SitePlan& plan, const ContentPage& page,
            Diagnostics& diagnostics)
      : project_(project), plan_(plan), page_(page), diagnostics_(diagnostics) {}

  PlannedLink resolve(const std::string& url, const SourceSpan& at, bool is_image) {
    const std::size_t hash = url.find('#');
    const std::string path = url.substr(0, hash);
    const std::string fragment = hash == std::string::npos ? "" : url.substr(hash + 1);
    if (url.starts_with("//")) {
      report(at, url, {"write the whole address, with https:"});
      return {};
    }
    if (has_scheme(url)) return external(url, at, is_image);
    if (path.empty()) return {page_.route, {}, with_heading(page_, fragment, at)};
    if (path.starts_with('/')) return to_route(path, fragment, at);
    return to_file(path, fragment, at);
  }

 private:
  PlannedLink external(const std::string& url, const SourceSpan& at, bool is_image) {
    if (is_image)
      diagnostics_.error(at, "an image cannot come from another site",
                         {"a page asks no third party for anything; put the file beside the page"});
    return {{}, {}, url};
  }

  /// "#heading", or empty; an error when `page` has no such heading.
  std::string with_heading(const ContentPage& page, const std::string& heading,
                           const SourceSpan& at) {
    if (heading.empty()) return {};
    std::vector<std::string> ids;
    for (const MarkdownHeading& known : page.body.outline) ids.push_back(known.id);
    if (std::find(ids.begin(), ids.end(), heading) == ids.end())
      diagnostics_.error(at, fmt::format("'{}' has no heading '{}'", page.title, heading),
                         {choices_note(heading, ids)});
    return "#" + heading;
  }

  PlannedLink to_route(const std::string& path, const std::string& fragment,
                       const SourceSpan& at) {
    std::vector<std::string> routes;
    for (const PlannedPage& page : plan_.pages) {
      if (page.listing == Listing::unlisted) continue;
      if (page.route.text() == path) {
        const bool checked = page.kind == PageKind::content;
        return {page.route, {},
                checked ? with_heading(project_.pages[page.content], fragment, at)
                        : fragment.empty() ? "" : "#" + fragment};
      }
      routes.push_back(page.route.text());
    }
    report(at, path, {choices_note(path, routes)});
    return {};
  }

  PlannedLink to_file(const std::string& path, const std::string& fragment, const SourceSpan& at) {
    const std::string source = joined(page_.source, path);
    std::vector<std::string> sources;
    for (const ContentPage& page : project_.pages) {
      if (page.source == source) return {page.route, {}, with_heading(page, fragment, at)};
      sources.push_back(page.source);
    }
    for (std::size_t i = 0; i < project_.files.size(); ++i) {
      if (project_.files[i].source == source) return to_content_file(i);
      sources.push_back(project_.files[i].source);
    }
    report(at, path, {choices_note(source, sources)});
    return {};
  }

  PlannedLink to_content_file(std::size_t index) {
    const auto known = std::find_if(plan_.files.begin(), plan_.files.end(),
                                    [&](const auto& file) { return file.file == index; });
    if (known == plan_.files.end())
      plan_.files.push_back({project_.files[index].path, index});
    return {{}, index, ""};
  }

  void report(const SourceSpan& at, const std::string& url, std::vector<std::string> notes) {
    diagnostics_.error(at, fmt::format("'{}' leads nowhere", url), std::move(notes));
  }

  const Project& project_;
  SitePlan& plan_;
  const ContentPage& page_;
  Diagnostics& diagnostics_;
};

}  // namespace

void resolve_links(const Project& project, SitePlan& plan, Diagnostics& diagnostics) {
  for (PlannedPage& planned : plan.pages) {
    if (planned.kind != PageKind::content) continue;
    const ContentPage& page = project.pages[planned.content];
    PageLinks links(project, plan, page, diagnostics);
    for (const MarkdownLink& link : page.body.links)
      planned.links.push_back(links.resolve(link.url, page.body.span_of(link), link.is_image));
    for (const Shortcode& shortcode : page.body.shortcodes) {
      planned.figures.emplace_back();
      if (shortcode.name != "figure") continue;
      if (const std::string* src = shortcode.find("src"))
        planned.figures.back() = links.resolve(*src, page.body.span_of(shortcode), true);
    }
  }
  std::sort(plan.files.begin(), plan.files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
}

}  // namespace stagecraft
