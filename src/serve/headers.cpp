#include "serve/headers.h"

#include <algorithm>
#include <array>

namespace stagecraft {
namespace {

constexpr std::string_view frame_folder = "assess/";
constexpr std::string_view frame_page = "/embed/index.html";

/// The model of a page for frames; empty when `path` is none.
std::string_view framed_model(std::string_view path) {
  if (!path.starts_with(frame_folder) || !path.ends_with(frame_page)) return {};
  path.remove_prefix(frame_folder.size());
  path.remove_suffix(std::min(path.size(), frame_page.size()));
  return path;
}

/// Who may put the page for frames of `model` into one; empty: whoever wants to.
std::string allowed_ancestors(std::string_view model, const SiteSettings& settings) {
  std::string ancestors;
  for (const SelfAssessment& assessment : settings.self_assessments)
    if (assessment.model.text() == model)
      for (const std::string& origin : assessment.embed_on)
        ancestors += (ancestors.empty() ? "frame-ancestors " : " ") + origin;
  return ancestors;
}

}  // namespace

bool is_named_by_content(const OutputPath& path) {
  return path.text().starts_with("theme/") || path.text().starts_with("brand/");
}

Headers headers_of(const OutputPath& path, const SiteSettings& settings) {
  const std::string_view name = path.text();
  if (is_named_by_content(path))
    return {{"Cache-Control", "public, max-age=31536000, immutable"}};
  Headers headers{{"Cache-Control", "no-cache"}};
  const std::string_view model = framed_model(name);
  const std::string ancestors =
      model.empty() ? "frame-ancestors 'none'" : allowed_ancestors(model, settings);
  if (!ancestors.empty()) headers.emplace_back("Content-Security-Policy", ancestors);
  if (name.starts_with("reports/")) headers.emplace_back("X-Robots-Tag", "noindex");
  return headers;
}

std::string_view media_type_of(const OutputPath& path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 22> types{{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".jsonl", "application/x-ndjson"},
      {".ndjson", "application/x-ndjson"},
      {".sarif", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".md", "text/markdown; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".tsv", "text/tab-separated-values; charset=utf-8"},
      {".ics", "text/calendar; charset=utf-8"},
      {".xml", "application/xml"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".woff2", "font/woff2"},
      {".pdf", "application/pdf"},
      {"well-known/ucp", "application/json"},
  }};
  for (const auto& [ending, type] : types)
    if (path.text().ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace stagecraft
