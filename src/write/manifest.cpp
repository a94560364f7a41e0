#include "write/manifest.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "base/hash.h"
#include "write/output_folder.h"

namespace stagecraft {
namespace {

constexpr std::string_view heading = "stagecraft manifest 1";
constexpr std::string_view last_word = "end ";

/// Takes the first line of `text` off, without its line feed; nothing when no line feed is left.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

/// The folder `name` in `folder`, made when it is missing.
FileDescriptor open_or_make(const FileDescriptor& folder, const std::string& name,
                            const DiskChanges& changes) {
  FileDescriptor opened = open_beneath(folder, name, O_RDONLY | O_DIRECTORY);
  if (opened.is_open() || errno != ENOENT) return opened;
  errno = changes.make_folder(folder, name, 0777);
  return errno == 0 ? open_beneath(folder, name, O_RDONLY | O_DIRECTORY) : FileDescriptor();
}

}  // namespace

void Manifest::add(std::string path, std::string hash) {
  files_.emplace(std::move(path), std::move(hash));
}

void Manifest::add_all(const Manifest& other) {
  files_.insert(other.files_.begin(), other.files_.end());
}

bool Manifest::lists(std::string_view path) const {
  const auto file = files_.lower_bound({std::string(path), {}});
  return file != files_.end() && file->first == path;
}

bool Manifest::lists(std::string_view path, std::string_view hash) const {
  return files_.contains({std::string(path), std::string(hash)});
}

bool Manifest::lists_below(std::string_view path) const {
  const std::string prefix = std::string(path) + "/";
  const auto file = files_.lower_bound({prefix, {}});
  return file != files_.end() && file->first.starts_with(prefix);
}

std::vector<std::string> Manifest::paths() const {
  std::vector<std::string> paths;
  for (const auto& [path, hash] : files_)
    if (paths.empty() || paths.back() != path) paths.push_back(path);
  return paths;
}

std::string Manifest::text() const {
  std::string text(heading);
  text += '\n';
  for (const auto& [path, hash] : files_) text.append(hash).append(" ").append(path).append("\n");
  const std::string proof = content_hash(text);
  return text.append(last_word).append(proof).append("\n");
}

std::optional<Manifest> Manifest::parse(std::string_view text) {
  const std::string_view all = text;
  if (take_line(text) != heading) return std::nullopt;
  Manifest manifest;
  for (;;) {
    const std::string_view before = all.substr(0, all.size() - text.size());
    const std::optional<std::string_view> line = take_line(text);
    if (!line) return std::nullopt;
    if (line->starts_with(last_word)) {
      const bool is_whole = line->substr(last_word.size()) == content_hash(before) && text.empty();
      return is_whole ? std::optional(manifest) : std::nullopt;
    }
    const std::size_t space = line->find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const std::string_view path = line->substr(space + 1);
    if (!is_site_path(path)) return std::nullopt;
    manifest.add(std::string(path), std::string(line->substr(0, space)));
  }
}

ManifestFile::ManifestFile(std::string project_root, std::string_view output_path)
    : project_root_(std::move(project_root)), name_(content_hash(output_path) + ".manifest") {}

std::string ManifestFile::path() const {
  return ".stagecraft/outputs/" + name_;
}

std::optional<Manifest> ManifestFile::load() const {
  const FileDescriptor project = open_folder(project_root_);
  if (!project.is_open()) return std::nullopt;
  const FileDescriptor file = open_beneath(project, path(), O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  const std::optional<std::string> text = read_to_end(file);
  return text ? Manifest::parse(*text) : std::nullopt;
}

std::optional<DiskFailure> ManifestFile::save(const Manifest& manifest,
                                              const DiskChanges& changes) const {
  const auto failure = [this](int error) {
    return DiskFailure{path(), "cannot be written: " + system_words(error)};
  };
  const FileDescriptor project = open_folder(project_root_);
  if (!project.is_open()) return failure(errno);
  const FileDescriptor cache = open_or_make(project, ".stagecraft", changes);
  if (!cache.is_open()) return failure(errno);
  const FileDescriptor folder = open_or_make(cache, "outputs", changes);
  if (!folder.is_open()) return failure(errno);

  const std::string new_name = name_ + ".new";
  int error = changes.remove_file(folder, new_name);  // what a killed build may have left
  if (error != 0 && error != ENOENT) return failure(error);
  error = changes.make_file(folder, new_name, manifest.text());
  if (error == 0) error = changes.rename(folder, new_name, folder, name_);
  if (error == 0) return std::nullopt;
  changes.remove_file(folder, new_name);
  return failure(error);
}

}  // namespace stagecraft
