#pragma once

#include <string>

#include "build_site.h"
#include "evaluate/evaluation.h"
#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// The result of `pass` as JSON, for people who want to see what a pass hands to the next one, and
/// for tests. The settings' link key is left out.
std::string dump_pass(DumpedPass pass, const Project& project, const Evaluation& evaluation,
                      const SitePlan& plan);

}  // namespace stagecraft
