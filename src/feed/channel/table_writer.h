#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "feed/channel/feed_writer.h"

namespace stagecraft::feed {

/// A writer that gives each item the fields of `fields`, in their order, in files "NAME/products…".
/// `format` is jsonl, csv, tsv or rss; rss takes the names into Google's namespace.
std::unique_ptr<FeedWriter> table_writer(const WriterOptions& options, std::string_view name,
                                         FeedFormat format, std::span<const FeedField> fields);

}  // namespace stagecraft::feed
