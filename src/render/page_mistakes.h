#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "base/diagnostic.h"

namespace stagecraft {

/// What goes wrong while outputs are rendered. A mistake in a partial shows on every page that uses
/// it; it is kept once, as the first of these pages reports it, whatever thread comes first.
/// Safe to use from several threads.
class PageMistakes {
 public:
  /// Takes what was `found` while output number `output` was rendered.
  void add(std::size_t output, const Diagnostics& found);

  /// Hands all of it to `diagnostics`.
  void report(Diagnostics& diagnostics) const;

 private:
  using Place = std::tuple<std::string, std::size_t, std::size_t, std::string>;  // with message
  struct Mistake {
    std::size_t output = 0;
    Diagnostic diagnostic;
  };

  mutable std::mutex mutex_;
  std::map<Place, Mistake> first_;
};

}  // namespace stagecraft
