#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"
#include "load/layers.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// A model and the file that it comes from.
struct ModelFile {
  const FileTree* tree = nullptr;
  Document document;
  MaturityModel model;
};

/// The model in the folder content/models/<id>/ of the uppermost layer that has one. Nothing, and
/// errors, when there is none or it has mistakes. An id that is not its folder's is an error as
/// well.
std::optional<ModelFile> find_model(const Layers& layers, const ModelId& id,
                                    Diagnostics& diagnostics);

/// The model in the file at `path`.
std::optional<ModelFile> read_model_file(const FileTree& tree, std::string_view path,
                                         Diagnostics& diagnostics);

}  // namespace stagecraft
