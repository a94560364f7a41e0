#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/address.h"
#include "model/site_settings.h"

namespace stagecraft {

using Headers = std::vector<std::pair<std::string, std::string>>;  // name, value

/// Whether the name of the file `path` holds a part of the hash of its bytes: another content would
/// have another name.
bool is_named_by_content(const OutputPath& path);

/// What content/docs/hosting.md asks of a server for the file `path` of a site. For files that the
/// page says nothing of, browsers are asked to look again each time.
Headers headers_of(const OutputPath& path, const SiteSettings& settings);

/// What `path` holds, by its ending: "text/html; charset=utf-8".
std::string_view media_type_of(const OutputPath& path);

}  // namespace stagecraft
