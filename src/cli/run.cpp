#include "cli/run.h"

#include <fmt/format.h>

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ostream>

#include "model_report.h"
#include "score_file.h"

namespace stagecraft {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  if (bytes < 1000 * 1000) return fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string time_text(std::chrono::microseconds time) {
  const auto microseconds = time.count();
  if (microseconds < 1'000'000) return fmt::format("{} ms", (microseconds + 500) / 1000);
  return fmt::format("{:.1f} s", static_cast<double>(microseconds) / 1e6);
}

void print_diagnostics(const Diagnostics& diagnostics, std::ostream& err) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  for (const Diagnostic& diagnostic : sorted) err << format_diagnostic(diagnostic);
  if (sorted.empty()) return;
  const std::size_t errors = diagnostics.error_count(), warnings = diagnostics.warning_count();
  err << (errors > 0 ? counted(errors, "error") : "") << (errors > 0 && warnings > 0 ? " and " : "")
      << (warnings > 0 ? counted(warnings, "warning") : "");
  if (sorted.size() >= Diagnostics::kept_limit && sorted.size() < errors + warnings)
    err << fmt::format(", of which {} are shown", sorted.size());
  err << "\n";
}

/// "content/pages/about.md", "site.yaml and 12 others".
std::string changed_text(const std::vector<std::string>& changed) {
  const std::string first =
      changed.front().empty() ? "the folder" : printable_text(changed.front());
  if (changed.size() == 1) return first;
  return fmt::format("{} and {}", first, counted(changed.size() - 1, "other"));
}

void print_timings(const BuildResult& result, std::ostream& err) {
  for (const PassTime& time : result.times)
    err << fmt::format("{:>9} {:>9.2f} ms\n", time.pass,
                       static_cast<double>(time.microseconds) / 1000);
}

/// "site/public: 9 pages in 27 files, 27 written, …".
std::string summary(const BuildCommand& command, const BuildResult& result,
                    std::chrono::microseconds time) {
  const WriteResult& written = *result.written;
  std::string text =
      fmt::format("{}: {} in {}, {}", *command.options.output, counted(result.pages, "page"),
                  counted(written.files, "file"), size_text(written.bytes));
  if (written.outcome == WriteOutcome::unchanged) {
    text += "; nothing has changed, nothing was written";
  } else {
    text += fmt::format("; {} written, {} unchanged, {} removed", written.written,
                        written.unchanged, written.removed);
    if (written.kept_foreign > 0)
      text += fmt::format("; {} not ours, kept", counted(written.kept_foreign, "file"));
  }
  return text + fmt::format("; {}\n", time_text(time));
}

ExitCode exit_code(const BuildResult& result) {
  if (result.disk_failed) return ExitCode::system_failed;
  const WriteOutcome outcome = result.written ? result.written->outcome : WriteOutcome::unchanged;
  if (outcome == WriteOutcome::failed) return ExitCode::system_failed;
  if (outcome == WriteOutcome::unfit) return ExitCode::wrong_command_line;
  return result.complete ? ExitCode::done : ExitCode::mistakes_in_input;
}

class Runner {
 public:
  Runner(std::ostream& out, std::ostream& err) : out_(out), err_(err) {}

  ExitCode operator()(const PrintCommand& command) const {
    out_ << command.text;
    return ExitCode::done;
  }

  ExitCode operator()(const UsageError& error) const {
    err_ << "stagecraft: " << error.message << "\nsee: stagecraft help\n";
    return ExitCode::wrong_command_line;
  }

  ExitCode operator()(const BuildCommand& command) const {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    const BuildResult result = build_site(command.options, diagnostics);
    print_diagnostics(diagnostics, err_);
    if (command.timings) print_timings(result, err_);
    out_ << result.dump;
    if (result.complete && result.written) {
      out_ << summary(command, result, since(start));
      for (const PrivateReport& report : result.private_reports)
        out_ << fmt::format("for {} only: {}\n", report.client, report.url.text());
      if (command.exports.any() && !export_documents(command, result))
        return ExitCode::system_failed;
    } else if (!result.complete) {
      out_ << "nothing was published\n";
    }
    return exit_code(result);
  }

  ExitCode operator()(const ServeCommand& command) const {
    const ServeListener listener{
        [&](const PreviewNews& news, const Diagnostics& diagnostics) { tell(news, diagnostics); },
        [&](const std::string& message) { err_ << "stagecraft: " << message << std::endl; }};
    switch (serve_project(command.options, listener)) {
      case ServeOutcome::ended: return ExitCode::done;
      case ServeOutcome::no_project: return ExitCode::mistakes_in_input;
      case ServeOutcome::no_port: break;
    }
    err_ << (command.options.port
                 ? fmt::format("stagecraft: port {} is taken\n", *command.options.port)
                 : "stagecraft: neither port 4000 nor one of the hundred after it is free\n");
    return ExitCode::system_failed;
  }

