#include "load/layers.h"

#include <set>

namespace stagecraft {
namespace {

constexpr int deepest_folder = 16;

void collect(const FileTree& tree, const std::string& folder, int depth,
             std::vector<std::string>& found) {
  if (depth > deepest_folder) return;
  for (const DirectoryEntry& entry : tree.files.list(folder)) {
    if (entry.name.starts_with('.')) continue;
    const std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
    if (entry.kind == FileKind::directory) {
      collect(tree, path, depth + 1, found);
    } else {
      found.push_back(path);
    }
  }
}

}  // namespace

std::vector<std::string> files_below(const FileTree& tree, const std::string& folder) {
  std::vector<std::string> found;
  collect(tree, folder, 0, found);
  return found;
}

Layers::Layers(const FileTree& project, const FileTree& built_in,
               const std::vector<std::string>& themes) {
  layers_.push_back({&project, ""});
  for (const std::string& theme : themes) {
    const std::string theme_root = "themes/" + theme + "/";
    layers_.push_back({&project, theme_root});
    layers_.push_back({&built_in, theme_root});
  }
  layers_.push_back({&built_in, ""});
}

std::optional<Layers::Found> Layers::find(std::string_view path) const {
  return find_any({std::string(path)});
}

std::optional<Layers::Found> Layers::find_any(const std::vector<std::string>& paths) const {
  for (const Layer& layer : layers_)
    for (const std::string& path : paths)
      if (layer.tree->files.kind_of(layer.root + path) != FileKind::missing)
        return Found{layer.tree, layer.root + path};
  return std::nullopt;
}

std::vector<Layers::Found> Layers::find_all(std::string_view path) const {
  std::vector<Found> found;
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    const std::string full = layer->root + std::string(path);
    if (layer->tree->files.kind_of(full) != FileKind::missing) found.push_back({layer->tree, full});
  }
  return found;
}

std::map<std::string, Layers::Found> Layers::files_below(std::string_view folder) const {
  std::map<std::string, Found> found;
  for (const Layer& layer : layers_) {
    const std::string root = layer.root + std::string(folder);
    for (const std::string& path : stagecraft::files_below(*layer.tree, root))
      found.try_emplace(path.substr(root.size() + 1), Found{layer.tree, path});
  }
  return found;
}

std::vector<std::string> Layers::folders_in(std::string_view folder) const {
  std::set<std::string> names;
  for (const Layer& layer : layers_)
    for (const DirectoryEntry& entry : layer.tree->files.list(layer.root + std::string(folder)))
      if (entry.kind == FileKind::directory) names.insert(entry.name);
  return {names.begin(), names.end()};
}

}  // namespace stagecraft
