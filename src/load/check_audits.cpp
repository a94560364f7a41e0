#include "load/check_audits.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace stagecraft {
namespace {

class AuditCheck {
 public:
  AuditCheck(const Document& assessment, const std::vector<std::string>& catalogs,
             Diagnostics& diagnostics)
      : assessment_(assessment), catalogs_(catalogs), diagnostics_(diagnostics) {}

  /// Evidence stands below answers, wherever these do: of one, of a team, of a respondent.
  void look_through(const Node& node) const {
    for (const Node& item : node.items) look_through(item);
    for (const Member& member : node.members) {
      if (member.key == "evidence") check_evidence(member.value);
      look_through(member.value);
    }
  }

 private:
  void check_evidence(const Node& evidence) const {
    check(evidence.find("audit"));
    for (const Node& item : evidence.items) check(item.find("audit"));
  }

  void check(const Node* audit) const {
    if (!audit) return;
    const std::string& id = audit->scalar;
    if (std::find(catalogs_.begin(), catalogs_.end(), id) != catalogs_.end()) return;
    diagnostics_.error(assessment_.span_of(*audit),
                       fmt::format("'{}' is no catalog of the site", id),
                       {catalogs_.empty() ? "the site settings list no 'catalogs'"
                                          : choices_note(id, catalogs_)});
  }

  const Document& assessment_;
  const std::vector<std::string>& catalogs_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_audits(const Document& assessment, const std::vector<std::string>& catalogs,
                  Diagnostics& diagnostics) {
  AuditCheck(assessment, catalogs, diagnostics).look_through(assessment.root);
}

}  // namespace stagecraft
