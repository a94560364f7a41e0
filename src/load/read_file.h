#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "format/node.h"

namespace stagecraft {

/// A tree of files and how its paths are shown to people: "" for the current folder, "site/",
/// "<built-in>/".
struct FileTree {
  const FileReader& files;
  std::string shown_prefix;

  std::string shown(std::string_view path) const { return shown_prefix + std::string(path); }
};

/// How paths in the folder `project` are shown: "" for the current folder, otherwise "site/".
std::string shown_prefix(std::string project);

/// A file that the user named: the folder that it is in, and its name there.
struct NamedFile {
  DiskFiles files;
  std::string shown_prefix;
  std::string name;

  FileTree tree() const { return {files, shown_prefix}; }
};

NamedFile named_file(const std::string& path);

/// Why something of `kind` cannot be read as a file: "there is no such file"; empty when it can.
std::string reason_against(FileKind kind);

/// Whether `path` ends like a file that holds a document: .yaml, .yml or .json.
bool is_data_file(std::string_view path);

/// The most bytes that a text file of a project may have.
constexpr std::size_t text_file_limit = 4 << 20;

/// The text of the file at `path`; nothing, and an error, when it cannot be read, is no regular
/// file (symbolic links are never followed) or is larger than `limit` bytes.
std::shared_ptr<const SourceText> read_source(const FileTree& tree, std::string_view path,
                                              std::size_t limit, Diagnostics& diagnostics);

/// As read_source(), and parsed: `.json` as JSON, anything else as YAML.
std::optional<Document> read_document_file(const FileTree& tree, std::string_view path,
                                           Diagnostics& diagnostics);

}  // namespace stagecraft
