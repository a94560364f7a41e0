#include <algorithm>
#include <array>

#include "feed/audit/rule_families.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t most_images = 10;
constexpr std::size_t longest_image_url = 2000;

/// The ending of the path of `url`, in lower case and without the dot; empty when it has none.
std::string ending_of(std::string_view url) {
  const auto is_end = [](char c) { return c == '?' || c == '#'; };
  const auto end = std::find_if(url.begin(), url.end(), is_end);
  url = url.substr(0, static_cast<std::size_t>(end - url.begin()));
  const std::size_t dot = url.rfind('.');
  if (dot == std::string_view::npos || url.find('/', dot) != std::string_view::npos) return {};
  std::string ending(url.substr(dot + 1));
  for (char& c : ending)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
}

void check_url(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.url.empty()) return reporter.add("none, and no 'product_url' in the settings");
  if (!is_web_address(item.url)) reporter.add();
}

void check_https(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.url.starts_with("http://")) reporter.add();
  if (item.image.starts_with("http://")) reporter.add(Attribute::image);
}

void check_password(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::size_t host = item.url.find("://");
  if (host == item.url.npos) return;
  const std::string_view authority = std::string_view(item.url).substr(
      host + 3, item.url.find_first_of("/?#", host + 3) - host - 3);
  if (authority.find('@') != std::string_view::npos) reporter.add();
}

void check_host(const Item& item, const AuditContext& context, Reporter& reporter) {
  const std::string_view shop = host_of(context.settings.shop);
  if (shop.empty() || !is_web_address(item.url)) return;
  std::string_view host = host_of(item.url);
  const auto bare = [](std::string_view name) {
    return name.starts_with("www.") ? name.substr(4) : name;
  };
  if (bare(host) != bare(shop)) reporter.add();
}

void check_image(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.image.empty() || !is_web_address(item.image)) reporter.add();
}

void check_image_kind_openai(const Item& item, const AuditContext&, Reporter& reporter) {
  static constexpr std::array<std::string_view, 3> taken{"jpg", "jpeg", "png"};
  const std::string ending = ending_of(item.image);
  if (ending.empty() || !is_web_address(item.image)) return;
  if (std::find(taken.begin(), taken.end(), ending) == taken.end()) reporter.add();
}

void check_image_kind_google(const Item& item, const AuditContext&, Reporter& reporter) {
  static constexpr std::array<std::string_view, 9> taken{"jpg", "jpeg", "png",  "webp", "gif",
                                                         "bmp", "tif",  "tiff", "php"};
  const std::string ending = ending_of(item.image);
  if (ending.empty() || ending.size() > 4 || !is_web_address(item.image)) return;
  if (std::find(taken.begin(), taken.end(), ending) == taken.end()) reporter.add();
}

void check_image_name(const Item& item, const AuditContext&, Reporter& reporter) {
  static constexpr std::array<std::string_view, 6> names{"placeholder", "no-image",    "noimage",
                                                         "no_image",    "coming-soon", "dummy"};
  const std::string_view name = std::string_view(item.image).substr(item.image.rfind('/') + 1);
  for (const std::string_view word : names)
    if (contains_without_case(name, word)) return reporter.add();
}

void check_more_images(const Item& item, const AuditContext&, Reporter& reporter) {
  std::size_t count = 0;
  for (const auto* images : {&item.variant->own.images, &item.product->shared.images})
    for (const CatalogImage& image : *images) {
      ++count;
      if (count == most_images + 1)
        reporter.add_value("additional_image", image.url, image.place,
                           "only the first ten are shown");
      if (image.url.size() > longest_image_url || !is_web_address(image.url))
        reporter.add_value("additional_image", image.url, image.place, "no usable address");
    }
}

constexpr AuditRule rules[] = {
    {"L01",
     "no usable address of the product page",
     "give an absolute https address without blanks, or set 'product_url'",
     Attribute::url,
     {error, error, error, no, warn, warn},
     shared_source,
     check_url},
    {"L02",
     "http instead of https",
     "serve it over https and write so",
     Attribute::url,
     {advice, advice, advice, advice, advice, no},
     openai_source,
     check_https},
    {"L03",
     "a name and password in an address",
     "remove them",
     Attribute::url,
     {error, error, error, error, error, error},
     openai_google_source,
     check_password},
    {"L04",
     "an address on another host than the shop's",
     "use the address on the shop's own host",
     Attribute::url,
     {no, warn, warn, no, no, no},
     google_source,
     check_host},
    {"L05",
     "an address that an earlier item has, without an offer id",
     "give each item a page of its own, or an 'offer_id'",
     Attribute::url,
     {advice, advice, no, no, no, no},
     openai_source},
    {"M01",
     "no usable address of an image",
     "give an absolute https address of an image",
     Attribute::image,
     {error, error, error, no, error, no},
     shared_source,
     check_image},
    {"M02",
     "an image that is neither JPEG nor PNG",
     "offer it as JPEG or PNG",
     Attribute::image,
     {warn, warn, no, no, no, no},
     openai_source,
     check_image_kind_openai},
    {"M02b",
     "an image in a format that Google does not take",
     "offer it as JPEG, PNG or WebP",
     Attribute::image,
     {no, no, warn, no, no, no},
     google_source,
     check_image_kind_google},
    {"M03",
     "an image that stands for a missing one",
     "show the product",
     Attribute::image,
     {warn, warn, error, no, warn, no},
     google_source,
     check_image_name},
    {"M04",
     "too many further images, or one without a usable address",
     "keep the best ten",
     Attribute::image,
     {warn, warn, warn, no, no, no},
     google_source,
     check_more_images},
    {"M05",
     "an image smaller than 500 × 500 pixels",
     "offer a larger one",
     Attribute::image,
     {no, no, warn, no, no, no},
     google_source,
     nullptr,
     "no catalog says how large its images are, and none are fetched"},
};

}  // namespace

std::span<const AuditRule> link_rules() {
  return rules;
}

}  // namespace stagecraft::feed
