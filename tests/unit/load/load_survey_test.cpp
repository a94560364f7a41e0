#include "load/load_survey.h"

#include "model_fixture.h"
#include "scoring/score.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

const std::string questions = three_stages + R"(questions:
  - {id: pot, formerly: [kettle], text: "Is there a teapot?"}
  - id: clock
    title: The clock
    type: choice
    text: "Who times the tea?"
    answers: [{id: nobody, text: Nobody, value: 0}, {id: one-of-us, text: One of us, value: 1}]
  - id: kinds
    type: several
    text: Which kinds are there?
    answers:
      - {id: green, text: Green tea}
      - {id: black, text: Black; strong}
      - {id: mate, text: Mate}
  - {id: minutes, type: number, text: "How long does it draw?", from: 0, to: 10}
  - {id: care, type: scale, text: "How much care is taken?", from: 1, to: 5}
  - {id: place, type: stage, text: "Where are you?"}
  - {id: wish, type: text, text: "What do you wish for?"}
scoring: {id: by-mean, title: By mean, rule: The mean., overall: {by: mean}}
)";

struct Survey {
  Diagnostics diagnostics;
  std::optional<Assessment> assessment;

  Lines mistakes() const { return lines_of(diagnostics); }

  const Respondent& respondent(std::size_t place) const {
    return assessment->respondents[place];
  }
  const Answer& answer(const char* question) const {
    return respondent(0).answers.at(QuestionId(question));
  }
};

std::unique_ptr<Survey> survey(const std::string& text, const MaturityModel& model,
                               const SurveyHead& head = {"Tea at Acme", std::nullopt}) {
  auto result = std::make_unique<Survey>();
  const auto csv = parse_csv(source_of("survey.csv", text), {}, result->diagnostics);
  if (csv) result->assessment = load_survey(*csv, model, head, result->diagnostics);
  return result;
}

std::unique_ptr<Survey> survey(const std::string& text) {
  return survey(text, model_with(questions));
}

/// What one cell says to one question: the chosen options, the number or the text; `?` and `n/a`.
std::string answer_of(const std::string& question, const std::string& cell) {
  const auto read = survey("respondent\t" + question + "\nanna\t" + cell + "\n");
  if (!read->assessment) return "refused: " + read->mistakes().front();
  const auto found = read->respondent(0).answers.find(QuestionId(question));
  if (found == read->respondent(0).answers.end()) return "no entry";
  const Answer& answer = found->second;
  if (answer.state == AnswerState::unknown) return "?";
  if (answer.state == AnswerState::not_applicable) return "n/a";
  if (answer.number) return decimal_text(*answer.number, 6);
  std::string text = answer.text;
  for (const OptionIndex option : answer.chosen) text += "#" + std::to_string(option);
  return text;
}

TEST_CASE("each row is a respondent, and columns are named by id, earlier id, text or title") {
  const auto read = survey(
      "Respondent,ROLE,group,date,KETTLE, the  Clock,how long does it DRAW?\n"
      "Anna Müller,Head of tea,Team 2,2026-09-14,yes,nobody,2.5\n"
      ",,,2026-09,no,One of us,\n");
  REQUIRE(read->mistakes() == Lines{});
  REQUIRE(read->assessment->respondents.size() == 2);
  const Respondent& anna = read->respondent(0);
  CHECK(anna.id.text() == "anna-muller");
  CHECK(anna.role == "Head of tea");
  CHECK(anna.group.text() == "team-2");
  CHECK(iso_text(*anna.date) == "2026-09-14");
  CHECK(anna.answers.size() == 3);
  CHECK(read->answer("pot").chosen == std::vector<OptionIndex>{0});
  CHECK(read->answer("clock").chosen == std::vector<OptionIndex>{0});
  CHECK(*read->answer("minutes").number == Exact(5) / 2);
  CHECK(read->respondent(1).id.text() == "r2");
  CHECK(read->respondent(1).answers.size() == 2);
}

