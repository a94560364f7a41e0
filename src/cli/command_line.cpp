#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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
constexpr const char* project_key = "project";

const std::vector<std::string> commands{"build", "check", "help", "version"};

/// What is wrong with the value of an option.
struct BadValue {
  std::string message;
};

void add_common_options(cxxopts::Options& options) {
  options.add_options()("base-url", "", cxxopts::value<std::string>())(
      "jobs", "", cxxopts::value<std::string>())("strict", "")("h,help", "")(
      project_key, "", cxxopts::value<std::vector<std::string>>());
  options.parse_positional(project_key);
  options.allow_unrecognised_options();  // so that the message is ours
}

/// The options of a command as they are typed.
std::vector<std::string> option_names(const cxxopts::Options& options) {
  std::vector<std::string> names;
  for (const cxxopts::HelpOptionDetails& option : options.group_help("").options)
    for (const std::string& name : option.l)
      if (name != project_key) names.push_back("--" + name);
  return names;
}

/// The first argument that looks like an option and is none: cxxopts takes it for a PROJECT when it
/// is not even spelt like one. Behind "--" nothing is an option.
std::optional<std::string> unknown_option(const cxxopts::ParseResult& parsed,
                                          std::span<const char* const> arguments) {
  if (!parsed.unmatched().empty()) return parsed.unmatched().front();
  const auto is_end = [](std::string_view argument) { return argument == "--"; };
  if (std::any_of(arguments.begin(), arguments.end(), is_end)) return std::nullopt;
  if (parsed.count(project_key) == 0) return std::nullopt;
  for (const std::string& word : parsed[project_key].as<std::vector<std::string>>())
    if (word.size() > 1 && word[0] == '-') return word;
  return std::nullopt;
}

/// What the arguments say, once every option is known and has what it needs.
cxxopts::ParseResult parsed_arguments(cxxopts::Options& options, int count,
                                      const char* const* arguments) {
  try {
    cxxopts::ParseResult parsed = options.parse(count, arguments);
    const std::size_t size = static_cast<std::size_t>(count);
    const std::optional<std::string> unknown = unknown_option(parsed, {arguments, size});
    if (!unknown) return parsed;
    const std::string word = unknown->substr(0, unknown->find('='));
    const std::string note = choices_note(word, option_names(options));
    throw BadValue{fmt::format("there is no option '{}'; {}", word, note)};
  } catch (const cxxopts::exceptions::missing_argument&) {
    throw BadValue{fmt::format("'{}' needs a value after it", arguments[count - 1])};
  } catch (const cxxopts::exceptions::exception&) {  // what is left: --strict=maybe
    throw BadValue{"an option that takes no value was given one"};
  }
}

std::size_t parse_jobs(const std::string& text) {
  int jobs = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, jobs);
  if (error != std::errc() || rest != end || jobs < 1 || jobs > most_jobs)
    throw BadValue{fmt::format("--jobs takes a number from 1 to {}, not '{}'", most_jobs, text)};
  return static_cast<std::size_t>(jobs);
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
  if (parsed.count(project_key) > 0) {
    const auto& projects = parsed[project_key].as<std::vector<std::string>>();
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
  if (parsed.count("jobs") > 0) options.jobs = parse_jobs(parsed["jobs"].as<std::string>());
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
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
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
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
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
  }
  if (word == "help" || word == "--help" || word == "-h")
    return help_for(std::span(arguments, static_cast<std::size_t>(count)).subspan(2));
  if (word == "version" || word == "--version")
    return PrintCommand{"stagecraft " STAGECRAFT_VERSION "\n"};
  return unknown_command(word);
}

}  // namespace stagecraft
