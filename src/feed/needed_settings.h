#pragma once

#include "base/diagnostic.h"
#include "feed/feed_run.h"
#include "feed/input/open_catalog.h"

namespace stagecraft::feed {

/// Reports each setting that the channels need, the catalog's format cannot hold, and nobody made;
/// each with an example.
void report_needed_settings(const OpenCatalog& catalog, const FeedRequest& request,
                            ChannelSet channels, Diagnostics& diagnostics);

}  // namespace stagecraft::feed
