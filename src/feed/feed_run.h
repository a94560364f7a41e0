// A whole run: a catalog in, feeds and their audit out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "feed/audit_tally.h"
#include "feed/channel/feed_writer.h"
#include "feed/input/open_catalog.h"
#include "feed/snapshot.h"
#include "feed/substance.h"
#include "feed/worst_products.h"
#include "model/catalog_settings.h"

namespace stagecraft::feed {

/// One file or set of files to be made.
struct FeedTarget {
  Channel channel = Channel::openai;
  FeedFormat format = FeedFormat::jsonl;
  Compression compression = Compression::none;
};

/// Looks on while a catalog is read.
class ItemObserver {
 public:
  virtual ~ItemObserver() = default;

  /// A catalog may be read more than once: only what follows the last call counts.
  virtual void begin_reading() = 0;
  /// An item that is not excluded, with what the audit says of it.
  virtual void take(const Item& item, const ItemVerdict& verdict) = 0;
  /// The items since the last call are those of one product; there may be none.
  virtual void end_product() = 0;
};

struct FeedRequest {
  std::string catalog;  ///< the file
  std::string name;     ///< what results call it; empty: as `catalog`
  std::string output;   ///< the folder
  std::string last;     ///< the folder with the last run; empty: `output`
  std::vector<FeedTarget> targets;
  CatalogSettings settings;
  std::string settings_path;            ///< for messages; empty: there is no such file
  std::optional<CatalogFormat> format;  ///< nothing: recognised from the content
  std::function<void(std::uint64_t bytes)> progress;  ///< called now and then; may be empty
  ItemObserver* observer = nullptr;                   ///< null: nobody looks on

  const std::string& shown_name() const { return name.empty() ? catalog : name; }
  const std::string& last_run() const { return last.empty() ? output : last; }
};

struct FeedResult {
  bool complete = false;  ///< the feeds are published
  bool disk_failed = false;
  CatalogFormat format = CatalogFormat::table;
  TextSurvey survey;
  char separator = 0;  ///< of a delimited file
  std::optional<AuditTally> tally;
  std::vector<FeedFile> files;
  bool is_sorted = false;  ///< records of one product stood apart and were brought together
  ChannelSet channels;
  Substance substance;
  std::uint64_t repeated_descriptions = 0;  ///< products with that of an earlier one
  std::vector<ScoredProduct> worst;  ///< products, the worst first; see WorstProducts
  SnapshotChanges changes;           ///< since the last run

  /// Whether a channel would refuse its whole feed: nothing can be published, or records of the
  /// catalog cannot be read.
  bool is_refused() const;
};

/// Makes the feeds that `request` asks for. Mistakes of the request and of the settings go to
/// `diagnostics`, and nothing is published then; findings about the products are in the result.
FeedResult run_feed(const FeedRequest& request, Diagnostics& diagnostics);

}  // namespace stagecraft::feed
