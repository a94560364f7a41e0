#include "cli/command_line.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "cli/help.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

Command parse(std::initializer_list<const char*> words) {
  std::vector<const char*> arguments{"stagecraft"};
  arguments.insert(arguments.end(), words.begin(), words.end());
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data(), "/home/ada", 4);
}

BuildOptions build(std::initializer_list<const char*> words) {
  return std::get<BuildCommand>(parse(words)).options;
}

std::string mistake(std::initializer_list<const char*> words) {
  const Command command = parse(words);
  REQUIRE(std::holds_alternative<UsageError>(command));
  return std::get<UsageError>(command).message;
}

TEST_CASE("without options the current folder is built into its public folder on all processors") {
  const BuildOptions options = build({"build"});
  CHECK(options.project == ".");
  CHECK(options.output == "public");
  CHECK(options.jobs == 4);
  CHECK(options.fatal == Severity::error);
  CHECK_FALSE(options.base_url.has_value());
}

TEST_CASE("the output belongs to the project unless it is named") {
  CHECK(build({"build", "site"}).output == "site/public");
  CHECK(build({"build", "site/"}).output == "site/public");
  CHECK(build({"build", "site", "-o", "out"}).output == "out");
  CHECK(build({"build", "--output=out", "site"}).output == "out");
}

TEST_CASE("check never writes") {
  const Command command = parse({"check", "site"});
  CHECK_FALSE(std::get<CheckCommand>(command).options.output.has_value());
}

TEST_CASE("options are read wherever they stand") {
  const BuildOptions options =
      build({"build", "--jobs", "2", "--strict", "site", "--base-url", "https://a.example/b"});
  CHECK(options.jobs == 2);
  CHECK(options.fatal == Severity::warning);
  CHECK(options.base_url == Url("https://a.example/b/"));
  CHECK(options.project == "site");
}

TEST_CASE("a pass can be dumped") {
  CHECK(build({"build", "--dump=plan"}).dump == DumpedPass::plan);
  CHECK_THAT(mistake({"build", "--dump=plans"}), Catch::Contains("one of: load, evaluate, plan"));
}

TEST_CASE("a wrong command line says what is wrong") {
  CHECK_THAT(mistake({}), Catch::Contains("a command is needed"));
  CHECK_THAT(mistake({"biuld"}), Catch::Contains("did you mean 'build'?"));
  CHECK_THAT(mistake({"build", "--jobs", "0"}), Catch::Contains("from 1 to 256"));
  CHECK(mistake({"build", "--jobs", "many"}) ==
        "--jobs takes a number from 1 to 256, not 'many'");
  CHECK_THAT(mistake({"build", "--jobs", "2x"}), Catch::Contains("'2x'"));
  CHECK_THAT(mistake({"build", "--base-url", "example.org"}),
             Catch::Contains("https://example.org"));
  CHECK(mistake({"build", "--joobs=2"}) == "there is no option '--joobs'; did you mean '--jobs'?");
  CHECK(mistake({"build", "--colour", "blue", "."}) ==
        "there is no option '--colour'; one of: --base-url, --jobs, --strict, --help, --output, "
        "--dump, --timings, --pdf, --docx, --png, --only");
  CHECK(mistake({"build", "-x"}).starts_with("there is no option '-x'; one of: "));
  CHECK(mistake({"build", "--=x"}).starts_with("there is no option '--'; "));
  CHECK(mistake({"build", "--jobs"}) == "'--jobs' needs a value after it");
  CHECK(mistake({"build", ".", "-o"}) == "'-o' needs a value after it");
  CHECK(build({"build", "--", "-site"}).project == "-site");
  CHECK(mistake({"build", "--strict=maybe"}) == "an option that takes no value was given one");
  CHECK_THAT(mistake({"build", "a", "b"}), Catch::Contains("one PROJECT at a time"));
  CHECK(mistake({"check", "--output", "x"}).starts_with("there is no option '--output'; "));
}

TEST_CASE("help is asked for in every usual way") {
  for (const auto& words : {std::initializer_list<const char*>{"help"}, {"--help"}, {"-h"}})
    CHECK(std::get<PrintCommand>(parse(words)).text == main_help);
  for (const auto& words :
       {std::initializer_list<const char*>{"help", "build"}, {"build", "--help"}, {"build", "-h"}})
    CHECK(std::get<PrintCommand>(parse(words)).text == build_help);
  CHECK(std::get<PrintCommand>(parse({"check", "-h"})).text == check_help);
  CHECK(std::get<PrintCommand>(parse({"score", "--help"})).text == score_help);
  CHECK(std::get<PrintCommand>(parse({"help", "schema"})).text == schema_help);
  CHECK_THAT(std::get<PrintCommand>(parse({"--version"})).text, Catch::StartsWith("stagecraft "));
}

ScoreOptions score(std::initializer_list<const char*> words) {
  return std::get<ScoreCommand>(parse(words)).options;
}

TEST_CASE("an assessment is scored in the current folder and as a table unless told otherwise") {
  const ScoreOptions options = score({"score", "acme.yaml"});
  CHECK(options.assessment == "acme.yaml");
  CHECK(options.project == ".");
  CHECK(options.format == ScoreFormat::table);
  CHECK_FALSE(options.model.has_value());
}

