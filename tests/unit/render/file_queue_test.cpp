#include "render/file_queue.h"

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.h"

namespace stagecraft {
namespace {

RenderedFile file(const std::string& name) { return {OutputPath(name), name}; }

TEST_CASE("files come out in the order in which one thread put them in") {
  FileQueue queue(3);
  queue.push(file("a"));
  queue.push(file("b"));
  CHECK(queue.pop()->bytes == "a");
  CHECK(queue.pop()->bytes == "b");
}

TEST_CASE("a closed queue gives what it holds and then nothing") {
  FileQueue queue(3);
  queue.push(file("a"));
  queue.close();
  CHECK(queue.pop().has_value());
  CHECK_FALSE(queue.pop().has_value());
}

TEST_CASE("no file is lost or doubled between several threads") {
  FileQueue queue(2);
  std::vector<std::jthread> producers;
  for (int producer = 0; producer < 4; ++producer)
    producers.emplace_back([&queue, producer] {
      for (int i = 0; i < 50; ++i)
        queue.push(file(std::to_string(producer) + "-" + std::to_string(i)));
    });
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) seen.insert(queue.pop()->bytes);
  CHECK(seen.size() == 200);
}

TEST_CASE("closing frees those who wait for room") {
  FileQueue queue(1);
  queue.push(file("a"));
  std::jthread waiting([&queue] { queue.push(file("b")); });
  queue.close();
  waiting.join();
  CHECK(queue.pop()->bytes == "a");
}

}  // namespace
}  // namespace stagecraft
