#pragma once

#include <string>

#include "model/address.h"

namespace stagecraft {

/// What passes from render to write: one finished file of the site.
struct RenderedFile {
  OutputPath path;
  std::string bytes;
};

}  // namespace stagecraft
