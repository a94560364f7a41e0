#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

#include "model/catalog.h"

namespace stagecraft::feed {

/// Who a feed is for. content/docs/feeds.md says of each what publishing its file achieves.
enum class Channel { openai, openai_google, google, acp, schema_org, markdown };

constexpr std::size_t channel_count = feed_channels.size();

/// How commands, files and reports spell them, in the order of Channel.
inline constexpr const std::array<std::string_view, channel_count>& channel_names = feed_channels;

constexpr std::string_view channel_name(Channel channel) {
  return channel_names[static_cast<std::size_t>(channel)];
}

using ChannelSet = std::bitset<channel_count>;

}  // namespace stagecraft::feed
