#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "model/address.h"
#include "model/ids.h"
#include "model/self_assessment.h"

namespace stagecraft {

/// Whoever stands behind the site, as far as it shows in the look.
struct Brand {
  std::string name;                   ///< in the header instead of the site's title; may be empty
  std::string logo;                   ///< a file within the project; may be empty
  std::optional<Colour> accent;       ///< instead of the theme's; nothing: the theme's own
  std::optional<Colour> accent_dark;  ///< the same in dark surroundings
  std::string footer;           ///< at the foot of every page; may be empty
  std::string confidentiality;  ///< on reports, instead of the program's line; may be empty
};

/// What crawlers of one purpose may do.
enum class CrawlerRule { not_said, allow, forbid };

/// What `site.yaml` says.
struct SiteSettings {
  std::string title;
  std::string description;
  std::string publisher;  ///< who stands behind the site; shown in the footer
  Url base_url;           ///< where the site will live; ends with "/"
  std::string language = "en";
  std::string theme = "annual";
  Brand brand;
  std::vector<ModelId> models;              ///< to publish, in this order
  std::vector<SelfAssessment> self_assessments;
  std::string assessments = "assessments";  ///< the folder of the assessments, within the project
  bool portfolio = false;  ///< whether all subjects of a model are published side by side, unlisted
  bool manual = false;                      ///< whether the manual becomes part of the site
  bool search = true;                       ///< whether pages can be searched
  bool radar = false;  ///< whether reports draw pillars as a radar too, beside the dot plot
  CrawlerRule answering = CrawlerRule::not_said;  ///< crawlers that look answers up
  CrawlerRule training = CrawlerRule::not_said;   ///< crawlers that collect for training
  std::string index_now_key;  ///< of IndexNow; empty: none
  std::string link_key;  ///< secret from which the paths of client reports are made; may be empty
};

}  // namespace stagecraft
