#pragma once

#include <string>

#include "evaluate/evaluation.h"
#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// A pass whose result can be printed instead of going on.
enum class DumpedPass { load, evaluate, plan };

/// The result of `pass` as JSON, for people who want to see what a pass hands to the next one, and
/// for tests. The settings' link key is left out.
std::string dump_pass(DumpedPass pass, const Project& project, const Evaluation& evaluation,
                      const SitePlan& plan);

}  // namespace stagecraft
