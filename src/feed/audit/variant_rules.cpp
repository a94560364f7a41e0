#include <fmt/format.h>

#include <algorithm>

#include "feed/audit/rule_families.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

bool is_first_variant(const Item& item) {
  return item.variant == &item.product->variants.front();
}

void check_group_id(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.group_id.empty()) return;
  for (std::size_t i = 0; i < item.product->variant_count; ++i) {
    const Variant& variant = item.product->variants[i];
    if (item.product->get(variant, Attribute::id).text == item.group_id) return reporter.add();
  }
}

/// Variants that the channels cannot tell apart: a group without options.
void check_options(const Item& item, const AuditContext&, Reporter& reporter) {
  const bool has_group = !item.group_id.empty();
  if (has_group && item.product->variant_count > 1 && item.variant->options.empty())
    reporter.add("a variant without options");
}

/// The names of options are those of the first variant, letter for letter.
void check_option_names(const Item& item, const AuditContext&, Reporter& reporter) {
  if (is_first_variant(item)) return;
  const auto& first = item.product->variants.front().options;
  for (const NamedValue& option : item.variant->options) {
    const bool is_same = std::any_of(first.begin(), first.end(), [&](const NamedValue& other) {
      return other.name == option.name;
    });
    if (!is_same && !first.empty())
      reporter.add_value(option.name, option.value, option.place, "not an option of the first");
  }
}

void check_option_values(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.variant->options.empty()) return;
  for (std::size_t i = 0; i < item.product->variant_count; ++i) {
    const Variant& variant = item.product->variants[i];
    if (&variant == item.variant) return;
    if (variant.options == item.variant->options)
      return reporter.add_value("options", item.variant->options.front().value,
                                item.variant->options.front().place,
                                fmt::format("as record {}", variant.record));
  }
}

void check_agreement(const Item& item, const AuditContext&, Reporter& reporter) {
  for (const NamedValue& option : item.variant->options) {
    const bool is_color = equals_without_case(option.name, "color");
    const bool is_size = equals_without_case(option.name, "size");
    if (!is_color && !is_size) continue;
    const Attribute attribute = is_color ? Attribute::color : Attribute::size;
    const std::string& text = item.get(attribute).text;
    if (!text.empty() && text != option.value)
      reporter.add(attribute, fmt::format("the option says '{}'", option.value));
  }
}

void check_lone_variant(const Item& item, const AuditContext&, Reporter& reporter) {
  if (!item.group_id.empty() && item.product->variant_count == 1) reporter.add();
}

void check_parent(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.get(Attribute::kind).text.starts_with("variation") &&
      !item.product->shared.values.has(Attribute::title))
    reporter.add();
}

void check_variant_title(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.product->variant_count > 1 && !item.group_id.empty() && item.variant->options.empty() &&
      !is_first_variant(item) &&
      item.get(Attribute::title).text ==
          item.product->get(item.product->variants.front(), Attribute::title).text)
    reporter.add();
}

constexpr AuditRule rules[] = {
    {"T04",
     "a variant with the title of another",
     "say in the title which variant it is",
     Attribute::title,
     {warn, warn, warn, warn, warn, no},
     shared_source,
     check_variant_title},
    {"V01",
     "a group with the id of an item",
     "give the group an id of its own",
     Attribute::group_id,
     {error, error, warn, no, warn, no},
     openai_source,
     check_group_id},
    {"V02",
     "a variant that nothing tells apart",
     "name its colour, size or other option",
     Attribute::group_id,
     {error, warn, warn, advice, warn, no},
     openai_source,
     check_options},
    {"V03",
     "an option with another name than the other variants'",
     "spell it alike in all variants, capitals too",
     Attribute::group_id,
     {warn, warn, warn, warn, warn, no},
     openai_source,
     check_option_names},
    {"V04",
     "options that another variant of the group has",
     "tell the two apart, or remove one",
     Attribute::group_id,
     {error, warn, warn, warn, warn, no},
     openai_source,
     check_option_values},
    {"V05",
     "a colour or size that the options contradict",
     "make both say the same",
     Attribute::color,
     {warn, warn, warn, no, warn, no},
     openai_source,
     check_agreement},
    {"V06",
     "a group of one",
     "nothing, or add the other variants",
     Attribute::group_id,
     {no, no, advice, no, no, no},
     craft_source,
     check_lone_variant},
    {"V09",
     "a variation without its parent",
     "export the parent with it",
     Attribute::group_id,
     {warn, warn, warn, warn, warn, warn},
     craft_source,
     check_parent},
};

}  // namespace

std::span<const AuditRule> variant_rules() {
  return rules;
}

}  // namespace stagecraft::feed
