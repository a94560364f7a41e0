// Trees of all templates in, routines out: inheritance is flattened, includes and blocks are
// written out once per place in HTML at which they are used, and every output gets its escaping.
#pragma once

#include "render/template/program.h"
#include "render/template/template_errors.h"
#include "render/template/template_graph.h"

namespace stagecraft::language {

/// Fills `program.routines` and `program.roots`. Reports unsafe outputs, and branches that end at
/// different places in HTML. Requires: graph.ends().
void link_templates(const TemplateGraph& graph, Program& program, TemplateErrors& errors);

}  // namespace stagecraft::language
