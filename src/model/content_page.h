#pragma once

#include <string>

#include "format/markdown.h"
#include "model/address.h"

namespace stagecraft {

/// One page that people wrote as Markdown. Every shortcode in it is a known one, with the arguments
/// that it needs and ids that exist (load_pages checks).
struct ContentPage {
  std::string source;       ///< "content/pages/guides/start.md": what links between files refer to
  Route route;
  std::string title;
  std::string description;  ///< never empty unless the page has no text
  std::string navigation;   ///< its name in the main navigation; empty: it is not there
  MarkdownDocument body;
  std::string markdown;     ///< the text as written, without front matter
  std::size_t body_offset = 0;  ///< of `markdown` in the source
};

/// A file that stands beside pages: an image or a download.
struct ContentFile {
  std::string source;  ///< "content/pages/ladder.svg"
  OutputPath path;
  std::string bytes;
  int width = 0;       ///< of an image, in CSS pixels; 0 when it is none or does not say
  int height = 0;
};

}  // namespace stagecraft
