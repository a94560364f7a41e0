#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace stagecraft {

/// Tells contents apart: XXH3 with 128 bits as 32 lower-case hex digits. Fast, the same on every
/// machine, and no defence against somebody who wants two contents to look alike.
std::string content_hash(std::string_view bytes);

/// 256 bits that stand for a content or prove a key.
using Sha256Digest = std::array<unsigned char, 32>;

Sha256Digest sha256(std::string_view bytes);

/// HMAC with SHA-256 (RFC 2104): what only somebody who has `key` can compute for `bytes`.
Sha256Digest hmac_sha256(std::string_view key, std::string_view bytes);

/// Two lower-case hex digits per byte.
std::string hex_text(std::span<const unsigned char> bytes);

/// `bytes` in base32 (RFC 4648) in lower case, "a" to "z" and "2" to "7", without padding: safe in
/// routes and file names, also where case does not count.
std::string base32_text(std::span<const unsigned char> bytes);

/// `bytes` in base64 (RFC 4648), with padding.
std::string base64_text(std::span<const unsigned char> bytes);

}  // namespace stagecraft
