#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "format/node.h"
#include "model/site_settings.h"

namespace stagecraft {

/// What a project can choose from.
struct Offered {
  std::vector<std::string> themes;
  std::vector<std::string> models;
  std::vector<std::string> languages;
};

/// The settings that `document` (site.yaml) makes; content/docs/site-settings.md is the format.
/// Nothing is returned when there was a mistake.
std::optional<SiteSettings> load_settings(const Document& document, const Offered& offered,
                                          Diagnostics& diagnostics);

/// `text` as the address of a site, with a "/" at its end; nothing unless it is "http://" or
/// "https://" with a host, an optional port and path, and neither query nor fragment.
std::optional<Url> parse_base_url(std::string_view text);

}  // namespace stagecraft
