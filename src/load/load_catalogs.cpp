#include "load/load_catalogs.h"

#include <algorithm>

#include "load/read_catalog_settings.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<AuditAudience>, 3> audience_words{
    {{"client", AuditAudience::client},
     {"public", AuditAudience::everyone},
     {"nobody", AuditAudience::nobody}}};

/// Reads what the settings say of one catalog.
class CatalogReader {
 public:
  CatalogReader(MapReader& reader, const FileTree& tree, const std::string& link_key)
      : reader_(reader), tree_(tree), link_key_(link_key) {}

  Catalog read() {
    catalog_.id = reader_.required_id<StrongText<struct CatalogTag>>("id").text();
    catalog_.title = reader_.required_text("title");
    catalog_.description = reader_.text("description");
    catalog_.navigation = reader_.text("navigation");
    reader_.find_required("from");
    catalog_.from = file_at("from");
    read_format();
    read_settings();
    read_channels();
    read_audience();
    read_last();
    if (reader_.find("search")) catalog_.is_searched = reader_.yes_no("search");
    return std::move(catalog_);
  }

 private:
  /// The path at `key`; an error when there is no such file.
  std::string file_at(std::string_view key) {
    const Node* node = reader_.find(key);
    const std::string path = reader_.path(key, "");
    if (path.empty()) return {};
    const std::string reason = reason_against(tree_.files.kind_of(path));
    if (!reason.empty()) reader_.error(*node, fmt::format("'{}': {}", path, reason));
    return reason.empty() ? path : "";
  }

  void read_format() {
    const Node* node = reader_.find("format");
    const auto text = node ? read_text(reader_.context(), *node, "format") : std::nullopt;
    if (!text) return;
    const std::vector<std::string> choices(catalog_formats.begin(), catalog_formats.end());
    if (std::find(choices.begin(), choices.end(), *text) != choices.end())
      catalog_.format = *text;
    else
      report_choice(reader_.context(), *node, "'format' of the catalog", choices);
  }

  void read_settings() {
    const std::string path = file_at("settings");
    if (path.empty()) return;
    catalog_.settings_path = tree_.shown(path);
    if (auto settings = read_catalog_settings(tree_, path, reader_.context().diagnostics))
      catalog_.settings = std::move(*settings);
    if (catalog_.settings.markets.empty()) return;
    reader_.error(*reader_.find("settings"), "a site shows a catalog for one market",
                  {"make feeds for several markets with: stagecraft feed"});
  }

  void read_channels() {
    const std::vector<std::string> choices(feed_channels.begin(), feed_channels.end());
    reader_.each("channels", [&](const Node& node) {
      const auto name = read_text(reader_.context(), node, "channel");
      if (!name) return;
      if (std::find(choices.begin(), choices.end(), *name) == choices.end())
        return report_choice(reader_.context(), node, "channel", choices);
      if (std::find(catalog_.channels.begin(), catalog_.channels.end(), *name) !=
          catalog_.channels.end())
        return reader_.error(node, fmt::format("the channel '{}' is named twice", *name));
      catalog_.channels.push_back(*name);
    });
    reader_.check_entries("channels", 1);
    if (catalog_.channels.empty())
      catalog_.channels = {"openai", "google", "acp", "schema-org", "markdown"};
  }

  void read_audience() {
    const std::size_t errors_before = reader_.context().diagnostics.error_count();
    catalog_.audit_audience = reader_.choice("audit", audience_words, AuditAudience::client);
    if (reader_.context().diagnostics.error_count() > errors_before) return;
    if (catalog_.audit_audience != AuditAudience::client || !link_key_.empty()) return;
    reader_.error(reader_.node(),
                  "the audit of a catalog needs a 'link_key' in the site settings, from which its "
                  "secret path is made",
                  {"make one with: openssl rand -hex 16",
                   "or publish the audit to everyone with: audit: public",
                   "or to nobody with: audit: nobody"});
  }

  void read_last() {
    const Node* node = reader_.find("last");
    catalog_.last = reader_.path("last", "");
    if (catalog_.last.empty()) return;
    const std::string reason =
        reason_against(tree_.files.kind_of(catalog_.last + "/audit.json"));
    if (!reason.empty())
      reader_.error(*node, fmt::format("'{}/audit.json': {}", catalog_.last, reason),
                    {"'last' is a folder with the audit.json of an earlier run"});
  }

  MapReader& reader_;
  const FileTree& tree_;
  const std::string& link_key_;
  Catalog catalog_;
};

}  // namespace

std::vector<Catalog> load_catalogs(const ReadContext& settings, const FileTree& tree,
                                   const std::string& link_key) {
  std::vector<Catalog> catalogs;
  MapReader reader(settings, settings.document.root, "the site settings");
  reader.each_map("catalogs", "the catalog", [&](MapReader& entry) {
    Catalog catalog = CatalogReader(entry, tree, link_key).read();
    const bool is_twice = std::any_of(catalogs.begin(), catalogs.end(), [&](const Catalog& other) {
      return !catalog.id.empty() && other.id == catalog.id;
    });
    if (is_twice)
      entry.error(*entry.find("id"), fmt::format("a second catalog has the id '{}'", catalog.id));
    catalogs.push_back(std::move(catalog));
  });
  return catalogs;
}

}  // namespace stagecraft
