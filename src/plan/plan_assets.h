#pragma once

#include <string>
#include <vector>

#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// Every file of the theme and the brand that is published: the stylesheet first, when there is
/// one, then the others by name, the logo last. A name holds the first 8 hex digits of the SHA-256
/// of the published bytes, so a changed file has another name.
std::vector<PlannedAsset> plan_assets(const Project& project);

/// The bytes of `asset`, one of `assets`, as they are published: its parts one after the other,
/// with the published names in the place of references, and the brand's colours at the end of the
/// stylesheet.
std::string published_bytes(const Project& project, const std::vector<PlannedAsset>& assets,
                            const PlannedAsset& asset);

/// Rules that set the tokens of the brand's colours; empty when it has none.
std::string brand_rules(const Brand& brand);

}  // namespace stagecraft
