// The rules of content/docs/trend.md, "The page of a trend".
#include "evaluate/series.h"

#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::counted_questions;
using testing::evaluated;
using testing::Evaluated;
using testing::placed_pillars;

/// Several assessments by the model of the first, all with the same version unless told otherwise.
class Dates {
 public:
  Dates(const std::string& parts, const std::vector<std::string>& answers) {
    for (const std::string& each : answers) inputs_.push_back(evaluated(parts, each));
    for (std::size_t i = 0; i < answers.size(); ++i) {
      assessments_.push_back(inputs_[i]->input->assessment);
      assessments_.back().model_version = "1";
    }
  }

  Assessment& operator[](std::size_t date) { return assessments_[date]; }

  Series series() const {
    std::vector<AssessmentEvaluation> dates;
    for (const Assessment& assessment : assessments_)
      dates.push_back(evaluate_assessment(inputs_.front()->input->model, assessment));
    return series_of(dates);
  }

 private:
  std::vector<std::unique_ptr<const Evaluated>> inputs_;
  std::vector<Assessment> assessments_;
};

std::vector<SeriesLink> links_of(const SeriesNode& node) {
  std::vector<SeriesLink> links;
  for (const SeriesPoint& point : node.points) links.push_back(point.link);
  return links;
}

TEST_CASE("a line joins two dates that rest on the same questions") {
  const Series series =
      Dates(placed_pillars({"one"}),
            {"answers: {of-one: first}\n", "answers: {of-one: third}\n"})
          .series();
  REQUIRE(series.nodes.size() == 2);
  CHECK(series.measure == Measure::number);
  CHECK(series.nodes[1].points[0].point == Exact(1));
  CHECK(series.nodes[1].points[1].point == Exact(3));
  CHECK(links_of(series.nodes[1]) == std::vector{SeriesLink::none, SeriesLink::same});
}

TEST_CASE("no line leads to a date without a result, nor across it") {
  const Series series =
      Dates(placed_pillars({"one", "two"}),
            {"answers: {of-one: first, of-two: first}\n", "answers: {of-two: second}\n",
             "answers: {of-one: third, of-two: third}\n"})
          .series();
  const SeriesNode& gap = series.nodes[1];
  CHECK_FALSE(gap.points[1].point);
  CHECK(links_of(gap) == std::vector(3, SeriesLink::none));
  CHECK(links_of(series.nodes[2]) ==
        std::vector{SeriesLink::none, SeriesLink::same, SeriesLink::same});
}

TEST_CASE("no line joins results that rest on different questions") {
  // By the one question that both answer, nothing has changed; as reported, there is one more yes.
  const Series series =
      Dates(counted_questions, {"answers: {a: yes}\n", "answers: {a: yes, b: yes}\n"}).series();
  CHECK(series.nodes.front().points[0].reading.value == Exact(1));
  CHECK(series.nodes.front().points[1].reading.value == Exact(2));
  CHECK(series.nodes.front().points[1].link == SeriesLink::none);
}

TEST_CASE("across another version of the model a line is an assumption") {
  Dates dates(placed_pillars({"one"}),
              {"answers: {of-one: first}\n", "answers: {of-one: second}\n"});
  dates[1].model_version = "2";
  CHECK(dates.series().nodes.front().points[1].link == SeriesLink::assumed);
  CHECK_FALSE(dates.series().steps.front().has_same_model);
}

TEST_CASE("a node without a result at any date is left out") {
  const Series series = Dates(placed_pillars({"one", "two"}),
                              {"answers: {of-one: first}\n", "answers: {of-one: second}\n"})
                            .series();
  for (const SeriesNode& node : series.nodes) CHECK(node.pillar != PillarIndex{1});
}

TEST_CASE("an assessment is compared with no earlier one that fewer may see") {
  const auto evaluation = evaluated(placed_pillars({"one"}), "answers: {of-one: first}\n");
  Project project;
  for (const auto& [month, audience] :
       {std::pair{1, Audience::everyone}, {2, Audience::client}, {3, Audience::internal},
        {4, Audience::everyone}, {5, Audience::client}}) {
    Assessment assessment = evaluation->input->assessment;
    assessment.date.month = month;
    assessment.audience = audience;
    project.assessments.push_back(std::move(assessment));
  }
  const auto month_before = [&](std::size_t index) {
    const Assessment* earlier = earlier_assessment(project, project.assessments[index]);
    return earlier ? earlier->date.month : 0;
  };
  CHECK(month_before(0) == 0);
  CHECK(month_before(1) == 1);
  CHECK(month_before(2) == 2);
  CHECK(month_before(3) == 1);
  CHECK(month_before(4) == 4);
}

}  // namespace
}  // namespace stagecraft
