#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "format/markdown.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// Reports every shortcode of `body` that is unknown, lacks an argument or has an unknown one, or
/// refers to a model, KPI or stage that does not exist. content/docs/pages.md lists the shortcodes.
void check_shortcodes(const MarkdownDocument& body, const std::vector<MaturityModel>& models,
                      Diagnostics& diagnostics);

}  // namespace stagecraft
