// Crawlers by what they collect for. Our reading of what their owners say, 2026-11.
#pragma once

#include <array>
#include <string_view>

namespace stagecraft {

/// They look up what an assistant answers with. Crawlers that serve a search engine and its answers
/// alike (Googlebot, Bingbot, Applebot) are not here: to forbid them leaves search too.
inline constexpr std::array<std::string_view, 6> answering_crawlers{
    "OAI-SearchBot", "Claude-SearchBot", "Claude-User",
    "PerplexityBot", "Amzn-SearchBot",   "Amzn-User"};

/// They collect texts that models are trained with. Two of them are names only, for which other
/// crawlers look: Google-Extended and Applebot-Extended.
inline constexpr std::array<std::string_view, 8> training_crawlers{
    "GPTBot",             "ClaudeBot", "Google-Extended", "Applebot-Extended",
    "meta-externalagent", "CCBot",     "Amazonbot",       "Bytespider"};

}  // namespace stagecraft
