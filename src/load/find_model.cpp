#include "load/find_model.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "load/load_model.h"

namespace stagecraft {

std::optional<ModelFile> read_model_file(const FileTree& tree, std::string_view path,
                                         Diagnostics& diagnostics) {
  std::optional<Document> document = read_document_file(tree, path, diagnostics);
  if (!document) return std::nullopt;
  std::optional<MaturityModel> model = load_model(*document, diagnostics);
  if (!model) return std::nullopt;
  return ModelFile{nullptr, std::move(*document), std::move(*model)};
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
  if (found) found->tree = file->tree;
  return found;
}

std::optional<ModelFile> find_named_model(const Layers& layers, const std::string& id,
                                          const SourceSpan& at, Diagnostics& diagnostics) {
  const std::vector<std::string> choices = layers.folders_in("content/models");
  if (std::find(choices.begin(), choices.end(), id) != choices.end())
    return find_model(layers, ModelId(id), diagnostics);
  const std::string message = fmt::format("unknown model '{}'", id);
  std::vector<std::string> notes{choices_note(id, choices)};
  if (at.source) {
    diagnostics.error(at, message, std::move(notes));
  } else {
    notes.push_back("--model takes the id of a model, or a file that exists");
    diagnostics.error_in("", message, std::move(notes));
  }
  return std::nullopt;
}

std::optional<ModelFile> find_model_or_file(const Layers& layers, const std::string& word,
                                            Diagnostics& diagnostics) {
  const NamedFile file = named_file(word);
  if (is_data_file(word) || file.files.kind_of(file.name) == FileKind::regular)
    return read_model_file(file.tree(), file.name, diagnostics);
  return find_named_model(layers, word, {}, diagnostics);
}

}  // namespace stagecraft
