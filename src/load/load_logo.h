#pragma once

#include <optional>

#include "format/node.h"
#include "load/map_reader.h"
#include "load/read_file.h"
#include "model/project.h"

namespace stagecraft {

/// The most bytes that a logo may have.
constexpr std::size_t logo_limit = 100 * 1024;

/// The picture at `path` of `project`, an SVG or PNG file. Nothing when it is not one, is too
/// large, or is an SVG that runs or loads anything: an error at `setting`, which named the file, or
/// where the file is wrong.
std::optional<Logo> load_logo(const ReadContext& context, const Node& setting,
                              const FileTree& project, const std::string& path);

}  // namespace stagecraft
