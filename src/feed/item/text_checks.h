// Questions about texts that several rules ask.
#pragma once

#include <string_view>

namespace stagecraft::feed {

/// The number of code points in well-formed UTF-8.
std::size_t length_of(std::string_view text);

/// Whether `text` stands for nothing: "n/a", "none", "null", "unknown", "-", "no brand".
bool is_placeholder(std::string_view text);

/// Whether `text` has letters, none of them small, and more than one word or eight letters.
bool is_all_capitals(std::string_view text);

/// The promotional words in `text` ("free shipping", "% off", "best price"); empty when there are
/// none.
std::string_view promotion_in(std::string_view text);

/// Whether `text` has stars, arrows, hearts or runs of exclamation marks.
bool is_decorated(std::string_view text);

/// What looks like an address of a web page or of mail in `text`; empty when there is none.
std::string_view link_in(std::string_view text);

/// Whether `text` is an absolute http or https URL without blanks and with a host.
bool is_web_address(std::string_view text);

/// The host of a web address, in lower case as it should be; empty for other texts.
std::string_view host_of(std::string_view url);

/// Whether `text` are digits, at least one.
bool is_all_digits(std::string_view text);

/// Without regard to the case of ASCII letters.
bool equals_without_case(std::string_view a, std::string_view b);
bool contains_without_case(std::string_view text, std::string_view part);

}  // namespace stagecraft::feed
