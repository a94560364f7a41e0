#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"
#include "load/layers.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// A model and the file that it comes from.
struct ModelFile {
  const FileTree* tree = nullptr;  ///< the layer that it was found in; null for a file by itself
  Document document;
  MaturityModel model;
};

/// The model in the folder content/models/<id>/ of the uppermost layer that has one. Nothing, and
/// errors, when there is none or it has mistakes. An id that is not its folder's is an error as
/// well.
std::optional<ModelFile> find_model(const Layers& layers, const ModelId& id,
                                    Diagnostics& diagnostics);

/// As above, for an id that is named at `at`, or on the command line where that is nowhere. One
/// that no layer has is an error with the choices.
std::optional<ModelFile> find_named_model(const Layers& layers, const std::string& id,
                                          const SourceSpan& at, Diagnostics& diagnostics);

/// The model that somebody named on the command line: the file, if `word` ends like a document or
/// is a file, else the model with this id.
std::optional<ModelFile> find_model_or_file(const Layers& layers, const std::string& word,
                                            Diagnostics& diagnostics);

/// The model in the file at `path`.
std::optional<ModelFile> read_model_file(const FileTree& tree, std::string_view path,
                                         Diagnostics& diagnostics);

}  // namespace stagecraft
