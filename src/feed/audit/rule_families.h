// The rules, one file for each family.
#pragma once

#include <span>

#include "feed/audit/audit_rule.h"

namespace stagecraft::feed {

std::span<const AuditRule> file_rules();        ///< F: the file itself
std::span<const AuditRule> identity_rules();    ///< I, B: ids and brands
std::span<const AuditRule> text_rules();        ///< T, D: titles and descriptions
std::span<const AuditRule> link_rules();        ///< L, M: addresses and images
std::span<const AuditRule> price_rules();       ///< P: prices
std::span<const AuditRule> stock_rules();       ///< A: availability
std::span<const AuditRule> identifier_rules();  ///< N: GTIN and MPN
std::span<const AuditRule> variant_rules();     ///< V: groups and options
std::span<const AuditRule> attribute_rules();   ///< C, R, S, Q, K: further attributes and terms
std::span<const AuditRule> other_rules();       ///< what no item alone can break

// In the order of Channel: OpenAI, OpenAI's Google-compatible upload, Google, ACP, schema.org,
// Markdown.
inline constexpr Gravity no = Gravity::none, advice = Gravity::advice, warn = Gravity::warning,
                         error = Gravity::error;

// Whose rules they are, and when we read them.
inline constexpr std::string_view openai_source = "OpenAI product feed, read 2026-11";
inline constexpr std::string_view openai_google_source =
    "OpenAI product feed and its Google-compatible upload, read 2026-11";
inline constexpr std::string_view google_source = "Google product data specification, read 2026-11";
inline constexpr std::string_view shared_source =
    "OpenAI product feed and Google product data specification, read 2026-11";
inline constexpr std::string_view acp_source = "ACP feed schema of 2026-04-17";
inline constexpr std::string_view search_source = "Google Search, product markup, read 2026-11";
inline constexpr std::string_view craft_source = "good practice; no channel demands it";

}  // namespace stagecraft::feed
