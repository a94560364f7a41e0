#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/exact.h"
#include "base/message_pattern.h"
#include "model/date.h"
#include "render/template/value.h"

namespace stagecraft {

/// The words of the site in its language: labels, sentences, numbers and dates. Keeps parsed
/// patterns, so that a text is parsed once; therefore one object belongs to one thread.
class Wording {
 public:
  using Strings = std::map<std::string, std::string, std::less<>>;

  /// `strings` outlives this object; `language` is a BCP 47 tag.
  Wording(const Strings& strings, const std::string& language);
  ~Wording();
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  /// The text `key` as it stands. Requires: there is one.
  const std::string& label(std::string_view key) const;

  /// All texts as nested maps, without the patterns that only the program uses: what templates see
  /// as `strings`.
  const Value& labels() const { return labels_; }

  /// The text `sentences.<key>` with `values` in its places. Requires: there is one, and `values`
  /// has all its places.
  std::string sentence(std::string_view key, const MessageValues& values = {});

  /// A number as people write it, at most two places, rounded half away from zero.
  std::string number(const Exact& value) const;

  /// A number with exactly `places` decimals, rounded half away from zero: "12,340.50".
  std::string fixed(const Exact& value, int places) const;

  /// An amount of money with the sign of its currency (a code of ISO 4217) and with as many
  /// decimals as it needs, at most two: "£12,300".
  std::string money(const Exact& amount, std::string_view currency) const;

  /// "15 September 2026", or "September 2026" for a whole month.
  std::string date(const Date& date) const;

 private:
  struct Formats;
  const Strings& strings_;
  const std::string language_;
  const Value labels_;
  std::unique_ptr<const Formats> formats_;
  std::map<std::string, MessagePattern, std::less<>> patterns_;
};

}  // namespace stagecraft