  ExitCode operator()(const CheckCommand& command) const {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    if (command.model) return check_one_model(command, diagnostics);
    const BuildResult result = build_site(command.options, diagnostics);
    std::string reports;
    Diagnostics told;  // the build has reported the same, whatever the search for examples found
    for (const ModelId& model : result.models)
      reports += check_model(command.options.project, model.text(), told) + "\n";
    print_diagnostics(diagnostics, err_);
    if (result.complete)
      out_ << reports
           << fmt::format("no mistakes: {} in {}; {}\n", counted(result.pages, "page"),
                          counted(result.files, "file"), time_text(since(start)));
    return exit_code(result);
  }

  ExitCode operator()(const ScoreCommand& command) const {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    const ScoreResult result = score_file(command.options, diagnostics);
    print_diagnostics(diagnostics, err_);
    if (!result.complete) return ExitCode::mistakes_in_input;
    out_ << result.text;
    err_ << fmt::format("{}; {}\n", printable_text(result.summary), time_text(since(start)));
    return ExitCode::done;
  }

  ExitCode operator()(const FeedCommand& command) const {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
    const FeedOutcome outcome =
        run_feed_command(command, is_terminal ? &err_ : nullptr, diagnostics);
    print_diagnostics(diagnostics, err_);
    if (!outcome.complete) {
      err_ << "nothing was published\n";
      return outcome.disk_failed ? ExitCode::system_failed : ExitCode::mistakes_in_input;
    }
    out_ << outcome.text;
    err_ << fmt::format("done in {}\n", time_text(since(start)));
    return outcome.is_refused ? ExitCode::mistakes_in_input : ExitCode::done;
  }

  ExitCode operator()(const VisibilityCommand& command) const {
    Diagnostics diagnostics;
    const auto visibility = feed::count_visibility(command.request, diagnostics);
    const bool is_written =
        visibility && feed::write_visibility(command.request, *visibility, diagnostics);
    print_diagnostics(diagnostics, err_);
    if (!visibility) return ExitCode::mistakes_in_input;
    if (!is_written) return ExitCode::system_failed;
    out_ << fmt::format("{}: visibility.json, visibility.csv and visibility.md from {}\n",
                        command.request.output, counted(visibility->records, "observation"));
    return ExitCode::done;
  }

 private:
  /// One line for what has changed, and the addresses where they are new.
  void tell(const PreviewNews& news, const Diagnostics& diagnostics) const {
    print_diagnostics(diagnostics, err_);
    err_.flush();
    const std::string time = time_text(news.time);
    if (news.changed.empty() && news.is_shown)
      out_ << fmt::format("{} shows {}; {}; Ctrl-C ends it\n", news.address,
                          counted(news.pages, "page"), time);
    else if (news.changed.empty())
      out_ << fmt::format("{} waits until the mistakes are mended; Ctrl-C ends it\n", news.address);
    else
      out_ << fmt::format("{}{}; {}\n", changed_text(news.changed),
                          news.is_shown ? "" : ": the site stays as it was", time);
    if (news.changed.empty())
      for (const PrivateReport& report : news.private_reports)
        out_ << fmt::format("for {} only: {}\n", report.client, report.url.text());
    out_.flush();
  }

  ExitCode check_one_model(const CheckCommand& command, Diagnostics& diagnostics) const {
    const std::string report = check_model(command.options.project, *command.model, diagnostics);
    print_diagnostics(diagnostics, err_);
    out_ << report;
    const bool is_strict = command.options.fatal == Severity::warning;
    const bool is_bad = diagnostics.has_errors() || (is_strict && diagnostics.warning_count() > 0);
    return is_bad ? ExitCode::mistakes_in_input : ExitCode::done;
  }

  /// Gives whether all of them could be made.
  bool export_documents(const BuildCommand& command, const BuildResult& result) const {
    const char* search_path = std::getenv("PATH");
    const ExportResult made =
        export_reports(result.reports, command.exports, *command.options.output,
                       command.options.project, search_path ? search_path : "");
    if (made.files > 0)
      out_ << fmt::format("{}: {}\n", made.folder, counted(made.files, "document"));
    for (const std::string& problem : made.problems) err_ << "stagecraft: " << problem << "\n";
    return made.problems.empty();
  }

  static std::chrono::microseconds since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                 start);
  }

  std::ostream& out_;
  std::ostream& err_;
};

}  // namespace

ExitCode run(const Command& command, std::ostream& out, std::ostream& err) {
  const ExitCode code = std::visit(Runner(out, err), command);
  if (out.flush()) return code;
  err << "stagecraft: standard output cannot be written\n";
  return ExitCode::system_failed;
}

}  // namespace stagecraft
