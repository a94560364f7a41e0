#include "base/hash.h"

#include <openssl/evp.h>
#include <xxhash.h>

#include <cstdlib>

namespace stagecraft {
namespace {

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.empty() ? "" : bytes.data());
}

/// The calls of OpenSSL that are used here fail only without memory or without OpenSSL's own
/// algorithms; nothing sensible can be published then.
void require(bool done) {
  if (!done) std::abort();
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return hex_text(canonical.digest);
}

Sha256Digest sha256(std::string_view bytes) {
  Sha256Digest digest;
  unsigned length = 0;
  require(EVP_Digest(raw(bytes), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) == 1);
  require(length == digest.size());
  return digest;
}

Sha256Digest hmac_sha256(std::string_view key, std::string_view bytes) {
  Sha256Digest digest;
  std::size_t length = 0;
  require(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, raw(key), key.size(), raw(bytes),
                    bytes.size(), digest.data(), digest.size(), &length) != nullptr);
  require(length == digest.size());
  return digest;
}

std::string hex_text(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 0xF];
  }
  return text;
}

std::string base32_text(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text;
  unsigned pending = 0;  // the lowest `bits` bits are not written yet
  unsigned bits = 0;
  for (const unsigned char byte : bytes) {
    pending = (pending << 8 | byte) & 0xFFF;
    for (bits += 8; bits >= 5; bits -= 5) text += digits[pending >> (bits - 5) & 0x1F];
  }
  if (bits > 0) text += digits[pending << (5 - bits) & 0x1F];
  return text;
}

std::string base64_text(std::span<const unsigned char> bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // EVP_EncodeBlock ends with a zero
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                     static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace stagecraft
