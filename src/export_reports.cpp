#include "export_reports.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/temporary_folder.h"

extern char** environ;

namespace stagecraft {
namespace {

namespace fs = std::filesystem;

/// A program that documents are made with, and how to get it.
struct Tool {
  std::vector<const char*> names;  ///< tried in this order
  const char* title;
  const char* install;  ///< the package on Debian
};

const Tool chromium{{"chromium", "chromium-browser", "google-chrome"}, "Chromium", "chromium"};
const Tool pandoc{{"pandoc"}, "pandoc", "pandoc"};
const Tool rsvg{{"rsvg-convert"}, "rsvg-convert", "librsvg2-bin"};

std::optional<std::string> found_in(const std::string& search_path, const Tool& tool) {
  for (const char* name : tool.names) {
    for (std::size_t begin = 0; begin <= search_path.size();) {
      const std::size_t end = std::min(search_path.find(':', begin), search_path.size());
      const fs::path file = fs::path(search_path.substr(begin, end - begin)) / name;
      if (end > begin && ::access(file.c_str(), X_OK) == 0) return file.string();
      begin = end + 1;
    }
  }
  return std::nullopt;
}

/// Runs a program without a shell and without its words. Gives whether it ended well.
bool run_program(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// `path` as a file address: all but letters, digits and a few signs as "%xx".
std::string file_address(const fs::path& path) {
  std::string address = "file://";
  for (const char c : path.string()) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') ||
                          std::string_view("/-._~").find(c) != std::string_view::npos;
    address += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address;
}

/// Makes the documents of all reports.
class Exporter {
 public:
  Exporter(const std::string& site, const std::string& project, const std::string& search_path)
      : site_(fs::absolute(site)), search_path_(search_path) {
    result_.folder = (fs::path(project) / "exports").lexically_normal().string();
  }

  ExportResult result(const std::vector<PublishedReport>& reports, const ExportOptions& options) {
    if (options.pdf) each(reports, chromium, &Exporter::make_pdf);
    if (options.docx) each(reports, pandoc, &Exporter::make_docx);
    if (options.png) each(reports, rsvg, &Exporter::make_pictures);
    return std::move(result_);
  }

 private:
  using Maker = void (Exporter::*)(const std::string& program, const PublishedReport& report);

  void each(const std::vector<PublishedReport>& reports, const Tool& tool, Maker maker) {
    const std::optional<std::string> program = found_in(search_path_, tool);
    if (!program) {
      result_.problems.push_back(fmt::format("{} is not installed; on Debian: apt-get install {}",
                                             tool.title, tool.install));
      return;
    }
    for (const PublishedReport& report : reports) {
      std::error_code error;
      fs::create_directories(folder_of(report), error);
      if (error)
        result_.problems.push_back(
            fmt::format("{}: {}", folder_of(report).string(), error.message()));
      else
        (this->*maker)(*program, report);
    }
  }

  fs::path folder_of(const PublishedReport& report) const {
    return fs::path(result_.folder) / report.name;
  }
  fs::path published(const PublishedReport& report, const std::string& file) const {
    return site_ / report.folder / file;
  }

  /// Runs `words`, which make `file` anew.
  void make(const fs::path& file, std::vector<std::string> words) {
    std::error_code ignored;
    fs::remove(file, ignored);
    if (run_program(words) && fs::exists(file, ignored))
      ++result_.files;
    else
      result_.problems.push_back(fmt::format("{} could not make {}", words.front(), file.string()));
  }

  void make_pdf(const std::string& program, const PublishedReport& report) {
    const TemporaryFolder profile;
    const fs::path file = fs::absolute(folder_of(report) / "report.pdf");
    std::vector<std::string> words{program,
                                   "--headless",
                                   "--disable-gpu",
                                   "--disable-background-networking",
                                   "--no-first-run",
                                   "--allow-file-access-from-files",
                                   "--user-data-dir=" + profile.path(),
                                   "--no-pdf-header-footer",
                                   "--generate-pdf-document-outline",
                                   "--print-to-pdf=" + file.string(),
                                   file_address(published(report, "index.html"))};
    // Chromium's own fence does not work for the superuser.
    if (::geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");
    make(file, std::move(words));
  }

  void make_docx(const std::string& program, const PublishedReport& report) {
    const fs::path file = fs::absolute(folder_of(report) / "report.docx");
    make(file,
         {program, "--from=gfm", "--to=docx", "--resource-path=" + published(report, "").string(),
          "--output=" + file.string(), published(report, "index.md").string()});
  }

  void make_pictures(const std::string& program, const PublishedReport& report) {
    for (const std::string& chart : report.charts) {
      const fs::path file = fs::absolute(folder_of(report) / (chart + ".png"));
      make(file, {program, "--zoom=2", "--format=png", "--output=" + file.string(),
                  published(report, "charts/" + chart + ".svg").string()});
    }
  }

  const fs::path site_;
  const std::string search_path_;
  ExportResult result_;
};

}  // namespace

ExportResult export_reports(const std::vector<PublishedReport>& reports,
                            const ExportOptions& options, const std::string& site,
                            const std::string& project, const std::string& search_path) {
  return Exporter(site, project, search_path).result(reports, options);
}

}  // namespace stagecraft
