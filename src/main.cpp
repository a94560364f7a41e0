#include <malloc.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "cli/command_line.h"
#include "cli/run.h"

int main(int count, char** arguments) {
  // A limit on the size of files is a full disk like any other: a diagnostic, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  // Everything is made once and is needed until the end: memory comes in large pieces and none is
  // given back in between. The threads of a build of 22 pages took 369 small ones.
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const char* home = std::getenv("HOME");
  const stagecraft::Command command = stagecraft::parse_command_line(
      count, arguments, home ? home : "", std::thread::hardware_concurrency());
  return static_cast<int>(stagecraft::run(command, std::cout, std::cerr));
}
