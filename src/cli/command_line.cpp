#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cxxopts.hpp>
#include <optional>
#include <span>
#include <vector>

#include "base/suggest.h"
#include "cli/help.h"
#include "load/load_settings.h"

namespace stagecraft {
namespace {

constexpr int most_jobs = 256;

const std::vector<std::string> commands{"build", "check", "help", "version"};

/// What is wrong with the value of an option.
struct BadValue {
  std::string message;
};

void add_common_options(cxxopts::Options& options) {
  options.add_options()("base-url", "", cxxopts::value<std::string>())(
      "jobs", "", cxxopts::value<int>())("strict", "")("h,help", "")(
      "project", "", cxxopts::value<std::vector<std::string>>());
  options.parse_positional("project");
}

std::optional<DumpedPass> parse_pass(const std::string& word) {
  if (word == "load") return DumpedPass::load;
  if (word == "evaluate") return DumpedPass::evaluate;
  if (word == "plan") return DumpedPass::plan;
  return std::nullopt;
}

BuildOptions common_options(const cxxopts::ParseResult& parsed, const std::string& home,
                            std::size_t processors) {
  BuildOptions options;
  options.home = home;
  options.jobs = std::max<std::size_t>(1, std::min<std::size_t>(processors, most_jobs));
  if (parsed.count("project") > 0) {
    const auto& projects = parsed["project"].as<std::vector<std::string>>();
    if (projects.size() > 1)
      throw BadValue{
          fmt::format("one PROJECT at a time, not '{}' and '{}'", projects[0], projects[1])};
    if (projects[0].empty()) throw BadValue{"PROJECT is empty"};
    options.project = projects[0];
  }
  if (parsed.count("base-url") > 0) {
    const auto& text = parsed["base-url"].as<std::string>();
    options.base_url = parse_base_url(text);
    if (!options.base_url)
      throw BadValue{
          fmt::format("'{}' is not the address of a site, such as "
                      "https://example.org/maturity/",
                      text)};
  }
  if (parsed.count("jobs") > 0) {
    const int jobs = parsed["jobs"].as<int>();
    if (jobs < 1 || jobs > most_jobs)
      throw BadValue{fmt::format("--jobs takes a number from 1 to {}, not {}", most_jobs, jobs)};
    options.jobs = static_cast<std::size_t>(jobs);
  }
  if (parsed.count("strict") > 0) options.fatal = Severity::warning;
  return options;
}

std::string output_in(const std::string& project) {
  if (project == ".") return "public";
  return project.ends_with('/') ? project + "public" : project + "/public";
}

Command parse_build(int count, const char* const* arguments, const std::string& home,
                    std::size_t processors) {
  cxxopts::Options options("stagecraft build");
  add_common_options(options);
  options.add_options()("o,output", "", cxxopts::value<std::string>())(
      "dump", "", cxxopts::value<std::string>())("timings", "");
  const cxxopts::ParseResult parsed = options.parse(count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{build_help};
  BuildCommand command{common_options(parsed, home, processors), parsed.count("timings") > 0};
  command.options.output = parsed.count("output") > 0 ? parsed["output"].as<std::string>()
                                                      : output_in(command.options.project);
  if (command.options.output->empty()) throw BadValue{"--output is empty"};
  if (parsed.count("dump") > 0) {
    const auto& word = parsed["dump"].as<std::string>();
    command.options.dump = parse_pass(word);
    if (!command.options.dump)
      throw BadValue{fmt::format("--dump cannot print '{}'; one of: load, evaluate, plan", word)};
  }
  return command;
}

Command parse_check(int count, const char* const* arguments, const std::string& home,
                    std::size_t processors) {
  cxxopts::Options options("stagecraft check");
  add_common_options(options);
  const cxxopts::ParseResult parsed = options.parse(count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{check_help};
  return CheckCommand{common_options(parsed, home, processors)};
}

UsageError unknown_command(const std::string& word) {
  return {fmt::format("there is no command '{}'; {}", word, choices_note(word, commands))};
}

Command help_for(std::span<const char* const> words) {
  if (words.empty()) return PrintCommand{main_help};
  const std::string word = words.front();
  if (word == "build") return PrintCommand{build_help};
  if (word == "check") return PrintCommand{check_help};
  if (word == "help" || word == "version") return PrintCommand{main_help};
  return unknown_command(word);
}

}  // namespace

Command parse_command_line(int count, const char* const* arguments, const std::string& home,
                           std::size_t processors) {
  if (count < 2) return UsageError{"a command is needed; " + choices_list(commands)};
  const std::string word = arguments[1];
  try {
    if (word == "build") return parse_build(count - 1, arguments + 1, home, processors);
    if (word == "check") return parse_check(count - 1, arguments + 1, home, processors);
  } catch (const BadValue& bad) {
    return UsageError{bad.message};
  } catch (const cxxopts::exceptions::exception& failure) {
    return UsageError{failure.what()};
  }
  if (word == "help" || word == "--help" || word == "-h")
    return help_for(std::span(arguments, static_cast<std::size_t>(count)).subspan(2));
  if (word == "version" || word == "--version")
    return PrintCommand{"stagecraft " STAGECRAFT_VERSION "\n"};
  return unknown_command(word);
}

}  // namespace stagecraft
