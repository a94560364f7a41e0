#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/node.h"

namespace stagecraft {

/// Reports each `audit` of the evidence in `assessment`, at its place, that names none of
/// `catalogs`, the ids of the catalogs of the site.
void check_audits(const Document& assessment, const std::vector<std::string>& catalogs,
                  Diagnostics& diagnostics);

}  // namespace stagecraft
