#include "feed/audit/rule_families.h"

namespace stagecraft::feed {
namespace {

void check_lost_characters(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.title_repairs.lost_characters) reporter.add(Attribute::title);
  if (item.description_repairs.lost_characters) reporter.add(Attribute::description);
}

void check_controls(const Item& item, const AuditContext&, Reporter& reporter) {
  const auto is_wrong = [](const TextRepairs& repairs) {
    return repairs.controls || repairs.unknown_entities;
  };
  if (is_wrong(item.title_repairs)) reporter.add(Attribute::title);
  if (is_wrong(item.description_repairs)) reporter.add(Attribute::description);
}

void check_mojibake(const Item& item, const AuditContext&, Reporter& reporter) {
  const auto is_wrong = [](const TextRepairs& repairs) {
    return repairs.mojibake || repairs.double_encoded;
  };
  if (is_wrong(item.title_repairs)) reporter.add(Attribute::title);
  if (is_wrong(item.description_repairs)) reporter.add(Attribute::description);
}

constexpr AuditRule rules[] = {
    {"F01",
     "bytes that are no characters",
     "save the export with the encoding UTF-8",
     Attribute::title,
     {error, error, warn, warn, warn, warn},
     openai_google_source,
     check_lost_characters},
    {"F02",
     "the record cannot be read",
     "export the file again, or mend its quotes and separators",
     Attribute::id,
     {error, error, error, error, error, error},
     shared_source},
    {"F03",
     "control characters or unknown entities",
     "remove them in the shop; the feeds are written without the control characters",
     Attribute::title,
     {warn, warn, warn, warn, warn, warn},
     google_source,
     check_controls},
    {"F04",
     "a header that says what another header says already",
     "leave out one of the two columns",
     Attribute::id,
     {warn, warn, warn, warn, warn, warn},
     openai_source},
    {"F07",
     "text that was decoded wrongly or encoded twice",
     "find where the text was read with another encoding than it was written with",
     Attribute::title,
     {warn, warn, warn, warn, warn, warn},
     craft_source,
     check_mojibake},
    {"F08",
     "the first line comes again in the middle of the file",
     "join files without the later ones' first lines",
     Attribute::id,
     {advice, advice, advice, advice, advice, advice},
     craft_source},
    {"F09",
     "a product with more than 2,048 variants",
     "split it into several products; what is more is left out",
     Attribute::group_id,
     {error, error, error, error, error, error},
     craft_source},
};

}  // namespace

std::span<const AuditRule> file_rules() {
  return rules;
}

}  // namespace stagecraft::feed
