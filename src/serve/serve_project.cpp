#include "serve/serve_project.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include "load/embedded_files.h"
#include "load/read_file.h"
#include "serve/folder_watcher.h"
#include "serve/http_server.h"
#include "serve/known_files.h"

namespace stagecraft {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int quiet_milliseconds = 2;  // after these a burst of changes is over
constexpr std::chrono::milliseconds longest_burst{50};

/// SIGINT and SIGTERM as something that can be waited for, on this and all later threads.
FileDescriptor ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return FileDescriptor(::signalfd(-1, &signals, SFD_CLOEXEC));
}

std::string own_file(const char* name) {
  return std::get<std::string>(embedded_files().read(std::string("content/preview/") + name));
}

/// Follows one project.
class ProjectServer {
 public:
  ProjectServer(const ServeOptions& options, const ServeListener& listener)
      : options_(options),
        listener_(listener),
        ended_(ending_signals()),
        watcher_(options.project),
        disk_(options.project),
        files_(disk_),
        preview_(own_file("waiting.html")),
        server_(preview_, {own_file("live.js"), own_file("live.css")}) {}

  ServeOutcome run() {
    const bool has_project = disk_.kind_of("") == FileKind::directory;
    if (has_project) {
      const std::optional<int> port = server_.bind(options_.port);
      if (!port) return ServeOutcome::no_port;
      port_ = *port;
    }
    read({});
    if (!has_project) return ServeOutcome::no_project;
    server_.start();
    tell_gap();
    while (wait_for_news()) follow();
    return ServeOutcome::ended;
  }

 private:
  /// False when the process has been asked to end.
  bool wait_for_news() {
    std::array<pollfd, 2> both{{{ended_.number(), POLLIN, 0}, {watcher_.descriptor(), POLLIN, 0}}};
    while (::poll(both.data(), both.size(), -1) < 0) {
    }
    return (both[0].revents & POLLIN) == 0;
  }

  /// Whether the watcher hears of something within a moment.
  bool hears_more() {
    pollfd watched{watcher_.descriptor(), POLLIN, 0};
    return ::poll(&watched, 1, quiet_milliseconds) > 0;
  }

  void follow() {
    const auto start = Clock::now();
    std::vector<std::string> touched = watcher_.take();
    while (hears_more() && Clock::now() - start < longest_burst) {
      const std::vector<std::string> more = watcher_.take();
      touched.insert(touched.end(), more.begin(), more.end());
    }
    tell_gap();
    std::vector<std::string> changed = files_.refresh(touched);
    for (const std::string& path : touched)
      if (is_source(path)) changed.push_back(path);
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    if (!changed.empty()) read(std::move(changed));
  }

  /// Whether a catalog is made from `path`: catalogs are read from the disk themselves.
  bool is_source(const std::string& path) const {
    const std::shared_ptr<Snapshot> site = preview_.state().site;
    if (!site) return false;
    const auto is_part = [&](const std::string& source) {
      return !source.empty() &&
             (path.empty() || path == source || path.starts_with(source + "/") ||
              source.starts_with(path + "/"));
    };
    return std::any_of(
        site->project().catalogs.begin(), site->project().catalogs.end(),
        [&](const Catalog& catalog) { return is_part(catalog.from) || is_part(catalog.last); });
  }

  void read(std::vector<std::string> changed) {
    const auto start = Clock::now();
    Diagnostics diagnostics;
    const std::shared_ptr<Snapshot> site = Snapshot::take(
        {files_, shown_prefix(options_.project), options_.base_url}, diagnostics);
    preview_.show(site, diagnostics);
    tell(std::move(changed), site != nullptr,
         std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start), diagnostics);
  }

  void tell(std::vector<std::string> changed, bool is_shown, std::chrono::microseconds time,
            const Diagnostics& diagnostics) {
    PreviewNews news;
    news.changed = std::move(changed);
    news.time = time;
    news.is_shown = is_shown;
    const std::string host = fmt::format("http://127.0.0.1:{}", port_);
    news.address = host + "/";
    if (const std::shared_ptr<Snapshot> site = preview_.state().site) {
      news.pages = site->plan().pages.size();
      news.address = host + path_of(site->project().settings.base_url);
      news.private_reports = private_reports(site->project(), site->plan());
      for (PrivateReport& report : news.private_reports)
        report.url = Url(host + path_of(report.url));
    }
    listener_.news(news, diagnostics);
  }

  void tell_gap() {
    if (watcher_.gap().empty() || is_gap_told_) return;
    is_gap_told_ = true;
    listener_.warning("some changes will not be seen: " + watcher_.gap());
  }

  const ServeOptions& options_;
  const ServeListener& listener_;
  const FileDescriptor ended_;
  FolderWatcher watcher_;  // begins before anything is read, so that no change is missed
  const DiskFiles disk_;
  KnownFiles files_;
  Preview preview_;
  HttpServer server_;
  int port_ = 0;
  bool is_gap_told_ = false;
};

}  // namespace

ServeOutcome serve_project(const ServeOptions& options, const ServeListener& listener) {
  return ProjectServer(options, listener).run();
}

}  // namespace stagecraft
