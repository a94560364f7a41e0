#pragma once

#include <string_view>

#include "base/strong_text.h"

namespace stagecraft {

/// Where a page lives within the site: begins and ends with "/", made of ids, "/" for the home
/// page.
using Route = StrongText<struct RouteTag>;

/// An absolute address: scheme, host and path.
using Url = StrongText<struct UrlTag>;

/// A file below the output folder: relative, "/" between names, never "." or "..".
using OutputPath = StrongText<struct OutputPathTag>;

/// The file that serves `route` when a server is asked for it: "models/x/index.html".
OutputPath index_path(const Route& route, std::string_view extension);

/// How a page at `from` refers to `to` (relative, so a site works below any path): "../", "./",
/// "stages/one/".
std::string relative_link(const Route& from, const Route& to);

/// How a page at `from` refers to the file `to`: "../../theme/base.css".
std::string relative_link(const Route& from, const OutputPath& to);

/// `base` (which ends with "/") followed by the route or path.
Url absolute(const Url& base, const Route& route);
Url absolute(const Url& base, const OutputPath& path);

/// What follows scheme and host: "/maturity/404.html".
std::string path_of(const Url& url);

}  // namespace stagecraft
