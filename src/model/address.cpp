#include "model/address.h"

#include <cassert>
#include <string_view>
#include <vector>

namespace stagecraft {
namespace {

/// The names between the slashes of `path`.
std::vector<std::string_view> names_of(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (slash > 0) names.push_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return names;
}

std::string relative_path(const Route& from, std::string_view to) {
  const std::vector<std::string_view> start = names_of(from.text());
  const std::vector<std::string_view> end = names_of(to);
  std::size_t shared = 0;
  while (shared < start.size() && shared < end.size() && start[shared] == end[shared]) ++shared;

  std::string result;
  for (std::size_t i = shared; i < start.size(); ++i) result += "../";
  for (std::size_t i = shared; i < end.size(); ++i) {
    result += end[i];
    if (i + 1 < end.size() || to.ends_with('/')) result += '/';
  }
  return result.empty() ? "./" : result;
}

}  // namespace

OutputPath index_path(const Route& route, std::string_view extension) {
  assert(route.text().starts_with('/') && route.text().ends_with('/'));
  return OutputPath(route.text().substr(1) + "index." + std::string(extension));
}

std::string relative_link(const Route& from, const Route& to) {
  return relative_path(from, to.text());
}

std::string relative_link(const Route& from, const OutputPath& to) {
  return relative_path(from, to.text());
}

Url absolute(const Url& base, const Route& route) {
  return Url(base.text() + route.text().substr(1));
}

Url absolute(const Url& base, const OutputPath& path) { return Url(base.text() + path.text()); }

std::string path_of(const Url& url) {
  const std::string& text = url.text();
  const std::size_t host = text.find("//");
  const std::size_t path = text.find('/', host == std::string::npos ? 0 : host + 2);
  return path == std::string::npos ? "/" : text.substr(path);
}

}  // namespace stagecraft