TEST_CASE("a survey says what an assessment says itself") {
  const ScoreOptions options =
      score({"score", "a/b.CSV", "--model", "tea", "--subject=Acme", "--date=2026-09", "--format",
             "md", "--project", "site"});
  CHECK(options.model == "tea");
  CHECK(options.subject == "Acme");
  CHECK(options.date == Date{2026, 9, 0});
  CHECK(options.format == ScoreFormat::markdown);
  CHECK(options.project == "site");
  CHECK_THAT(mistake({"score", "b.csv"}), Catch::Contains("--model"));
  CHECK_THAT(mistake({"score", "b.yaml", "--subject", "Acme"}), Catch::Contains("--subject"));
  CHECK_THAT(mistake({"score", "b.yaml", "--date", "2026-09"}), Catch::Contains("--date"));
  CHECK_THAT(mistake({"score", "b.csv", "--model=tea", "--date=today"}),
             Catch::Contains("'today'"));
  CHECK_THAT(mistake({"score", "b.csv", "--model=tea", "--subject=\xFF"}),
             Catch::Contains("UTF-8"));
}

TEST_CASE("a score is compared with an earlier one, with others, or many are counted") {
  const ScoreOptions options = score({"score", "b.yaml", "--since=a.yaml", "--since-model=tea",
                                      "--benchmark", "others.yaml"});
  CHECK(options.since == "a.yaml");
  CHECK(options.since_model == "tea");
  CHECK(options.benchmark == "others.yaml");
  CHECK(score({"score", "folder", "--portfolio"}).is_portfolio);
  CHECK(score({"score", "folder", "--subject=Acme"}).subject == "Acme");
  CHECK_THAT(mistake({"score", "b.yaml", "--since-model=tea"}), Catch::Contains("no --since"));
  CHECK_THAT(mistake({"score", "folder", "--since=a.yaml"}), Catch::Contains("two assessments"));
  CHECK_THAT(mistake({"score", "folder", "--portfolio", "--benchmark=b.yaml"}),
             Catch::Contains("--portfolio"));
  CHECK_THAT(mistake({"score", "folder", "--portfolio", "--subject=A"}),
             Catch::Contains("--subject"));
}

TEST_CASE("a wrong way to ask for a score says what is wrong") {
  CHECK_THAT(mistake({"score"}), Catch::Contains("ASSESSMENT"));
  CHECK_THAT(mistake({"score", "a", "b"}), Catch::Contains("one ASSESSMENT at a time"));
  CHECK_THAT(mistake({"score", "a", "--format=xml"}), Catch::Contains("one of: table, json, md"));
  CHECK_THAT(mistake({"score", "a", "--fromat=md"}), Catch::Contains("did you mean '--format'?"));
  CHECK_THAT(mistake({"score", "a", "--model="}), Catch::Contains("--model is empty"));
}

TEST_CASE("a schema is printed by its kind") {
  const Command command = parse({"schema", "score"});
  CHECK_THAT(std::get<PrintCommand>(command).text, Catch::Contains("stagecraft/score/1"));
  CHECK_THAT(mistake({"schema"}), Catch::Contains("one of: assessment, "));
  CHECK_THAT(mistake({"schema", "models"}),
             Catch::Contains("there is no schema 'models'; one of: assessment, ") &&
                 Catch::Contains("model"));
}

TEST_CASE("the help of schema names every kind that there is") {
  const std::string choices = mistake({"schema", "?"});
  std::string kinds = choices.substr(choices.find("one of: ") + 8);
  for (std::size_t end = 0; end != kinds.npos; kinds.erase(0, end + 2)) {
    end = kinds.find(", ");
    CHECK_THAT(schema_help, Catch::Contains(kinds.substr(0, end)));
    if (end == kinds.npos) break;
  }
}

FeedCommand feed_command(std::initializer_list<const char*> words) {
  return std::get<FeedCommand>(parse(words));
}

TEST_CASE("a feed is made in the first format of its channel unless another is named") {
  const FeedCommand command =
      feed_command({"feed", "a.csv", "--to", "openai,google:tsv.gz,acp", "-o", "out"});
  CHECK(command.catalog == "a.csv");
  CHECK(command.output == "out");
  REQUIRE(command.targets.size() == 3);
  CHECK(command.targets[0].format == feed::FeedFormat::jsonl);
  CHECK(command.targets[1].format == feed::FeedFormat::tsv);
  CHECK(command.targets[1].compression == feed::Compression::gzip);
  CHECK(command.targets[2].channel == feed::Channel::acp);
  CHECK_FALSE(command.is_strict);
}

TEST_CASE("a feed needs a catalog, channels and a folder") {
  CHECK(mistake({"feed"}) == "feed needs a CATALOG, the file to read");
  CHECK(mistake({"feed", "a.csv", "-o", "out"}) ==
        "feed needs --to, such as --to openai,google");
  CHECK(mistake({"feed", "a.csv", "--to", "openai"}) ==
        "feed needs --output, the folder for the feeds");
  CHECK(mistake({"feed", "a.csv", "-o", "out", "--to", "acp,acp"}) == "--to names 'acp' twice");
  CHECK(mistake({"feed", "a.csv", "-o", "out", "--to", "openai:xml"}) ==
        "openai takes no 'xml'; one of: jsonl, csv, tsv");
}

TEST_CASE("every help text fits one screen") {
  for (const char* help : {main_help, build_help, check_help, score_help, feed_help,
                           visibility_help, schema_help}) {
    const std::string text = help;
    CHECK(std::count(text.begin(), text.end(), '\n') <= 24);
    std::size_t widest = 0;
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = text.find('\n', start);
      widest = std::max(widest, end - start);
      start = end + 1;
    }
    CHECK(widest <= 80);
  }
}

}  // namespace
}  // namespace stagecraft
