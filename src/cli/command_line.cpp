#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cxxopts.hpp>
#include <optional>
#include <span>
#include <vector>

#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/help.h"
#include "load/embedded_files.h"
#include "load/load_settings.h"
#include "load/read_file.h"

namespace stagecraft {
namespace {

constexpr int most_jobs = 256;
constexpr int last_port = 65535;
constexpr const char* operands_key = "operands";

const std::vector<std::string> commands{"build",      "serve",  "check", "score",  "feed",
                                        "visibility", "schema", "help",  "version"};

/// What is wrong with the value of an option.
struct BadValue {
  std::string message;
};

void add_common_options(cxxopts::Options& options) {
  options.add_options()("h,help", "")(operands_key, "",
                                      cxxopts::value<std::vector<std::string>>());
  options.parse_positional(operands_key);
  options.allow_unrecognised_options();  // so that the message is ours
}

void add_site_options(cxxopts::Options& options) {
  options.add_options()("base-url", "", cxxopts::value<std::string>())(
      "jobs", "", cxxopts::value<std::string>())("strict", "");
  add_common_options(options);
}

/// The options of a command as they are typed.
std::vector<std::string> option_names(const cxxopts::Options& options) {
  std::vector<std::string> names;
  for (const cxxopts::HelpOptionDetails& option : options.group_help("").options)
    for (const std::string& name : option.l)
      if (name != operands_key) names.push_back("--" + name);
  return names;
}

/// The first argument that looks like an option and is none: cxxopts takes it for an operand when
/// it is not even spelt like one. Behind "--" nothing is an option.
std::optional<std::string> unknown_option(const cxxopts::ParseResult& parsed,
                                          std::span<const char* const> arguments) {
  if (!parsed.unmatched().empty()) return parsed.unmatched().front();
  const auto is_end = [](std::string_view argument) { return argument == "--"; };
  if (std::any_of(arguments.begin(), arguments.end(), is_end)) return std::nullopt;
  if (parsed.count(operands_key) == 0) return std::nullopt;
  for (const std::string& word : parsed[operands_key].as<std::vector<std::string>>())
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

int parse_port(const std::string& text) {
  int port = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc() || rest != end || port < 0 || port > last_port)
    throw BadValue{fmt::format("--port takes a number from 0 to {}, not '{}'", last_port, text)};
  return port;
}

std::optional<DumpedPass> parse_pass(const std::string& word) {
  if (word == "load") return DumpedPass::load;
  if (word == "evaluate") return DumpedPass::evaluate;
  if (word == "plan") return DumpedPass::plan;
  return std::nullopt;
}

/// The only argument that is no option; nothing when there is none. `what` names it in messages.
std::optional<std::string> operand(const cxxopts::ParseResult& parsed, std::string_view what) {
  if (parsed.count(operands_key) == 0) return std::nullopt;
  const auto& words = parsed[operands_key].as<std::vector<std::string>>();
  if (words.size() > 1)
    throw BadValue{fmt::format("one {} at a time, not '{}' and '{}'", what, words[0], words[1])};
  if (words[0].empty()) throw BadValue{fmt::format("{} is empty", what)};
  return words[0];
}

/// The value of the option `name`; nothing when it is not given.
std::optional<std::string> value_of(const cxxopts::ParseResult& parsed, const std::string& name) {
  if (parsed.count(name) == 0) return std::nullopt;
  const auto& text = parsed[name].as<std::string>();
  if (text.empty()) throw BadValue{fmt::format("--{} is empty", name)};
  return text;
}

/// The value of --base-url; nothing when it is not given.
std::optional<Url> base_url_of(const cxxopts::ParseResult& parsed) {
  if (parsed.count("base-url") == 0) return std::nullopt;
  const auto& text = parsed["base-url"].as<std::string>();
  std::optional<Url> url = parse_base_url(text);
  if (!url)
    throw BadValue{
        fmt::format("'{}' is not the address of a site, such as "
                    "https://example.org/maturity/",
                    text)};
  return url;
}

BuildOptions site_options(const cxxopts::ParseResult& parsed, const std::string& home,
                          std::size_t processors) {
  BuildOptions options;
  options.home = home;
  options.jobs = std::max<std::size_t>(1, std::min<std::size_t>(processors, most_jobs));
  options.project = operand(parsed, "PROJECT").value_or(options.project);
  options.base_url = base_url_of(parsed);
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
  add_site_options(options);
  options.add_options()("o,output", "", cxxopts::value<std::string>())(
      "dump", "", cxxopts::value<std::string>())("timings", "")("pdf", "")("docx", "")("png", "")(
      "only", "", cxxopts::value<std::string>());
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{build_help};
  BuildCommand command;
  command.options = site_options(parsed, home, processors);
  command.timings = parsed.count("timings") > 0;
  command.exports = {parsed.count("pdf") > 0, parsed.count("docx") > 0, parsed.count("png") > 0};
  command.options.output = parsed.count("output") > 0 ? parsed["output"].as<std::string>()
                                                      : output_in(command.options.project);
  if (const auto subject = value_of(parsed, "only")) command.options.only = SubjectId(*subject);
  if (command.options.output->empty()) throw BadValue{"--output is empty"};
  if (parsed.count("dump") > 0) {
    const auto& word = parsed["dump"].as<std::string>();
    command.options.dump = parse_pass(word);
    if (!command.options.dump)
      throw BadValue{fmt::format("--dump cannot print '{}'; one of: load, evaluate, plan", word)};
  }
  return command;
}

Command parse_serve(int count, const char* const* arguments) {
  cxxopts::Options options("stagecraft serve");
  for (const char* name : {"port", "base-url"})
    options.add_options()(name, "", cxxopts::value<std::string>());
  add_common_options(options);
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{serve_help};
  ServeCommand command;
  command.options.project = operand(parsed, "PROJECT").value_or(command.options.project);
  command.options.base_url = base_url_of(parsed);
  if (parsed.count("port") > 0)
    command.options.port = parse_port(parsed["port"].as<std::string>());
  return command;
}

Command parse_check(int count, const char* const* arguments, const std::string& home,
                    std::size_t processors) {
  cxxopts::Options options("stagecraft check");
  add_site_options(options);
  options.add_options()("model", "", cxxopts::value<std::string>());
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{check_help};
  CheckCommand command{site_options(parsed, home, processors), value_of(parsed, "model")};
  const std::string& project = command.options.project;
  const bool is_file = is_data_file(project);
  if (is_file && command.model) throw BadValue{"one model at a time: a file or --model"};
  if (is_file) command.model = project;
  return command;
}

ScoreFormat parse_format(const std::string& word) {
  if (word == "table") return ScoreFormat::table;
  if (word == "json") return ScoreFormat::json;
  if (word == "md") return ScoreFormat::markdown;
  throw BadValue{fmt::format("--format cannot be '{}'; one of: table, json, md", word)};
}

Date parse_survey_date(const std::string& text) {
  const std::optional<Date> date = parse_date(text);
  if (!date)
    throw BadValue{
        fmt::format("--date takes a date such as 2026-09-15 or 2026-09, not '{}'", text)};
  return *date;
}

/// Refuses what only a survey or a folder can have where there is none, what contradicts itself,
/// and a survey without a model.
void check_survey_options(const ScoreOptions& options) {
  if (options.since_model && !options.since)
    throw BadValue{"--since-model says what --since was made with, and there is no --since"};
  if (options.since && (options.is_portfolio || !is_data_file(options.assessment)))
    throw BadValue{"--since compares two assessments; give the later one as ASSESSMENT"};
  if (options.benchmark && options.is_portfolio)
    throw BadValue{"--benchmark compares one subject with others, and --portfolio counts many"};
  if (options.subject && find_bad_utf8(*options.subject))
    throw BadValue{"--subject is not UTF-8"};
  if (is_survey(options.assessment)) {
    if (!options.model) throw BadValue{"a survey needs --model: it does not name its model"};
    return;
  }
  if (!is_data_file(options.assessment) && !options.is_portfolio) return;
  for (const auto& [name, is_given] :
       {std::pair{"--subject", options.subject.has_value()}, {"--date", options.date.has_value()}})
    if (is_given)
      throw BadValue{fmt::format("{} is for surveys and folders of results; '{}' says it itself",
                                 name, options.assessment)};
}

Command parse_score(int count, const char* const* arguments) {
  cxxopts::Options options("stagecraft score");
  for (const char* name :
       {"model", "project", "format", "subject", "date", "since", "since-model", "benchmark"})
    options.add_options()(name, "", cxxopts::value<std::string>());
  options.add_options()("portfolio", "");
  add_common_options(options);
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{score_help};
  const std::optional<std::string> assessment = operand(parsed, "ASSESSMENT");
  if (!assessment) throw BadValue{"score needs an ASSESSMENT, the file to read"};
  ScoreOptions score;
  score.assessment = *assessment;
  score.project = value_of(parsed, "project").value_or(score.project);
  score.model = value_of(parsed, "model");
  if (const auto format = value_of(parsed, "format")) score.format = parse_format(*format);
  score.subject = value_of(parsed, "subject");
  if (const auto date = value_of(parsed, "date")) score.date = parse_survey_date(*date);
  score.since = value_of(parsed, "since");
  score.since_model = value_of(parsed, "since-model");
  score.benchmark = value_of(parsed, "benchmark");
  score.is_portfolio = parsed.count("portfolio") > 0;
  check_survey_options(score);
  return ScoreCommand{std::move(score)};
}

Command parse_feed(int count, const char* const* arguments) {
  cxxopts::Options options("stagecraft feed");
  for (const char* name : {"to", "settings", "format"})
    options.add_options()(name, "", cxxopts::value<std::string>());
  options.add_options()("o,output", "", cxxopts::value<std::string>())("strict", "");
  add_common_options(options);
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{feed_help};
  const std::optional<std::string> catalog = operand(parsed, "CATALOG");
  if (!catalog) throw BadValue{"feed needs a CATALOG, the file to read"};
  FeedCommand command;
  command.catalog = *catalog;
  const std::optional<std::string> output = value_of(parsed, "output");
  if (!output) throw BadValue{"feed needs --output, the folder for the feeds"};
  command.output = *output;
  const std::optional<std::string> channels = value_of(parsed, "to");
  if (!channels) throw BadValue{"feed needs --to, such as --to openai,google"};
  auto targets = parse_targets(*channels);
  if (const auto* message = std::get_if<std::string>(&targets)) throw BadValue{*message};
  command.targets = std::get<std::vector<feed::FeedTarget>>(std::move(targets));
  command.settings = value_of(parsed, "settings");
  if (const auto format = value_of(parsed, "format")) {
    command.format = feed::parse_catalog_format(*format);
    if (!command.format)
      throw BadValue{fmt::format("--format cannot be '{}'; {}", *format,
                                 choices_list(feed::catalog_format_names()))};
  }
  command.is_strict = parsed.count("strict") > 0;
  return command;
}

Command parse_visibility(int count, const char* const* arguments) {
  cxxopts::Options options("stagecraft visibility");
  for (const char* name : {"brand", "measures"})
    options.add_options()(name, "", cxxopts::value<std::string>());
  options.add_options()("o,output", "", cxxopts::value<std::string>());
  add_common_options(options);
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{visibility_help};
  const std::optional<std::string> observations = operand(parsed, "OBSERVATIONS");
  if (!observations) throw BadValue{"visibility needs OBSERVATIONS, the file to read"};
  const std::optional<std::string> output = value_of(parsed, "output");
  if (!output) throw BadValue{"visibility needs --output, the folder for the results"};
  const std::optional<std::string> brand = value_of(parsed, "brand");
  if (!brand) throw BadValue{"visibility needs --brand, the brand that it is about"};
  if (find_bad_utf8(*brand)) throw BadValue{"--brand is not UTF-8"};
  return VisibilityCommand{{*observations, value_of(parsed, "measures"), *brand, *output}};
}

constexpr const char* schema_folder = "content/schemas";
constexpr std::string_view schema_ending = ".schema.json";

std::vector<std::string> schema_kinds() {
  std::vector<std::string> kinds;
  for (const DirectoryEntry& entry : embedded_files().list(schema_folder))
    if (entry.name.ends_with(schema_ending))
      kinds.push_back(entry.name.substr(0, entry.name.size() - schema_ending.size()));
  return kinds;
}

Command parse_schema(int count, const char* const* arguments) {
  cxxopts::Options options("stagecraft schema");
  add_common_options(options);
  const cxxopts::ParseResult parsed = parsed_arguments(options, count, arguments);
  if (parsed.count("help") > 0) return PrintCommand{schema_help};
  const std::vector<std::string> kinds = schema_kinds();
  const std::optional<std::string> kind = operand(parsed, "KIND");
  std::string choices;
  for (const std::string& each : kinds) choices += (choices.empty() ? "one of: " : ", ") + each;
  if (!kind) throw BadValue{"schema needs a KIND; " + choices};
  if (std::find(kinds.begin(), kinds.end(), *kind) == kinds.end())
    throw BadValue{fmt::format("there is no schema '{}'; {}", *kind, choices)};
  const std::string path = fmt::format("{}/{}{}", schema_folder, *kind, schema_ending);
  return PrintCommand{std::get<std::string>(embedded_files().read(path))};
}

UsageError unknown_command(const std::string& word) {
  return {fmt::format("there is no command '{}'; {}", word, choices_note(word, commands))};
}

Command help_for(std::span<const char* const> words) {
  if (words.empty()) return PrintCommand{main_help};
  const std::string word = words.front();
  if (word == "build") return PrintCommand{build_help};
  if (word == "serve") return PrintCommand{serve_help};
  if (word == "check") return PrintCommand{check_help};
  if (word == "score") return PrintCommand{score_help};
  if (word == "feed") return PrintCommand{feed_help};
  if (word == "visibility") return PrintCommand{visibility_help};
  if (word == "schema") return PrintCommand{schema_help};
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
    if (word == "serve") return parse_serve(count - 1, arguments + 1);
    if (word == "check") return parse_check(count - 1, arguments + 1, home, processors);
    if (word == "score") return parse_score(count - 1, arguments + 1);
    if (word == "feed") return parse_feed(count - 1, arguments + 1);
    if (word == "visibility") return parse_visibility(count - 1, arguments + 1);
    if (word == "schema") return parse_schema(count - 1, arguments + 1);
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
