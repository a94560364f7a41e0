#include "serve/open_page.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/hash.h"

namespace stagecraft {
namespace {

using Json = nlohmann::ordered_json;

std::string json_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void replace_all(std::string& text, const std::string& what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// `page` of `site` with the same words wherever it names its style sheet.
std::string without_style(const std::string& page, const PlannedAsset& style) {
  std::string text = page;
  replace_all(text, style.path.text(), "(style)");
  replace_all(text, style.integrity, "(hash)");
  return text;
}

std::string address_in(const Snapshot& site, const OutputPath& path) {
  return path_of(absolute(site.project().settings.base_url, path));
}

}  // namespace

std::string seen_text(const std::string& bytes) { return content_hash(bytes); }

std::optional<PageEvent> OpenPage::next(std::chrono::milliseconds patience) {
  if (events_.empty() && preview_.wait_for_change(state_, patience)) {
    const PreviewState state = preview_.state();
    state_ = state.number;
    compare(state);
  }
  if (events_.empty()) return std::nullopt;
  PageEvent event = std::move(events_.front());
  events_.pop_front();
  return event;
}

void OpenPage::compare(const PreviewState& state) {
  const Reply reply = preview_.answer(state, path_);
  tell_change(state, reply);
  tell_mistakes(state, reply);
}

void OpenPage::tell_mistakes(const PreviewState& state, const Reply& reply) {
  Json texts = Json::array();
  for (const std::vector<Diagnostic>* mistakes : {&state.mistakes, &reply.mistakes})
    for (const Diagnostic& mistake : *mistakes) texts.push_back(format_diagnostic(mistake));
  std::string told = json_line(texts);
  if (told == mistakes_) return;
  mistakes_ = told;
  events_.push_back({texts.empty() ? "mended" : "mistakes", std::move(told), seen_});
}

void OpenPage::tell_change(const PreviewState& state, const Reply& reply) {
  const std::string now = reply.bytes ? seen_text(*reply.bytes) : reply.location;
  const std::shared_ptr<Snapshot> before = std::exchange(site_, state.site);
  const std::shared_ptr<const std::string> page = std::exchange(page_, reply.bytes);
  if (now == seen_) return;
  seen_ = now;
  const PlannedAsset* const old_style =
      before ? before->plan().find_asset(AssetKind::stylesheet) : nullptr;
  const PlannedAsset* const new_style =
      state.site ? state.site->plan().find_asset(AssetKind::stylesheet) : nullptr;
  const bool has_only_other_style =
      page && page_ && old_style && new_style &&
      without_style(*page, *old_style) == without_style(*page_, *new_style);
  if (!has_only_other_style) {
    events_.push_back({"reload", "{}", seen_});
    return;
  }
  const Json style = {{"old", address_in(*before, old_style->path)},
                      {"new", address_in(*state.site, new_style->path)},
                      {"integrity", new_style->integrity}};
  events_.push_back({"style", json_line(style), seen_});
}

}  // namespace stagecraft
