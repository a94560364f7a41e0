// Items become the rows of a file by a table of fields: what a channel wants is data, how a format
// spells it is one function.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feed/item/channel.h"
#include "feed/item/item.h"
#include "feed/stream/output_file.h"

namespace stagecraft::feed {

enum class FeedFormat { jsonl, csv, tsv, rss, ndjson, markdown };

enum class FieldKind {
  text,
  boolean,  ///< "true" or "false"
  number,
  list,    ///< texts that between_values separates
  object,  ///< such texts, each of them a name and a value that between_parts separates
  groups,  ///< such texts, each of them as many parts as `parts` has names
  objects  ///< as groups, where the channel takes JSON
};

inline constexpr char between_values = '\x1F';
inline constexpr char between_parts = '\x1E';

/// Appends `text` without the control characters that no format may hold.
void append_clean(std::string& cell, std::string_view text);

struct FieldContext {
  const CatalogSettings& settings;
};

/// One field of a channel: its name there, and what an item says. An empty cell: nothing.
struct FeedField {
  std::string_view name;
  FieldKind kind = FieldKind::text;
  void (*write)(const Item&, const FieldContext&, std::string& cell) = nullptr;
  std::span<const std::string_view> parts = {};
};

/// A file that a run has made.
struct FeedFile {
  std::string path;  ///< below the output folder
  std::uint64_t items = 0;
  std::uint64_t bytes = 0;  ///< before compression
};

/// Takes the items that one channel publishes.
class FeedWriter {
 public:
  virtual ~FeedWriter() = default;

  virtual void write(const Item& item) = 0;

  /// The items since the last call are those of one product.
  virtual void end_product() {}

  /// Ends the files. Nothing is written afterwards.
  virtual void finish() = 0;

  virtual const std::vector<FeedFile>& files() const = 0;

  /// Why a file is not whole; empty while all are.
  virtual const std::string& failure() const = 0;
};

/// What a writer needs to know.
struct WriterOptions {
  std::string folder;  ///< where files are made
  Compression compression = Compression::none;
  const CatalogSettings& settings;
};

std::unique_ptr<FeedWriter> openai_writer(const WriterOptions& options, FeedFormat format);
std::unique_ptr<FeedWriter> openai_google_writer(const WriterOptions& options, FeedFormat format);
std::unique_ptr<FeedWriter> google_writer(const WriterOptions& options, FeedFormat format);
std::unique_ptr<FeedWriter> acp_writer(const WriterOptions& options);
std::unique_ptr<FeedWriter> schema_org_writer(const WriterOptions& options);
std::unique_ptr<FeedWriter> markdown_writer(const WriterOptions& options);

}  // namespace stagecraft::feed
