#include "load/read_file.h"

#include <fmt/format.h>

#include "format/read_document.h"

namespace stagecraft {

std::string reason_against(FileKind kind) {
  switch (kind) {
    case FileKind::missing:
      return "there is no such file";
    case FileKind::directory:
      return "is a folder, where a file is expected";
    case FileKind::symlink:
      return "is a symbolic link, and links are not followed";
    case FileKind::other:
      return "is not a regular file";
    case FileKind::regular:
      return {};
  }
  return {};
}

std::string shown_prefix(std::string project) {
  while (project.size() > 1 && project.ends_with('/')) project.pop_back();
  if (project == "." || project.empty()) return {};
  return project == "/" ? project : project + "/";
}

NamedFile named_file(const std::string& path) {
  std::string folder = path.substr(0, path.rfind('/') + 1);
  const std::string name = path.substr(folder.size());
  if (name == "." || name == "..") return {DiskFiles(path), path, ""};
  DiskFiles files(folder);
  return {std::move(files), std::move(folder), name};
}

bool is_data_file(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json");
}

std::shared_ptr<const SourceText> read_source(const FileTree& tree, std::string_view path,
                                              std::size_t limit, Diagnostics& diagnostics) {
  const std::string reason = reason_against(tree.files.kind_of(path));
  if (!reason.empty()) {
    diagnostics.error_in(tree.shown(path), reason);
    return nullptr;
  }
  if (const std::uint64_t size = tree.files.size_of(path); size > limit) {
    diagnostics.error_in(
        tree.shown(path),
        fmt::format("the file has {} bytes, more than the {} allowed", size, limit));
    return nullptr;
  }
  std::variant<std::string, ReadFailure> content = tree.files.read(path);
  if (const auto* failure = std::get_if<ReadFailure>(&content)) {
    diagnostics.error_in(tree.shown(path), "cannot be read: " + failure->message);
    return nullptr;
  }
  return std::make_shared<const SourceText>(tree.shown(path),
                                            std::get<std::string>(std::move(content)));
}

std::optional<Document> read_document_file(const FileTree& tree, std::string_view path,
                                           Diagnostics& diagnostics) {
  const auto source = read_source(tree, path, text_file_limit, diagnostics);
  if (!source) return std::nullopt;
  return read_document(source, DocumentLimits{}, diagnostics);
}

}  // namespace stagecraft
