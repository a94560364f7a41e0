#pragma once

#include <memory>
#include <optional>
#include <string>

#include "serve/preview.h"

namespace stagecraft {

/// The preview's own files, by which open pages follow what changes.
struct LiveFiles {
  std::string script;
  std::string style;
};

/// Answers browsers on this machine from a preview; content/docs/preview.md, "Who can see it", says
/// which requests it refuses.
class HttpServer {
 public:
  /// `preview` outlives the object.
  HttpServer(Preview& preview, LiveFiles files);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Takes port `wanted` of the loopback addresses; 0: any that is free; nothing: 4000, or the next
  /// of the hundred after it that is free. Gives the port; nothing when there is none.
  std::optional<int> bind(std::optional<int> wanted);

  /// Answers requests on threads of its own until the object goes. Requires: bind() gave a port.
  void start();

 private:
  class Listeners;
  std::unique_ptr<Listeners> listeners_;
};

/// `page` with the script that follows its changes; `page` is HTML.
std::string with_live_script(const std::string& page);

}  // namespace stagecraft
