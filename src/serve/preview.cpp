#include "serve/preview.h"

#include <algorithm>
#include <utility>

#include "serve/headers.h"

namespace stagecraft {
namespace {

const OutputPath not_found_page("404.html");

/// The errors of `diagnostics`; warnings are for the terminal.
std::vector<Diagnostic> errors_of(const Diagnostics& diagnostics) {
  std::vector<Diagnostic> errors = diagnostics.sorted();
  std::erase_if(errors,
                [](const Diagnostic& one) { return one.severity != Severity::error; });
  return errors;
}

}  // namespace

Preview::Preview(std::string waiting_page)
    : waiting_page_(std::make_shared<const std::string>(std::move(waiting_page))) {}

void Preview::show(std::shared_ptr<Snapshot> site, const Diagnostics& found) {
  {
    const std::lock_guard lock(mutex_);
    ++state_.number;
    if (site) state_.site = std::move(site);
    state_.mistakes = errors_of(found);
  }
  news_.notify_all();
}

void Preview::close() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
  }
  news_.notify_all();
}

PreviewState Preview::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

bool Preview::is_closed() const {
  const std::lock_guard lock(mutex_);
  return is_closed_;
}

bool Preview::wait_for_change(std::uint64_t number, std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  news_.wait_for(lock, patience, [&] { return is_closed_ || state_.number != number; });
  return state_.number != number;
}

Reply Preview::answer(const PreviewState& state, std::string_view path) {
  return state.site ? reply_from(*state.site, path) : waiting_reply(503);
}

Reply Preview::reply_from(Snapshot& site, std::string_view path) {
  const std::string base = path_of(site.project().settings.base_url);
  const auto sent_to = [](std::string location) {
    Reply reply;
    reply.status = 302;
    reply.location = std::move(location);
    return reply;
  };
  if (!path.starts_with(base)) {
    const bool leads_there = path == "/" || std::string(path) + "/" == base;
    return leads_there ? sent_to(base) : file_reply(site, not_found_page, 404);
  }
  const std::string name(path.substr(base.size()));
  const bool is_folder = name.empty() || name.ends_with('/');
  const OutputPath file(is_folder ? name + "index.html" : name);
  if (site.files().is_planned(file) || is_known(file)) return file_reply(site, file, 200);
  if (!is_folder && site.files().is_planned(OutputPath(name + "/index.html")))
    return sent_to(std::string(path) + "/");
  return file_reply(site, not_found_page, 404);
}

bool Preview::is_known(const OutputPath& file) const {
  const std::lock_guard lock(mutex_);
  return is_named_by_content(file) && last_good_.contains(file);
}

Reply Preview::file_reply(Snapshot& site, const OutputPath& file, int status) {
  Diagnostics diagnostics;
  Reply reply;
  reply.status = status;
  reply.path = file;
  reply.is_page = file.text().ends_with(".html");
  reply.bytes = site.files().bytes_of(file, diagnostics);
  reply.mistakes = errors_of(diagnostics);
  if (reply.is_page || is_named_by_content(file)) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const std::string>& last_good = last_good_[file];
    if (reply.bytes) last_good = reply.bytes;
    reply.bytes = last_good;
  }
  if (reply.bytes) return reply;
  Reply waiting = waiting_reply(500);
  waiting.mistakes = std::move(reply.mistakes);
  return waiting;
}

Reply Preview::waiting_reply(int status) const {
  Reply reply;
  reply.status = status;
  reply.bytes = waiting_page_;
  reply.is_page = true;
  return reply;
}

}  // namespace stagecraft
