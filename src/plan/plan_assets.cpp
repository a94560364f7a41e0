#include "plan/plan_assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include "base/contrast.h"
#include "base/hash.h"

namespace stagecraft {
namespace {

constexpr std::string_view theme_folder = "theme/";
constexpr std::string_view page_scripts = "scripts";
constexpr std::string_view icon = "icon.svg";
constexpr std::size_t hash_digits = 8;

AssetKind kind_of(std::string_view name) {
  if (name.ends_with(".css")) return AssetKind::stylesheet;
  if (!name.ends_with(".js")) return AssetKind::file;
  const std::size_t folder = name.rfind('/');
  if (folder == std::string_view::npos) return AssetKind::script;
  return name.substr(0, folder) == page_scripts ? AssetKind::page_script : AssetKind::file;
}

/// Tokens come before what uses them, print comes last; themes may add files of their own between.
int cascade_place(std::string_view stylesheet) {
  if (stylesheet == "tokens.css") return 0;
  if (stylesheet == "base.css") return 1;
  if (stylesheet == "components.css") return 2;
  return stylesheet == "print.css" ? 4 : 3;
}

/// `path` with `hash` before the ending of its last name: "theme/annual.3f9c21ab.css".
OutputPath with_hash(std::string path, std::string_view hash) {
  const std::size_t name = path.rfind('/') + 1;
  const std::size_t dot = path.rfind('.');
  const std::size_t at = dot == std::string::npos || dot <= name ? path.size() : dot;
  path.insert(at, "." + std::string(hash));
  return OutputPath(std::move(path));
}

/// `text` with every byte that is neither a letter, a digit nor in `kept` as "%" and two digits.
std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string encoded;
  for (const char c : text) {
    const bool is_plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
                          ('0' <= c && c <= '9') || kept.find(c) != std::string_view::npos;
    encoded += is_plain
                   ? std::string(1, c)
                   : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return encoded;
}

/// The asset that is the theme's file `name` alone; there is one.
std::size_t index_of(std::string_view name, const std::vector<PlannedAsset>& assets) {
  const auto found = std::find_if(assets.begin(), assets.end(), [&](const PlannedAsset& asset) {
    return asset.parts.size() == 1 && asset.parts.front() == name;
  });
  assert(found != assets.end());
  return static_cast<std::size_t>(found - assets.begin());
}

/// How the asset at `from` names the file that `reference` means.
std::string published_address(const AssetReference& reference, const OutputPath& from,
                              const std::vector<PlannedAsset>& assets) {
  const Route folder("/" + from.text().substr(0, from.text().rfind('/') + 1));
  std::string to = relative_link(folder, assets[index_of(reference.asset, assets)].path);
  const bool is_script = !from.text().ends_with(".css");
  if (is_script && !to.starts_with("../")) to = "./" + to;
  return '"' + percent_encoded(to, "-._~/") +
         percent_encoded(reference.rest, "-._~/?#=&%,;:+@!$*") + '"';
}

void append_part(std::string& bytes, const Asset& part, const OutputPath& path,
                 const std::vector<PlannedAsset>& assets) {
  std::size_t done = 0;
  for (const AssetReference& reference : part.references) {
    bytes.append(part.bytes, done, reference.offset - done);
    bytes += published_address(reference, path, assets);
    done = reference.offset + reference.length;
  }
  bytes.append(part.bytes, done);
}

/// Gives `asset`, whose path is still without a hash, its published name and its integrity.
void fingerprint(PlannedAsset& asset, const Project& project,
                 const std::vector<PlannedAsset>& others) {
  const Sha256Digest digest = sha256(published_bytes(project, others, asset));
  asset.path = with_hash(asset.path.text(), hex_text(digest).substr(0, hash_digits));
  asset.integrity = "sha256-" + base64_text(digest);
}

/// Fingerprints the files of a theme, each after those that it names, because its bytes hold their
/// names.
class Fingerprinter {
 public:
  Fingerprinter(const Project& project, std::vector<PlannedAsset>& assets)
      : project_(project), assets_(assets) {}

