#include "write/output_folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/file_descriptor.h"

namespace stagecraft {
namespace {

namespace fs = std::filesystem;

/// `path` without what shells add to a folder's name: "public/" and "public/." mean "public".
std::string without_tail(std::string path) {
  for (;;) {
    if (path.size() > 1 && path.ends_with('/')) {
      path.pop_back();
    } else if (path.size() > 2 && path.ends_with("/.")) {
      path.resize(path.size() - 2);
    } else {
      return path;
    }
  }
}

/// `path` made absolute and free of symbolic links as far as it exists; empty when that fails.
std::string real_path(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error) return {};
  const fs::path real = fs::weakly_canonical(absolute, error);
  return error ? std::string() : without_tail(real.string());
}

bool is_same_or_above(const std::string& folder, const std::string& other) {
  return !other.empty() && (folder == "/" || folder == other || other.starts_with(folder + "/"));
}

/// What speaks against publishing to `output`, which is `real` when links are resolved.
std::string objection(const std::string& output, const std::string& real,
                      const OutputRequest& request) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(output, error);
  if (fs::is_symlink(status)) return "the output folder is a symbolic link";
  if (fs::exists(status) && !fs::is_directory(status)) return "the output folder is not a folder";
  if (status.type() == fs::file_type::none)
    return "the output folder cannot be reached: " + system_words(error.value());
  if (real.empty()) return "the output folder cannot be reached";

  const std::string project = real_path(request.project_root);
  const std::string home = request.home.empty() ? std::string() : real_path(request.home);
  if (real == "/") return "the output folder is the root of the file system";
  if (real == project) return "the output folder is the project itself";
  if (is_same_or_above(real, project)) return "the output folder holds the project";
  if (real == home) return "the output folder is the home folder";
  if (is_same_or_above(real, home)) return "the output folder holds the home folder";
  for (const char* name : {"assessments", "catalog", "content", "templates", "themes"})
    if (is_same_or_above(project + "/" + name, real))
      return "the output folder lies in a folder that the project is read from";
  if (is_same_or_above(project + "/.stagecraft", real))
    return "the output folder lies in the project's cache";
  return {};
}

}  // namespace

std::optional<OutputFolder> check_output_folder(const OutputRequest& request,
                                                Diagnostics& diagnostics) {
  if (request.output.empty() || request.output.find('\0') != std::string::npos) {
    diagnostics.error_in("", "the output folder has no name", {"choose one with -o"});
    return std::nullopt;
  }
  const std::string output = without_tail(request.output);
  const std::string real = real_path(output);
  if (std::string reason = objection(output, real, request); !reason.empty()) {
    diagnostics.error_in(output, std::move(reason), {"choose another folder with -o"});
    return std::nullopt;
  }
  const fs::path path(real);
  return OutputFolder{output, path.parent_path().string(), path.filename().string()};
}

bool is_site_path(std::string_view path) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
  };
  if (std::any_of(path.begin(), path.end(), is_control)) return false;
  for (;;) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name == "." || name == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace stagecraft
