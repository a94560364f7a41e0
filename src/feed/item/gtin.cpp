#include "feed/item/gtin.h"

#include "feed/item/text_checks.h"

namespace stagecraft::feed {

bool has_check_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int weight = (digits.size() - i) % 2 == 0 ? 3 : 1;
    sum += weight * (digits[i] - '0');
  }
  return !digits.empty() && sum % 10 == 0;
}

bool is_gtin(std::string_view text) {
  const std::size_t size = text.size();
  const bool has_length = size == 8 || (12 <= size && size <= 14);
  return has_length && is_all_digits(text) && has_check_digit(text);
}

std::optional<std::string> gtin_of_isbn10(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != '-' && c != ' ') digits += c;
  if (digits.size() != 10 || !is_all_digits(std::string_view(digits).substr(0, 9)))
    return std::nullopt;
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const bool is_ten = i == 9 && (digits[i] == 'X' || digits[i] == 'x');
    if (i == 9 && !is_ten && !is_all_digits(digits.substr(9))) return std::nullopt;
    sum += static_cast<int>(10 - i) * (is_ten ? 10 : digits[i] - '0');
  }
  if (sum % 11 != 0) return std::nullopt;
  std::string result = "978" + digits.substr(0, 9);
  for (char check = '0'; check <= '9'; ++check)
    if (has_check_digit(result + check)) return result + check;
  return std::nullopt;
}

std::optional<std::string> zero_padded_gtin(std::string_view digits) {
  if (!is_all_digits(digits)) return std::nullopt;
  const std::size_t size = digits.size();
  const std::size_t wanted = size == 7 ? 8 : size == 11 || size == 10 ? 12 : 0;
  if (wanted == 0) return std::nullopt;
  std::string padded(wanted - size, '0');
  padded += digits;
  return is_gtin(padded) ? std::optional(padded) : std::nullopt;
}

}  // namespace stagecraft::feed