  void add(std::size_t index) {
    PlannedAsset& asset = assets_[index];
    if (!asset.integrity.empty()) return;
    std::set<std::string> imports;
    for (const std::string& part : asset.parts)
      for (const AssetReference& reference : project_.assets.find(part)->second.references) {
        const std::size_t named = index_of(reference.asset, assets_);
        add(named);
        imports.insert(reference.asset);
        imports.insert(assets_[named].imports.begin(), assets_[named].imports.end());
      }
    asset.imports.assign(imports.begin(), imports.end());
    fingerprint(asset, project_, assets_);
  }

 private:
  const Project& project_;
  std::vector<PlannedAsset>& assets_;
};

std::string colour_tokens(Colour accent) {
  const std::string value = colour_text(accent);
  return fmt::format(":root {{ --accent: {0}; --focus: {0}; }}", value);
}

/// `svg` with the brand's colours after its own. A browser takes the theme of its tabs for dark or
/// light surroundings.
std::string branded_icon(std::string svg, const Brand& brand) {
  const std::size_t end = svg.rfind("</svg");
  if (end == std::string::npos || (!brand.accent && !brand.accent_dark)) return svg;
  const auto rule = [](const std::optional<Colour>& accent) {
    return accent ? fmt::format(":root{{--accent:{}}}", colour_text(*accent)) : std::string();
  };
  std::string rules = rule(brand.accent);
  if (brand.accent_dark)
    rules += "@media (prefers-color-scheme:dark){" + rule(brand.accent_dark) + "}";
  return svg.insert(end, "<style>" + rules + "</style>");
}

}  // namespace

std::string brand_rules(const Brand& brand) {
  constexpr Colour printer_paper{255, 255, 255};
  if (!brand.accent && !brand.accent_dark) return {};
  std::string rules = "@layer tokens {\n";
  if (brand.accent) rules += "  " + colour_tokens(*brand.accent) + "\n";
  if (brand.accent_dark)
    rules +=
        "  @media (prefers-color-scheme: dark) { " + colour_tokens(*brand.accent_dark) + " }\n";
  rules += "}\n";
  if (brand.accent)
    rules += "@layer print { @media print { " +
             colour_tokens(with_contrast(*brand.accent, printer_paper, text_contrast)) + " } }\n";
  return rules;
}

std::string published_bytes(const Project& project, const std::vector<PlannedAsset>& assets,
                            const PlannedAsset& asset) {
  if (asset.kind == AssetKind::logo) return project.logo->bytes;
  std::string bytes;
  for (const std::string& part : asset.parts)
    append_part(bytes, project.assets.find(part)->second, asset.path, assets);
  if (asset.kind == AssetKind::stylesheet) bytes += brand_rules(project.settings.brand);
  const bool is_icon = asset.parts == std::vector{std::string(icon)};
  return is_icon ? branded_icon(std::move(bytes), project.settings.brand) : bytes;
}

std::vector<PlannedAsset> plan_assets(const Project& project) {
  PlannedAsset stylesheet{AssetKind::stylesheet,
                          OutputPath(std::string(theme_folder) + project.settings.theme + ".css"),
                          {},
                          {},
                          {}};
  std::vector<PlannedAsset> assets;
  for (const auto& [name, asset] : project.assets) {
    const AssetKind kind = kind_of(name);
    if (kind == AssetKind::stylesheet)
      stylesheet.parts.push_back(name);
    else
      assets.push_back({kind, OutputPath(std::string(theme_folder) + name), {name}, {}, {}});
  }
  if (project.logo) {
    const char* path =
        project.logo->format == LogoFormat::svg ? "brand/logo.svg" : "brand/logo.png";
    assets.push_back({AssetKind::logo, OutputPath(path), {}, {}, {}});
  }
  Fingerprinter fingerprinter(project, assets);
  for (std::size_t index = 0; index < assets.size(); ++index) fingerprinter.add(index);

  // Last, because its bytes hold the names of the others.
  std::stable_sort(stylesheet.parts.begin(), stylesheet.parts.end(),
                   [](const std::string& a, const std::string& b) {
                     return cascade_place(a) < cascade_place(b);
                   });
  if (stylesheet.parts.empty() && brand_rules(project.settings.brand).empty()) return assets;
  fingerprint(stylesheet, project, assets);
  assets.insert(assets.begin(), std::move(stylesheet));
  return assets;
}

}  // namespace stagecraft
