#include "model/address.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

std::string link(const char* from, const char* to) {
  return relative_link(Route(from), Route(to));
}

TEST_CASE("links between pages lead up and down without naming the root") {
  CHECK(link("/", "/models/a/") == "models/a/");
  CHECK(link("/models/a/", "/") == "../../");
  CHECK(link("/models/a/", "/models/b/") == "../b/");
  CHECK(link("/models/a/stages/x/", "/models/a/") == "../../");
  CHECK(link("/models/a/", "/models/a/stages/x/") == "stages/x/");
}

TEST_CASE("a page refers to itself as the folder it is in") {
  CHECK(link("/", "/") == "./");
  CHECK(link("/models/a/", "/models/a/") == "./");
}

TEST_CASE("links to files name the file") {
  CHECK(relative_link(Route("/models/a/"), OutputPath("theme/site.css")) == "../../theme/site.css");
  CHECK(relative_link(Route("/models/a/"), OutputPath("models/a/index.md")) == "index.md");
  CHECK(relative_link(Route("/"), OutputPath("robots.txt")) == "robots.txt");
}

TEST_CASE("addresses join the site's own with routes and files") {
  const Url base("https://example.org/maturity/");
  CHECK(absolute(base, Route("/")).text() == "https://example.org/maturity/");
  CHECK(absolute(base, Route("/models/a/")).text() == "https://example.org/maturity/models/a/");
  CHECK(absolute(base, OutputPath("404.html")).text() == "https://example.org/maturity/404.html");
}

TEST_CASE("the path of an address is what follows its host") {
  CHECK(path_of(Url("https://example.org/maturity/404.html")) == "/maturity/404.html");
  CHECK(path_of(Url("https://example.org/")) == "/");
  CHECK(path_of(Url("http://localhost:8080")) == "/");
}

TEST_CASE("a route is served by the index file of its folder") {
  CHECK(index_path(Route("/"), "html").text() == "index.html");
  CHECK(index_path(Route("/models/a/"), "md").text() == "models/a/index.md");
}

}  // namespace
}  // namespace stagecraft
