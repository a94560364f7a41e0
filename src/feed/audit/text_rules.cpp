#include <fmt/format.h>

#include "feed/audit/rule_families.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t longest_title = 150;
constexpr std::size_t longest_description = 5000;

void check_title(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.title.empty()) reporter.add();
}

void check_title_length(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.title.size() <= longest_title) return;
  if (const std::size_t length = length_of(item.title); length > longest_title)
    reporter.add(fmt::format("{} characters", length));
}

void check_title_style(const Item& item, const AuditContext&, Reporter& reporter) {
  if (is_all_capitals(item.title)) return reporter.add("in capitals");
  if (is_decorated(item.title)) return reporter.add("decorated");
  const std::string_view promotion = promotion_in(item.title);
  if (!promotion.empty()) reporter.add(fmt::format("'{}'", promotion));
}

void check_description(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.description.empty()) reporter.add();
}

void check_description_length(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.description.size() <= longest_description) return;
  if (const std::size_t length = length_of(item.description); length > longest_description)
    reporter.add(fmt::format("{} characters", length));
}

void check_markup(const Item& item, const AuditContext&, Reporter& reporter) {
  const auto is_wrong = [](const TextRepairs& repairs) { return repairs.tags || repairs.entities; };
  if (is_wrong(item.title_repairs)) reporter.add(Attribute::title);
  if (is_wrong(item.description_repairs)) reporter.add(Attribute::description);
}

void check_description_substance(const Item& item, const AuditContext& context,
                                 Reporter& reporter) {
  if (item.description.empty()) return;
  if (equals_without_case(item.description, item.title)) return reporter.add("the title once more");
  const auto shortest = static_cast<std::size_t>(context.settings.shortest_description);
  if (item.description.size() >= 4 * shortest) return;
  const std::size_t length = length_of(item.description);
  if (length < shortest) reporter.add(fmt::format("{} characters", length));
}

void check_description_style(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string_view link = link_in(item.description);
  if (!link.empty()) return reporter.add(fmt::format("'{}'", link));
  const std::string_view promotion = promotion_in(item.description);
  if (!promotion.empty()) reporter.add(fmt::format("'{}'", promotion));
}

constexpr AuditRule rules[] = {
    {"T01",
     "no title",
     "name the product",
     Attribute::title,
     {error, error, error, error, error, error},
     shared_source,
     check_title},
    {"T02",
     "a title of more than 150 characters",
     "put what matters first, and shorten it",
     Attribute::title,
     {warn, error, error, no, no, no},
     shared_source,
     check_title_length},
    {"T03",
     "a title that shouts or advertises",
     "name the product in plain words",
     Attribute::title,
     {warn, warn, warn, no, no, no},
     google_source,
     check_title_style},
    {"T05",
     "a title that an earlier product has",
     "say what is special about each",
     Attribute::title,
     {advice, advice, advice, advice, advice, advice},
     craft_source},
    {"D01",
     "no description",
     "describe the product",
     Attribute::description,
     {error, error, error, advice, warn, advice},
     shared_source,
     check_description},
    {"D02",
     "a description of more than 5,000 characters",
     "shorten it",
     Attribute::description,
     {warn, error, error, no, no, no},
     shared_source,
     check_description_length},
    {"D03",
     "markup in a text",
     "nothing, unless sense was in the markup: feeds get plain text",
     Attribute::description,
     {advice, advice, advice, no, advice, no},
     openai_source,
     check_markup},
    {"D04",
     "a description that says too little",
     "say what it is made of, what it fits, for whom it is",
     Attribute::description,
     {advice, advice, advice, advice, advice, advice},
     craft_source,
     check_description_substance},
    {"D05",
     "links or advertising in a description",
     "describe the product and nothing else",
     Attribute::description,
     {warn, warn, warn, no, no, no},
     google_source,
     check_description_style},
};

}  // namespace

std::span<const AuditRule> text_rules() {
  return rules;
}

}  // namespace stagecraft::feed
