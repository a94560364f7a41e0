#include "feed/discovery.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view ucp_version = "2026-04-08";
constexpr std::size_t most_addresses = 10'000;

void write_file(const std::string& path, const std::string& text) {
  OutputFile file(path, Compression::none);
  file.write(text);
  file.close();
}

std::string json_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// What the host of the profile has to send with it; hosts that can set no headers cannot serve it.
constexpr const char* header_recipes =
    "# Netlify and Cloudflare Pages: a file _headers with these lines\n"
    "/.well-known/ucp\n"
    "  Content-Type: application/json\n"
    "  Cache-Control: public, max-age=3600\n"
    "\n"
    "# nginx\n"
    "# location = /.well-known/ucp {\n"
    "#   default_type application/json;\n"
    "#   add_header Cache-Control \"public, max-age=3600\";\n"
    "# }\n";

std::vector<std::string> write_index_now(const FeedRequest& request, const std::string& folder,
                                         const std::string& addresses) {
  const std::string& key = request.settings.indexnow_key;
  const std::string host(host_of(request.settings.shop));
  if (key.empty() || host.empty()) return {};
  std::filesystem::create_directories(folder + "/indexnow");
  std::vector<std::string> paths{fmt::format("indexnow/{}.txt", key)};
  write_file(folder + "/" + paths.front(), key);
  std::ifstream file(addresses);
  std::string address;
  bool has_more = static_cast<bool>(std::getline(file, address));
  for (int batch = 1; has_more; ++batch) {
    Json json;
    json["host"] = host;
    json["key"] = key;
    json["keyLocation"] = fmt::format("https://{}/{}.txt", host, key);
    json["urlList"] = Json::array();
    while (has_more && json["urlList"].size() < most_addresses) {
      json["urlList"].push_back(address);
      has_more = static_cast<bool>(std::getline(file, address));
    }
    paths.push_back(fmt::format("indexnow/batch-{}.json", batch));
    write_file(folder + "/" + paths.back(), json_text(json));
  }
  return paths;
}

}  // namespace

std::string ucp_profile(const CatalogSettings& settings) {
  Json services = Json::object();
  for (const Endpoint& endpoint : settings.endpoints) {
    if (endpoint.protocol != "ucp") continue;
    Json service{{"version", endpoint.version}, {"transport", endpoint.transport}};
    if (!endpoint.url.empty()) service["endpoint"] = endpoint.url;
    if (!endpoint.spec.empty()) service["spec"] = endpoint.spec;
    if (!endpoint.schema.empty()) service["schema"] = endpoint.schema;
    services[endpoint.name].push_back(std::move(service));
  }
  if (services.empty()) return {};
  Json profile;
  profile["ucp"] = {
      {"version", ucp_version}, {"services", services}, {"payment_handlers", Json::object()}};
  return json_text(profile);
}

std::vector<std::string> write_discovery(const FeedRequest& request, const std::string& folder,
                                         const std::string& addresses) {
  std::vector<std::string> paths = write_index_now(request, folder, addresses);
  const std::string profile = ucp_profile(request.settings);
  if (profile.empty()) return paths;
  std::filesystem::create_directories(folder + "/well-known");
  write_file(folder + "/well-known/ucp", profile);
  write_file(folder + "/well-known/headers.txt", header_recipes);
  paths.insert(paths.end(), {"well-known/ucp", "well-known/headers.txt"});
  return paths;
}

}  // namespace stagecraft::feed
