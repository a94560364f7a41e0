#include <cstdlib>
#include <iostream>
#include <thread>

#include "cli/command_line.h"
#include "cli/run.h"

int main(int count, char** arguments) {
  const char* home = std::getenv("HOME");
  const stagecraft::Command command = stagecraft::parse_command_line(
      count, arguments, home ? home : "", std::thread::hardware_concurrency());
  return static_cast<int>(stagecraft::run(command, std::cout, std::cerr));
}
