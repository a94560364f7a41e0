#include "base/hash.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

std::string sha256_hex(std::string_view bytes) {
  return hex_text(sha256(bytes));
}
std::string hmac_hex(std::string_view key, std::string_view bytes) {
  return hex_text(hmac_sha256(key, bytes));
}

std::string base32(std::string_view text) {
  return base32_text({reinterpret_cast<const unsigned char*>(text.data()), text.size()});
}

std::string base64(std::string_view text) {
  return base64_text({reinterpret_cast<const unsigned char*>(text.data()), text.size()});
}

TEST_CASE("SHA-256 gives the digests of FIPS 180") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("HMAC-SHA-256 gives the codes of RFC 4231") {
  CHECK(hmac_hex(std::string(20, '\x0b'), "Hi There") ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hmac_hex("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_hex(std::string(131, '\xaa'),
                 "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  CHECK(hmac_hex("", "") == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST_CASE("the content hash is XXH3 with 128 bits in its canonical order") {
  CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
  CHECK(content_hash("a") == "a96faf705af16834e6c632b61e964e1f");
  CHECK(content_hash("a") != content_hash(std::string_view("a\0", 2)));
}

TEST_CASE("base64 gives the texts of RFC 4648") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foob") == "Zm9vYg==");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xFF\xFE\xFB") == "//77");
}

TEST_CASE("base32 gives the texts of RFC 4648 in lower case and without padding") {
  CHECK(base32("") == "");
  CHECK(base32("f") == "my");
  CHECK(base32("fo") == "mzxq");
  CHECK(base32("foo") == "mzxw6");
  CHECK(base32("foob") == "mzxw6yq");
  CHECK(base32("fooba") == "mzxw6ytb");
  CHECK(base32("foobar") == "mzxw6ytboi");
  CHECK(base32("\xFF\xFF\xFF\xFF\xFF") == "77777777");
}

}  // namespace
}  // namespace stagecraft
