#include "serve/http_server.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <httplib.h>
#include <thread>
#include <utility>
#include <vector>

#include "base/file_descriptor.h"
#include "serve/headers.h"
#include "serve/open_page.h"

namespace stagecraft {
namespace {

constexpr int usual_port = 4000;
constexpr int tried_ports = 101;
constexpr std::size_t answering_threads = 64;  // a page that is open holds one
constexpr int most_open_pages = 48;
constexpr int requests_of_a_connection = 1000;
constexpr int waiting_connections = 128;
constexpr std::chrono::milliseconds event_patience{500};  // until a browser that left is noticed
constexpr const char* script_path = "/.stagecraft/live.js";
constexpr const char* style_path = "/.stagecraft/live.css";
constexpr const char* events_path = "/.stagecraft/events";

/// Whether `host`, as a request names it, is this machine and no name that leads to it.
bool is_loopback(std::string_view host) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (!host.starts_with(name)) continue;
    std::string_view port = host.substr(name.size());
    if (port.empty()) return true;
    if (port.size() < 2 || port.size() > 6 || port[0] != ':') return false;
    port.remove_prefix(1);
    return port.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return false;
}

/// A socket's address on this machine.
sockaddr_storage loopback_address(int family, int port) {
  sockaddr_storage storage{};
  storage.ss_family = static_cast<sa_family_t>(family);
  if (family == AF_INET6) {
    auto& address = reinterpret_cast<sockaddr_in6&>(storage);
    address.sin6_addr = in6addr_loopback;
    address.sin6_port = htons(static_cast<std::uint16_t>(port));
  } else {
    auto& address = reinterpret_cast<sockaddr_in&>(storage);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
  }
  return storage;
}

void allow_reuse(int socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

/// Whether a server could take `port`; 0: whether there is such an address at all.
bool is_free(int family, int port) {
  const FileDescriptor probe(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!probe.is_open()) return false;
  allow_reuse(probe.number());
  const sockaddr_storage address = loopback_address(family, port);
  const socklen_t size = family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
  return ::bind(probe.number(), reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
         ::listen(probe.number(), 1) == 0;
}

void refuse(httplib::Response& response, int status, const char* why) {
  response.status = status;
  response.set_content(std::string(why) + "\n", "text/plain; charset=utf-8");
}

std::string event_text(const PageEvent& event) {
  return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", event.seen, event.name, event.data);
}

}  // namespace

std::string with_live_script(const std::string& page) {
  const std::string script = fmt::format("<script defer src=\"{}\" data-seen=\"{}\"></script>\n",
                                         script_path, seen_text(page));
  std::string text = page;
  text.insert(std::min(text.rfind("</body>"), text.size()), script);
  return text;
}

class HttpServer::Listeners {
 public:
  Listeners(Preview& preview, LiveFiles files) : preview_(preview), files_(std::move(files)) {
    for (httplib::Server* server : {&ipv4_, &ipv6_}) prepare(*server);
  }

  ~Listeners() {
    preview_.close();
    ipv4_.stop();
    ipv6_.stop();
  }

  std::optional<int> bind(std::optional<int> wanted) {
    has_ipv6_ = is_free(AF_INET6, 0);
    const int first = wanted.value_or(usual_port);
    for (int i = 0; i < (wanted && *wanted != 0 ? 1 : tried_ports); ++i)
      if (const std::optional<int> port = bind_to(first == 0 ? 0 : first + i)) return port;
    return std::nullopt;
  }

  void start() {
    threads_.emplace_back([this] { ipv4_.listen_after_bind(); });
    if (has_ipv6_) threads_.emplace_back([this] { ipv6_.listen_after_bind(); });
    for (httplib::Server* server : {&ipv4_, &ipv6_})
      while ((server == &ipv4_ || has_ipv6_) && !server->is_running()) std::this_thread::yield();
  }

 private:
  using Request = httplib::Request;
  using Response = httplib::Response;

  /// The same port of both addresses, or none. A server that has a port cannot give it back, so
  /// both are looked at first.
  std::optional<int> bind_to(int port) {
    if (!is_free(AF_INET, port) || (has_ipv6_ && !is_free(AF_INET6, port))) return std::nullopt;
    if (port == 0) {
      port = ipv4_.bind_to_any_port("127.0.0.1");
      if (port < 0) return std::nullopt;
    } else if (!ipv4_.bind_to_port("127.0.0.1", port)) {
      return std::nullopt;
    }
    has_ipv6_ = has_ipv6_ && ipv6_.bind_to_port("::1", port);
    for (const int socket : sockets_) ::listen(socket, waiting_connections);
    return port;
  }

  /// Requests are answered before routes are looked up: those are regular expressions, whose cost
  /// grows with the length of a path.
  void prepare(httplib::Server& server) {
    server.new_task_queue = [] { return new httplib::ThreadPool(answering_threads); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(requests_of_a_connection);
    // By default two servers may share a port, and each would get some of the requests.
    server.set_socket_options([this](socket_t socket) {
      allow_reuse(socket);
      sockets_.push_back(socket);
    });
    server.set_pre_routing_handler([this](const Request& request, Response& response) {
      if (!is_refused(request, response)) answer(request, response);
      return httplib::Server::HandlerResponse::Handled;
    });
  }

  void answer(const Request& request, Response& response) {
    if (request.path == events_path) return follow(request, response);
    if (request.path == script_path)
      return send_own(response, files_.script, "text/javascript; charset=utf-8");
    if (request.path == style_path)
      return send_own(response, files_.style, "text/css; charset=utf-8");
    send(request, response);
  }

  static bool is_refused(const Request& request, Response& response) {
    if (!is_loopback(request.get_header_value("Host"))) {
      refuse(response, 403, "This preview is for this machine: localhost, 127.0.0.1 or [::1].");
      return true;
    }
    if (request.method == "GET" || request.method == "HEAD") return false;
    response.set_header("Allow", "GET, HEAD");
    refuse(response, 405, "This preview only shows: GET and HEAD.");
    return true;
  }

  static void send_own(Response& response, const std::string& text, const char* type) {
    response.set_header("Cache-Control", "no-cache");
    set_bytes(response, std::make_shared<const std::string>(text), type);
  }

  /// Handed over piece by piece, bytes go out as they are: whole, they would be compressed first,
  /// which takes longer than making the page.
  static void set_bytes(Response& response, std::shared_ptr<const std::string> bytes,
                        const std::string& type) {
    if (bytes->empty()) return response.set_content("", type);
    response.set_content_provider(
        bytes->size(), type,
        [bytes](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
          return sink.write(bytes->data() + offset, length);
        });
  }

  void send(const Request& request, Response& response) {
    const PreviewState state = preview_.state();
    const Reply reply = preview_.answer(state, request.path);
    if (reply.status != 200) response.status = reply.status;  // 200 becomes 206 for a range
    if (!reply.location.empty()) {
      const std::size_t query = std::min(request.target.find('?'), request.target.size());
      response.set_header("Location", reply.location + request.target.substr(query));
      return;
    }
    if (reply.path.text().empty())
      response.set_header("Cache-Control", "no-store");
    else
      for (const auto& [name, value] : headers_of(reply.path, state.site->project().settings))
        response.set_header(name, value);
    const std::string type(reply.is_page ? "text/html; charset=utf-8"
                                          : media_type_of(reply.path));
    set_bytes(response,
              reply.is_page
                  ? std::make_shared<const std::string>(with_live_script(*reply.bytes))
                  : reply.bytes,
              type);
  }

  /// The stream of events for one open page.
  void follow(const Request& request, Response& response) {
    if (open_pages_.fetch_add(1) >= most_open_pages) {
      --open_pages_;
      return refuse(response, 503, "Too many pages are open.");
    }
    // A browser that comes back says which event it had last.
    const std::string last = request.get_header_value("Last-Event-ID");
    const auto page = std::make_shared<OpenPage>(
        preview_, request.get_param_value("path"),
        last.empty() ? request.get_param_value("seen") : last);
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, page](std::size_t, httplib::DataSink& sink) {
          if (preview_.is_closed()) {
            sink.done();
            return true;
          }
          const std::optional<PageEvent> event = page->next(event_patience);
          const std::string text = event ? event_text(*event) : ":\n\n";
          return sink.write(text.data(), text.size());
        },
        [this](bool) { --open_pages_; });
  }

  Preview& preview_;
  const LiveFiles files_;
  std::atomic<int> open_pages_ = 0;
  bool has_ipv6_ = false;
  httplib::Server ipv4_, ipv6_;
  std::vector<int> sockets_;  // that listen
  std::vector<std::jthread> threads_;  // joined before the servers go
};

HttpServer::HttpServer(Preview& preview, LiveFiles files)
    : listeners_(std::make_unique<Listeners>(preview, std::move(files))) {}

HttpServer::~HttpServer() = default;

std::optional<int> HttpServer::bind(std::optional<int> wanted) { return listeners_->bind(wanted); }

void HttpServer::start() { listeners_->start(); }

}  // namespace stagecraft
