#include "load/find_model.h"

#include <fmt/format.h>

#include "load/load_model.h"

namespace stagecraft {

std::optional<ModelFile> read_model_file(const FileTree& tree, std::string_view path,
                                         Diagnostics& diagnostics) {
  std::optional<Document> document = read_document_file(tree, path, diagnostics);
  if (!document) return std::nullopt;
  std::optional<MaturityModel> model = load_model(*document, diagnostics);
  if (!model) return std::nullopt;
  return ModelFile{&tree, std::move(*document), std::move(*model)};
}

std::optional<ModelFile> find_model(const Layers& layers, const ModelId& id,
                                    Diagnostics& diagnostics) {
  const std::string folder = "content/models/" + id.text();
  const std::optional<Layers::Found> file =
      layers.find_any({folder + "/model.yaml", folder + "/model.json"});
  if (!file) {
    diagnostics.error_in(folder, "holds neither model.yaml nor model.json");
    return std::nullopt;
  }
  std::optional<ModelFile> found = read_model_file(*file->tree, file->path, diagnostics);
  if (found && found->model.id != id)
    diagnostics.error_in(file->tree->shown(file->path),
                         fmt::format("the model's id is '{}', but its folder is '{}'",
                                     found->model.id.text(), id.text()));
  return found;
}

}  // namespace stagecraft
