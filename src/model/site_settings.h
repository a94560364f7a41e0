#pragma once

#include <string>
#include <vector>

#include "model/address.h"
#include "model/ids.h"

namespace stagecraft {

/// What `site.yaml` says.
struct SiteSettings {
  std::string title;
  std::string description;
  std::string publisher;          ///< who stands behind the site; shown in the footer
  Url base_url;                   ///< where the site will live; ends with "/"
  std::string language = "en";
  std::string theme = "annual";
  std::vector<ModelId> models;    ///< to publish, in this order
  std::string assessments = "assessments";  ///< the folder of the assessments, within the project
  bool manual = false;            ///< whether the manual becomes part of the site
  std::string link_key;           ///< secret from which the paths of client reports are made; may be empty
};

}  // namespace stagecraft