TEST_CASE("the date is the caller's, otherwise the latest of the respondents") {
  const MaturityModel model = model_with(questions);
  const std::string text = "date,pot\n2026-08-30,yes\n2026-09-14,no\n,no\n";
  const auto read = survey(text, model);
  CHECK(read->assessment->subject.name == "Tea at Acme");
  CHECK(read->assessment->subject.id.text() == "tea-at-acme");
  CHECK(iso_text(read->assessment->date) == "2026-09-14");
  CHECK(read->assessment->model.text() == "tea");
  const auto dated = survey(text, model, {"3 teams", parse_date("2026-10-01")});
  CHECK(iso_text(dated->assessment->date) == "2026-10-01");
  CHECK(dated->assessment->subject.id.text() == "subject-3-teams");
  CHECK_FALSE(survey("pot\nyes\n", model)->assessment->date.is_given());
}

TEST_CASE("yes and no are said in several ways") {
  for (const char* yes : {"yes", "YES", "y", "true", " True ", "1"})
    CHECK(answer_of("pot", yes) == "#0");
  for (const char* no : {"no", "N", "false", "0"}) CHECK(answer_of("pot", no) == "#1");
}

TEST_CASE("unknown, not applicable and no entry are three things, for every type") {
  for (const char* question : {"pot", "clock", "kinds", "minutes", "care", "place", "wish"}) {
    for (const char* word : {"unknown", "Don't know", "don\u2019t  know", "do not know", "?"})
      CHECK(answer_of(question, word) == "?");
    for (const char* word : {"not-applicable", "Not applicable", "N/A", "na"})
      CHECK(answer_of(question, word) == "n/a");
    CHECK(answer_of(question, "") == "no entry");
    CHECK(answer_of(question, "  ") == "no entry");
  }
  CHECK(survey("pot\nn/a\n")->answer("pot").note == "The survey gives no reason.");
}

TEST_CASE("options are meant by id or text") {
  CHECK(answer_of("clock", "one-of-us") == "#1");
  CHECK(answer_of("clock", " one  OF us") == "#1");
  CHECK(answer_of("kinds", "Green tea; mate") == "#0#2");
  CHECK(answer_of("kinds", "mate;green;") == "#0#2");
  CHECK(answer_of("kinds", "Black; strong") == "#1");
  CHECK(answer_of("kinds", "none").empty());
}

TEST_CASE("a stage is meant by id, title or number") {
  CHECK(answer_of("place", "pot") == "#1");
  CHECK(answer_of("place", "FIELD") == "#2");
  CHECK(answer_of("place", "1") == "#0");
}

TEST_CASE("numbers have a point, and lie within the question's ends") {
  CHECK(answer_of("minutes", " 2.50 ") == "2.5");
  CHECK(answer_of("care", "5") == "5");
  CHECK(answer_of("wish", "  More, and stronger. ") == "More, and stronger.");
}

TEST_CASE("every mistake in an answer is reported in its cell") {
  CHECK(survey("respondent,pot,clock,kinds,minutes,care,place\n"
               "anna,maybe,nobodyy,green;blue,\"2,5\",6,4\n")
            ->mistakes() ==
        Lines{"2:6+5 unknown answer 'maybe' for question 'pot' | one of: yes, no, unknown, "
              "not-applicable",
              "2:12+7 unknown answer 'nobodyy' for question 'clock' | did you mean 'nobody'?",
              "2:20+10 unknown answer 'blue' for question 'kinds' | one of: green, black, "
              "mate, unknown, not-applicable",
              "2:31+5 the answer to 'minutes' must be a number from 0 to 10 | or one of: unknown, "
              "not-applicable",
              "2:37+1 the answer to 'care' must be a whole number from 1 to 5 | or one of: "
              "unknown, not-applicable",
              "2:39+1 unknown answer '4' for question 'place' | one of: bag, pot, field, unknown, "
              "not-applicable"});
  CHECK(survey("kinds\ngreen;green\n")->mistakes() == Lines{"2:1+11 'green' is chosen twice"});
  CHECK(survey("kinds\n;\n")->mistakes().size() == 1);
}

