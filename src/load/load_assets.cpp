#include "load/load_assets.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "base/suggest.h"
#include "format/css.h"
#include "format/module_imports.h"
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

/// Whether `address` names a host.
bool is_elsewhere(std::string_view address) {
  return has_scheme(address) || address.starts_with("//");
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

/// Resolves the references of one style sheet or script.
class ReferenceReader {
 public:
  ReferenceReader(const std::string& name, const SourceText& source, const Sources& theme,
                  Diagnostics& diagnostics)
      : name_(name), source_(source), theme_(theme), diagnostics_(diagnostics) {}

  std::vector<AssetReference> of_stylesheet() const {
    std::vector<AssetReference> found;
    for (const CssReference& reference : css_references(source_.text()))
      add(resolve(reference), found);
    return found;
  }

  std::vector<AssetReference> of_script() const {
    std::vector<AssetReference> found;
    for (const ModuleImport& import : module_imports(source_.text())) add(resolve(import), found);
    return found;
  }

 private:
  struct Place {
    std::size_t offset;
    std::size_t length;
    const std::string& address;
  };

  static void add(std::optional<AssetReference> reference, std::vector<AssetReference>& found) {
    if (reference) found.push_back(std::move(*reference));
  }

  std::optional<AssetReference> resolve(const CssReference& reference) const {
    const Place place{reference.offset, reference.length, reference.address};
    if (reference.is_import) {
      error(place, fmt::format("'{}' is imported", place.address),
            {"all style sheets of a theme are joined into one; leave the import out"});
    } else if (is_elsewhere(place.address)) {
      if (!place.address.starts_with("data:")) report_other_host(place);
    } else if (!place.address.starts_with('#')) {
      return resolve_file(place, [](const std::string& name) { return !name.ends_with(".css"); });
    }
    return std::nullopt;
  }

  std::optional<AssetReference> resolve(const ModuleImport& import) const {
    const Place place{import.offset, import.length, import.address};
    if (import.is_late) {
      error(place, fmt::format("'{}' is imported behind other code", place.address),
            {"imports stand at the top of a script"});
    } else if (is_elsewhere(place.address)) {
      report_other_host(place);
    } else if (!place.address.starts_with("./") && !place.address.starts_with("../")) {
      error(place, fmt::format("'{}' is not the name of a file", place.address),
            {fmt::format("a script names another as './{}'", place.address)});
    } else {
      return resolve_file(place, [](const std::string& name) { return name.ends_with(".js"); });
    }
    return std::nullopt;
  }

  /// The file of the theme that the address means; `fits` says by its name whether one may be named
  /// here.
  template <class Fits>
  std::optional<AssetReference> resolve_file(const Place& place, const Fits& fits) const {
    const std::size_t end = std::min(place.address.find_first_of("?#"), place.address.size());
    const std::string path = percent_decoded(place.address.substr(0, end));
    const std::optional<std::string> asset =
        path.starts_with('/') ? std::nullopt : resolved(name_, path);
    if (!asset) {
      error(place, fmt::format("'{}' leads out of the theme", place.address), {});
    } else if (!theme_.contains(*asset)) {
      error(place, fmt::format("the theme has no file '{}'", *asset), suggestion(*asset, fits));
    } else if (asset->ends_with(".css")) {
      error(place, fmt::format("'{}' is not published on its own", *asset),
            {"all style sheets of a theme are joined into one"});
    } else if (!fits(*asset)) {
      error(place, fmt::format("'{}' is no script", *asset), {});
    } else {
      return AssetReference{place.offset, place.length, *asset, place.address.substr(end)};
    }
    return std::nullopt;
  }

  template <class Fits>
  std::vector<std::string> suggestion(const std::string& asset, const Fits& fits) const {
    std::vector<std::string> names;
    for (const auto& [name, source] : theme_)
      if (fits(name)) names.push_back(name);
    const std::string note = choices_note(asset, names);
    return note.empty() ? std::vector<std::string>() : std::vector{note};
  }

  void report_other_host(const Place& place) const {
    error(place, fmt::format("'{}' is on another host", place.address),
          {"a site asks no other host for anything; put the file into the theme"});
  }

  void error(const Place& at, std::string message, std::vector<std::string> notes) const {
    diagnostics_.error(SourceSpan{&source_, at.offset, at.length}, std::move(message),
                       std::move(notes));
  }

  const std::string& name_;
  const SourceText& source_;
  const Sources& theme_;
  Diagnostics& diagnostics_;
};

/// Takes the references away that would lead scripts back to themselves, and reports them: the name
/// of each holds the hash of what it imports, so there is no first one to name.
class CircleFinder {
 public:
  CircleFinder(std::map<std::string, Asset, std::less<>>& assets, const Sources& sources,
               Diagnostics& diagnostics)
      : assets_(assets), sources_(sources), diagnostics_(diagnostics) {}

  void visit(const std::string& name) {
    if (!visited_.insert(name).second) return;
    open_.insert(name);
    std::erase_if(assets_.find(name)->second.references, [&](const AssetReference& reference) {
      if (!open_.contains(reference.asset)) {
        visit(reference.asset);
        return false;
      }
      diagnostics_.error(
          SourceSpan{sources_.find(name)->second.get(), reference.offset, reference.length},
          fmt::format("'{}' imports this script itself, directly or through others",
                      reference.asset),
          {"scripts that need each other share a third one"});
      return true;
    });
    open_.erase(name);
  }

 private:
  std::map<std::string, Asset, std::less<>>& assets_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::set<std::string> visited_;
  std::set<std::string> open_;
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
    const ReferenceReader reader(name, *source, sources, diagnostics);
    if (name.ends_with(".css")) asset.references = reader.of_stylesheet();
    if (name.ends_with(".js")) asset.references = reader.of_script();
    assets.emplace(name, std::move(asset));
  }
  CircleFinder circles(assets, sources, diagnostics);
  for (const auto& [name, source] : sources) circles.visit(name);
  return assets;
}

}  // namespace stagecraft
