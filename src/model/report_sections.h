#pragma once

#include <array>
#include <string_view>

namespace stagecraft {

/// The sections of a report by their anchors, in their order. content/docs/reports.md says what
/// each of them holds.
inline constexpr std::array<std::string_view, 14> report_section_ids{
    "summary",         "method",  "position", "results", "findings", "kpis",      "gap",
    "recommendations", "roadmap", "worth",    "risks",   "changes",  "decisions", "appendix"};

}  // namespace stagecraft
