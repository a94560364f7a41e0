#include "render/page_mistakes.h"

namespace stagecraft {

void PageMistakes::add(std::size_t output, const Diagnostics& found) {
  for (Diagnostic& diagnostic : found.sorted()) {
    Place place{diagnostic.path, diagnostic.place.line, diagnostic.place.column,
                diagnostic.message};
    const std::lock_guard lock(mutex_);
    const auto [known, is_new] = first_.try_emplace(std::move(place));
    if (is_new || output < known->second.output) known->second = {output, std::move(diagnostic)};
  }
}

void PageMistakes::report(Diagnostics& diagnostics) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [place, mistake] : first_) diagnostics.add(mistake.diagnostic);
}

}  // namespace stagecraft
