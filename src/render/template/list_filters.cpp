// Filters that take a list, or give one.
#include <algorithm>
#include <charconv>
#include <functional>

#include "base/utf8.h"
#include "render/template/filters.h"
#include "render/template/letter_case.h"
#include "render/template/template_errors.h"

namespace stagecraft::language {
namespace {

/// Reads `list | filter(attribute="a.b")`: what each item gives for a path of names and positions.
class Attribute {
 public:
  /// Parameter `index` of `call`; the items themselves when the template does not give it.
  Attribute(Call& call, std::size_t index) : call_(call) {
    if (!call.has(index)) return;
    const Operand given = call.argument(index);
    std::string_view rest = given.is(OperandKind::text) ? given.as_text() : "";
    if (given.is(OperandKind::integer)) {
      path_.push_back(given);
    } else if (rest.empty()) {
      call.fail_argument(index, "expected the name of an attribute");
    }
    while (!rest.empty()) {
      const std::string_view part = rest.substr(0, rest.find('.'));
      rest.remove_prefix(std::min(part.size() + 1, rest.size()));
      path_.push_back(key(part));
    }
  }

  /// Possibly undefined.
  Operand find(Operand item) const {
    for (const Operand& key : path_)
      item =
          call_.evaluation().element(call_.evaluation().defined(item, call_.id()), key, call_.id());
    return item;
  }

  Operand of(const Operand& item) const {
    const Operand found = find(item);
    if (!found.is_defined()) call_.fail("finds no such attribute in an item of the list");
    return found;
  }

 private:
  static Operand key(std::string_view part) {
    std::int64_t position = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), position);
    const bool is_position = error == std::errc() && end == part.data() + part.size();
    return is_position ? Operand::integer(position) : Operand::text(part);
  }

  Call& call_;
  std::vector<Operand> path_;
};

OperandList items_of(const Operand& list) {
  OperandList result;
  result.reserve(list.list_size());
  for (std::size_t i = 0; i < list.list_size(); ++i) result.push_back(list.list_item(i));
  return result;
}

/// What texts are ordered and compared by: letter case counts only when the template says so.
Operand folded(Call& call, const Operand& operand, bool case_sensitive) {
  if (case_sensitive || !operand.is(OperandKind::text)) return operand;
  return call.made(lower_text(operand.as_text()));
}

template <class Compare>
auto compared(Call& call, const Compare& compare_operands) {
  try {
    return compare_operands();
  } catch (const IncomparableOperands&) {
    call.fail("cannot compare the items of this list with each other");
  }
}

bool are_same(Call& call, const Operand& left, const Operand& right) {
  return compared(call, [&] { return are_equal(left, right); });
}

struct Keyed {
  Operand key;
  Operand item;
};

std::vector<Keyed> keyed_items(Call& call, const Attribute& attribute, bool case_sensitive) {
  std::vector<Keyed> result;
  const Operand& list = call.input_list();
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const Operand item = list.list_item(i);
    result.push_back({folded(call, attribute.of(item), case_sensitive), item});
  }
  return result;
}

void sort_keyed(Call& call, std::vector<Keyed>& items, bool descending) {
  compared(call, [&] {
    std::stable_sort(items.begin(), items.end(), [&](const Keyed& left, const Keyed& right) {
      return descending ? compare(right.key, left.key) < 0 : compare(left.key, right.key) < 0;
    });
    return true;
  });
}

Operand length(Call& call) {
  const Operand& input = call.input();
  const auto count = [](std::size_t n) { return Operand::integer(static_cast<std::int64_t>(n)); };
  if (input.is_list()) return count(input.list_size());
  if (input.is(OperandKind::map)) return count(input.as_map().members().size());
  return count(code_point_count(call.input_text()));
}

Operand first(Call& call) {
  const Operand& list = call.input_list();
  return list.list_size() == 0 ? Operand::undefined(call.id(), nullptr) : list.list_item(0);
}

Operand last(Call& call) {
  const Operand& list = call.input_list();
  const std::size_t size = list.list_size();
  return size == 0 ? Operand::undefined(call.id(), nullptr) : list.list_item(size - 1);
}

Operand join(Call& call) {
  const std::string_view separator = call.text(0, "");
  const Attribute attribute(call, 1);
  const Operand& list = call.input_list();
  std::string result;
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const Operand item = attribute.of(list.list_item(i));
    const auto text = shown_text(item);
    if (!text) call.fail("joins texts and numbers, this is " + std::string(item.kind_name()));
    if (i > 0) result += separator;
    result += *text;
  }
  return call.made(std::move(result));
}

Operand reverse(Call& call) {
  if (call.input().is(OperandKind::text)) return call.made(reversed_text(call.input_text()));
  OperandList items = items_of(call.input_list());
  std::reverse(items.begin(), items.end());
  return call.made(std::move(items));
}

Operand sort(Call& call) {
  const bool descending = call.truth(0, false);
  std::vector<Keyed> items = keyed_items(call, Attribute(call, 2), call.truth(1, false));
  sort_keyed(call, items, descending);
  OperandList result;
  for (const Keyed& keyed : items) result.push_back(keyed.item);
  return call.made(std::move(result));
}

Operand unique(Call& call) {
  const std::vector<Keyed> items = keyed_items(call, Attribute(call, 1), call.truth(0, false));
  std::vector<Operand> seen;
  OperandList result;
  for (const Keyed& keyed : items) {
    const bool is_known = std::any_of(seen.begin(), seen.end(), [&](const Operand& key) {
      return are_same(call, key, keyed.key);
    });
    if (is_known) continue;
    seen.push_back(keyed.key);
    result.push_back(keyed.item);
  }
  return call.made(std::move(result));
}

