#include "load/read_self_assessments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<QuestionsPerPage>, 2> questions_per_page_words{
    {{"one", QuestionsPerPage::one}, {"pillar", QuestionsPerPage::pillar}}};

bool is_letter_or_digit(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

bool consists_of(std::string_view text, std::string_view further) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter_or_digit(c) || further.find(c) != std::string_view::npos;
  });
}

/// What follows "https://" or "http://"; empty when the text begins with neither.
std::string_view after_scheme(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme)) return text.substr(scheme.size());
  return {};
}

/// Whether `text` is a mail address of the plain kind: no quotes, no blanks, one "@".
bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && consists_of(text.substr(0, at), ".!#$%'*+-/=^_`{|}~") &&
         consists_of(text.substr(at + 1), ".-");
}

bool is_link(std::string_view text) {
  constexpr std::string_view mail = "mailto:";
  if (text.starts_with(mail)) return text.size() > mail.size();
  const std::string_view rest = after_scheme(text);
  return !rest.empty() && rest.front() != '/' && rest.find_first_of(" \"<>\\^`{|}") == rest.npos;
}

/// Scheme, host and perhaps port, as browsers spell an origin: no path.
bool is_origin(std::string_view text) {
  const std::string_view rest = after_scheme(text);
  const std::size_t colon = rest.find(':');
  const std::string_view host = rest.substr(0, colon);
  const bool is_lower =
      std::none_of(host.begin(), host.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  const std::string_view port = colon == rest.npos ? "0" : rest.substr(colon + 1);
  return is_lower && consists_of(host, ".-") && !port.empty() &&
         std::all_of(port.begin(), port.end(), is_digit);
}

/// The text at `key` when it `fits`; empty, and an error that it is no `kind`, when it does not.
std::string checked(MapReader& reader, std::string_view key, bool (*fits)(std::string_view),
                    std::string_view kind, std::string_view example) {
  const std::string text = reader.text(key);
  if (text.empty() || fits(text)) return text;
  reader.error(*reader.find(key), fmt::format("'{}' is not {}", text, kind),
               {fmt::format("for example: {}", example)});
  return {};
}

ModelId read_model(const ReadContext& context, const Node& node,
                   const std::vector<ModelId>& published,
                   const std::vector<SelfAssessment>& others) {
  const std::optional<std::string> text = read_text(context, node, "model");
  if (!text) return {};
  const ModelId model(*text);
  std::vector<std::string> choices;
  for (const ModelId& id : published) choices.push_back(id.text());
  if (std::find(choices.begin(), choices.end(), *text) == choices.end()) {
    context.error(node, fmt::format("the site does not publish a model '{}'", *text),
                  {choices_list(choices)});
    return {};
  }
  if (std::any_of(others.begin(), others.end(),
                  [&](const SelfAssessment& other) { return other.model == model; })) {
    context.error(node, fmt::format("a second self-assessment of the model '{}'", *text));
    return {};
  }
  return model;
}

SelfAssessment read_entry(MapReader& reader, const std::vector<ModelId>& published,
                          const std::vector<SelfAssessment>& others) {
  SelfAssessment entry;
  if (const Node* model = reader.find_required("model"))
    entry.model = read_model(reader.context(), *model, published, others);
  entry.questions_per_page =
      reader.choice("questions_per_page", questions_per_page_words, QuestionsPerPage::one);
  entry.who = reader.text("who");
  reader.in_map("call_to_action", "call to action", [&](MapReader& call) {
    entry.call_text = call.required_text("text");
    call.find_required("link");
    entry.call_link = checked(call, "link", is_link, "an address that a visitor can open",
                              "https://www.example.org/talk");
  });
  entry.send_to =
      checked(reader, "send_to", is_mail_address, "a mail address", "results@example.org");
  reader.each("embed_on", [&](const Node& node) {
    const std::optional<std::string> origin =
        stagecraft::read_entry(reader.context(), node, "embed_on");
    if (!origin) return;
    if (is_origin(*origin)) return entry.embed_on.push_back(*origin);
    reader.error(node, fmt::format("'{}' is not an origin", *origin),
                 {"an origin has a scheme and a host but no path: https://www.example.org"});
  });
  entry.results_folder = reader.path("results", "");
  reader.finish();
  return entry;
}

/// Why a page for `model` would have nothing to do; empty when it has.
std::string_view obstacle(const MaturityModel& model) {
  const bool asks = std::any_of(model.questions.begin(), model.questions.end(),
                                [](const Question& question) { return question.is_scored(); });
  if (!asks) return "asks no questions that can be scored";
  return model.methods.empty() ? "declares no way to score" : "";
}

}  // namespace

std::vector<SelfAssessment> read_self_assessments(MapReader& reader,
                                                  const std::vector<ModelId>& published) {
  std::vector<SelfAssessment> entries;
  reader.each("self_assessments", [&](const Node& node) {
    SelfAssessment entry;
    if (node.is_scalar()) {
      entry.model = read_model(reader.context(), node, published, entries);
    } else {
      MapReader parts(reader.context(), node, "self-assessment");
      if (node.kind != NodeKind::map) return;
      entry = read_entry(parts, published, entries);
    }
    entries.push_back(std::move(entry));
  });
  return entries;
}

void drop_unanswerable(const ReadContext& settings, const std::vector<MaturityModel>& models,
                       std::vector<SelfAssessment>& self_assessments) {
  const Node* list = settings.document.root.find("self_assessments");
  std::vector<SelfAssessment> kept;
  for (std::size_t i = 0; i < self_assessments.size(); ++i) {
    const ModelId& id = self_assessments[i].model;
    const auto model = std::find_if(models.begin(), models.end(),
                                    [&](const MaturityModel& each) { return each.id == id; });
    const std::string_view reason = obstacle(*model);
    if (reason.empty()) {
      kept.push_back(std::move(self_assessments[i]));
      continue;
    }
    const Node& entry = list->items[i];
    const Node& place = entry.kind == NodeKind::map ? *entry.find("model") : entry;
    settings.diagnostics.warning(
        settings.document.span_of(place),
        fmt::format("the model '{}' {}, so it gets no self-assessment", id.text(), reason));
  }
  self_assessments = std::move(kept);
}

}  // namespace stagecraft
