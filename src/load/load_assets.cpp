#include "load/load_assets.h"

#include <fmt/format.h>

#include <vector>

#include "base/suggest.h"
#include "format/css.h"
#include "load/theme_line.h"

namespace stagecraft {
namespace {

using Sources = std::map<std::string, std::shared_ptr<const SourceText>, std::less<>>;

int hex_value(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_encoded = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                            hex_value(text[i + 2]) >= 0;
    decoded += is_encoded ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]))
                          : text[i];
    if (is_encoded) i += 2;
  }
  return decoded;
}

/// Whether `address` begins with a scheme, such as "https:".
bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  return colon != std::string_view::npos && colon < address.find_first_of("/?#");
}

/// `path` seen from the folder of the file `from`, without "." and ".."; nothing when it leads out.
std::optional<std::string> resolved(std::string_view from, std::string_view path) {
  std::vector<std::string_view> names;
  const auto walk = [&](std::string_view part) {
    while (!part.empty()) {
      const std::string_view name = part.substr(0, part.find('/'));
      part.remove_prefix(std::min(name.size() + 1, part.size()));
      if (name.empty() || name == ".") continue;
      if (name != "..") {
        names.push_back(name);
      } else if (names.empty()) {
        return false;
      } else {
        names.pop_back();
      }
    }
    return true;
  };
  const std::size_t slash = from.rfind('/');
  walk(slash == std::string_view::npos ? std::string_view() : from.substr(0, slash));
  if (!walk(path)) return std::nullopt;
  std::string joined;
  for (const std::string_view name : names) joined.append(joined.empty() ? "" : "/").append(name);
  return joined;
}

/// Resolves the references of one style sheet.
class StylesheetReader {
 public:
  StylesheetReader(const std::string& name, const SourceText& source, const Sources& theme,
                   Diagnostics& diagnostics)
      : name_(name), source_(source), theme_(theme), diagnostics_(diagnostics) {}

  std::vector<AssetReference> references() const {
    std::vector<AssetReference> found;
    for (const CssReference& reference : css_references(source_.text()))
      if (auto resolved = resolve(reference)) found.push_back(std::move(*resolved));
    return found;
  }

 private:
  std::optional<AssetReference> resolve(const CssReference& reference) const {
    const std::string& address = reference.address;
    if (reference.is_import) {
      error(reference, fmt::format("'{}' is imported", address),
            {"all style sheets of a theme are joined into one; leave the import out"});
    } else if (has_scheme(address) || address.starts_with("//")) {
      if (!address.starts_with("data:"))
        error(reference, fmt::format("'{}' is on another host", address),
              {"a site asks no other host for anything; put the file into the theme"});
    } else if (!address.starts_with('#')) {
      return resolve_file(reference);
    }
    return std::nullopt;
  }

  std::optional<AssetReference> resolve_file(const CssReference& reference) const {
    const std::size_t end =
        std::min(reference.address.find_first_of("?#"), reference.address.size());
    const std::string path = percent_decoded(reference.address.substr(0, end));
    const std::optional<std::string> asset =
        path.starts_with('/') ? std::nullopt : resolved(name_, path);
    if (!asset) {
      error(reference, fmt::format("'{}' leads out of the theme", reference.address), {});
    } else if (!theme_.contains(*asset)) {
      error(reference, fmt::format("the theme has no file '{}'", *asset), suggestion(*asset));
    } else if (asset->ends_with(".css")) {
      error(reference, fmt::format("'{}' is not published on its own", *asset),
            {"all style sheets of a theme are joined into one"});
    } else {
      return AssetReference{reference.offset, reference.length, *asset,
                            reference.address.substr(end)};
    }
    return std::nullopt;
  }

  std::vector<std::string> suggestion(const std::string& asset) const {
    std::vector<std::string> names;
    for (const auto& [name, source] : theme_)
      if (!name.ends_with(".css")) names.push_back(name);
    const std::string note = choices_note(asset, names);
    return note.empty() ? std::vector<std::string>() : std::vector{note};
  }

  void error(const CssReference& at, std::string message, std::vector<std::string> notes) const {
    diagnostics_.error(SourceSpan{&source_, at.offset, at.length}, std::move(message),
                       std::move(notes));
  }

  const std::string& name_;
  const SourceText& source_;
  const Sources& theme_;
  Diagnostics& diagnostics_;
};

/// Whether the file `name` of a theme's folder is published.
bool is_asset(std::string_view name) {
  return name != theme_file && !name.starts_with("templates/") && !name.starts_with("content/");
}

}  // namespace

std::map<std::string, Asset, std::less<>> load_assets(const Layers& layers,
                                                      const std::vector<std::string>& themes,
                                                      Diagnostics& diagnostics) {
  Sources sources;
  for (const std::string& theme : themes)
    for (const auto& [name, file] : layers.files_below("themes/" + theme)) {
      if (!is_asset(name) || sources.contains(name)) continue;
      if (auto source = read_source(*file.tree, file.path, text_file_limit, diagnostics))
        sources.emplace(name, std::move(source));
    }
  std::map<std::string, Asset, std::less<>> assets;
  for (const auto& [name, source] : sources) {
    Asset asset{source->text(), {}};
    if (name.ends_with(".css"))
      asset.references = StylesheetReader(name, *source, sources, diagnostics).references();
    assets.emplace(name, std::move(asset));
  }
  return assets;
}

}  // namespace stagecraft