Operand map_attribute(Call& call) {
  const Attribute attribute(call, 0);
  const Operand& list = call.input_list();
  OperandList result;
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const Operand found = attribute.find(list.list_item(i));
    if (!found.is_defined() && !call.has(1)) attribute.of(list.list_item(i));
    result.push_back(found.is_defined() ? found : call.argument(1));
  }
  return call.made(std::move(result));
}

/// The pair of a group: what its items share, and the items.
Operand group_of(Call& call, const Operand& key, OperandList items) {
  return call.made(OperandList{key, call.made(std::move(items))});
}

Operand group_by(Call& call) {
  const Attribute attribute(call, 0);
  std::vector<Keyed> items = keyed_items(call, attribute, call.truth(1, false));
  sort_keyed(call, items, false);
  OperandList result;
  for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
    OperandList group;
    for (; end < items.size() && are_same(call, items[begin].key, items[end].key); ++end)
      group.push_back(items[end].item);
    result.push_back(group_of(call, attribute.of(items[begin].item), std::move(group)));
  }
  return call.made(std::move(result));
}

Operand group(Call& call) {
  std::vector<std::pair<Operand, OperandList>> groups;
  for (const Keyed& keyed : keyed_items(call, Attribute(call, 0), true)) {
    auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& one) {
      return are_same(call, one.first, keyed.key);
    });
    if (found == groups.end()) found = groups.insert(found, {keyed.key, {}});
    found->second.push_back(keyed.item);
  }
  OperandList result;
  for (auto& [key, items] : groups) result.push_back(group_of(call, key, std::move(items)));
  return call.made(std::move(result));
}

// Every list is one already; Jinja2 has generators as well, which want this filter.
Operand list(Call& call) {
  return call.input_list();
}

Operand items(Call& call) {
  if (!call.input().is(OperandKind::map))
    call.fail("needs a map, this is " + std::string(call.input().kind_name()));
  OperandList result;
  for (const auto& [name, value] : call.input().as_map().members())
    result.push_back(call.made(OperandList{Operand::text(name), Operand::of(value)}));
  return call.made(std::move(result));
}

/// Whether `value` passes the test named by parameter `index`, whose argument follows it; whether
/// it is true when the template names none.
bool passes(Call& call, const Operand& value, std::size_t index) {
  if (!call.has(index)) return call.evaluation().defined(value, call.id()).is_true();
  const std::string_view name = call.text(index, "");
  const std::uint32_t found = find_test(name);
  if (found == none) call.fail_argument(index, "unknown test " + in_quotes(name));
  const Test& test = tests()[found];
  if (test.required > 0 && !call.has(index + 1))
    call.fail_argument(index, "test " + in_quotes(name) + " needs a value");
  if (!test.takes_undefined) call.evaluation().defined(value, call.id());
  Call tested(call.evaluation(), call.id(), value, index + 1);
  return test.apply(tested);
}

OperandList passing(Call& call, const Attribute& attribute, std::size_t test, bool wanted) {
  OperandList result;
  const Operand& list = call.input_list();
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const Operand item = list.list_item(i);
    if (passes(call, attribute.find(item), test) == wanted) result.push_back(item);
  }
  return result;
}

constexpr std::size_t never_given = parameter_limit - 1;

Operand select(Call& call) {
  return call.made(passing(call, Attribute(call, never_given), 0, true));
}
Operand reject(Call& call) {
  return call.made(passing(call, Attribute(call, never_given), 0, false));
}
Operand select_attribute(Call& call) {
  return call.made(passing(call, Attribute(call, 0), 1, true));
}
Operand reject_attribute(Call& call) {
  return call.made(passing(call, Attribute(call, 0), 1, false));
}

Operand sum(Call& call) {
  const Attribute attribute(call, 0);
  const Operand& list = call.input_list();
  Exact result = 0;
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const Operand item = attribute.of(list.list_item(i));
    if (!item.is_number()) call.fail("adds numbers, this is " + std::string(item.kind_name()));
    result += item.number();
  }
  return call.made(result);
}

/// The first of the smallest items (`sign` 1) or largest (-1).
Operand extreme(Call& call, int sign) {
  const std::vector<Keyed> items = keyed_items(call, Attribute(call, 1), call.truth(0, false));
  if (items.empty()) return Operand::undefined(call.id(), nullptr);
  const Keyed* best = &items.front();
  compared(call, [&] {
    for (const Keyed& keyed : items)
      if (compare(keyed.key, best->key) * sign < 0) best = &keyed;
    return true;
  });
  return best->item;
}

Operand min(Call& call) {
  return extreme(call, 1);
}
Operand max(Call& call) {
  return extreme(call, -1);
}

constexpr Filter all[] = {
    {"length", length},
    {"count", length},
    {"first", first},
    {"last", last},
    {"join", join, 0, {"d", "attribute"}},
    {"reverse", reverse},
    {"sort", sort, 0, {"reverse", "case_sensitive", "attribute"}},
    {"unique", unique, 0, {"case_sensitive", "attribute"}},
    {"map", map_attribute, 1, {"attribute", "default"}},
    {"select", select, 0, {"test", "value"}},
    {"reject", reject, 0, {"test", "value"}},
    {"selectattr", select_attribute, 1, {"attribute", "test", "value"}},
    {"rejectattr", reject_attribute, 1, {"attribute", "test", "value"}},
    {"groupby", group_by, 1, {"attribute", "case_sensitive"}},
    {"group", group, 1, {"attribute"}},
    {"list", list},
    {"items", items},
    {"sum", sum, 0, {"attribute"}},
    {"min", min, 0, {"case_sensitive", "attribute"}},
    {"max", max, 0, {"case_sensitive", "attribute"}},
};

}  // namespace

std::span<const Filter> list_filters() {
  return all;
}

}  // namespace stagecraft::language
