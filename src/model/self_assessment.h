#pragma once

#include <string>
#include <vector>

#include "model/assessment.h"
#include "model/ids.h"

namespace stagecraft {

enum class QuestionsPerPage {
  one,
  pillar  ///< those of a pillar that stand together
};

/// A page on which visitors assess themselves; content/docs/self-assessment.md says what it does.
struct SelfAssessment {
  ModelId model;  ///< one of SiteSettings::models, which asks and scores something
  QuestionsPerPage questions_per_page = QuestionsPerPage::one;
  std::string who;        ///< who should answer; may be empty
  std::string call_text;  ///< what the result invites to; empty: to nothing
  std::string call_link;  ///< an address with https:, http: or mailto:; empty with `call_text`
  std::string send_to;    ///< a mail address; empty: results are not sent
  std::vector<std::string> embed_on;  ///< origins that may frame the page; empty: not said
  std::string results_folder;         ///< of result files; empty: none are published
  std::vector<Assessment> results;    ///< what visitors sent, by the names of their files
};

}  // namespace stagecraft