TEST_CASE("a column that is about nothing is a warning with what may have been meant") {
  const auto read = survey("pott,minutes,How did you find us\nyes,1,by luck\n");
  CHECK(read->assessment.has_value());
  CHECK(read->mistakes() ==
        Lines{"1:1+4 the column 'pott' is about no question and is left out | did you mean 'pot'?",
              "1:14+19 the column 'How did you find us' is about no question and is left out | one "
              "of: pot, clock, kinds, minutes, care, place, wish"});
  CHECK(survey("pot,Who times tea?\nyes,nobody\n")->mistakes() ==
        Lines{"1:5+14 the column 'Who times tea?' is about no question and is left out | did you "
              "mean 'Who times the tea?'?"});
  CHECK(read->diagnostics.error_count() == 0);
}

TEST_CASE("two columns about one question, and a name of two questions, are errors") {
  CHECK(survey("pot,Is there a teapot?\nyes,no\n")->mistakes() ==
        Lines{"1:5+18 a second column for the question 'pot' | the first is 'pot' at 1:1"});
  CHECK(survey("role,Role,pot\na,b,yes\n")->mistakes() ==
        Lines{"1:6+4 a second column for 'role' | the first is 'role' at 1:1"});
  const MaturityModel model = model_with(
      "questions: [{id: a, title: Same, text: 'A?'}, {id: b, title: same, text: 'B?'}]\n");
  CHECK(survey("Same\nyes\n", model)->mistakes() ==
        Lines{"1:1+4 'Same' could be any of the questions a, b | name the column by the id of the "
              "question"});
}

TEST_CASE("a survey has columns about questions, and answers") {
  CHECK(survey("respondent,x\nanna,yes\n")->diagnostics.error_count() == 1);
  CHECK(survey("respondent,pot\n")->mistakes() ==
        Lines{"- the survey has no answers | every line below the first is what one respondent "
              "answered"});
  CHECK(survey("respondent,pot\n,\n , \n")->mistakes().size() == 1);
}

TEST_CASE("nobody has two rows") {
  CHECK(survey("respondent,pot\nAnna M.,yes\nbo,yes\nanna-m,no\n")->mistakes() ==
        Lines{"4:1+6 'anna-m' has two rows | the first is line 2"});
}

TEST_CASE("what is said about respondents has its types") {
  CHECK(survey("date,group,pot\n14.9.2026,?!,yes\n")->mistakes() ==
        Lines{"2:1+9 'date' must be a date such as 2026-09-15 or 2026-09",
              "2:11+2 the group '?!' has no letter and no digit"});
  CHECK(survey("respondent,pot\n7,yes\n?,no\n")->respondent(0).id.text() == "r-7");
}

TEST_CASE("a text that two answers share is an error") {
  const MaturityModel model = model_with(
      "questions: [{id: a, text: 'A?', type: choice, answers: [{id: x, text: Some, value: 0}, "
      "{id: y, text: some, value: 1}]}]\n");
  CHECK(survey("a\nSome\n", model)->mistakes() ==
        Lines{"2:1+4 'Some' could be any of the answers x, y | answer with an id"});
}

TEST_CASE("an option of the question goes before the words that all questions have") {
  const MaturityModel model = model_with(
      "questions: [{id: a, text: 'A?', type: choice, answers: "
      "[{id: x, text: Don't know, value: 0}, {id: y, text: No, value: 1}]}]\n");
  CHECK(survey("a\ndon't know\n", model)->answer("a").chosen == std::vector<OptionIndex>{0});
}

TEST_CASE("a method that forbids not-applicable refuses it in surveys as well") {
  const MaturityModel model = model_with(
      "questions: [{id: a, text: 'A?'}]\n"
      "scoring: {id: m, title: M, rule: R., not_applicable: forbid, overall: {by: count}}\n");
  CHECK(survey("a\nn/a\n", model)->mistakes() ==
        Lines{"2:1+3 the method 'm' does not allow 'not-applicable'"});
}

TEST_CASE("the answers of respondents are combined") {
  const MaturityModel model = model_with(
      "questions: [{id: a, text: 'A?'}]\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: sum}}\n");
  const auto read = survey("a\nyes\nyes\nno\n?\n", model);
  const Scores scores = score_assessment(model, *read->assessment);
  CHECK(*scores.overall()->result.value == Exact(2) / 3);
}

}  // namespace
}  // namespace stagecraft::testing
