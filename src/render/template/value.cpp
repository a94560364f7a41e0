#include "render/template/value.h"

#include <algorithm>

namespace stagecraft {

ValueMap::ValueMap(std::initializer_list<std::pair<std::string_view, Value>> members) {
  members_.reserve(members.size());
  for (const auto& [name, value] : members) set(name, value);
}

void ValueMap::set(std::string_view name, Value value) {
  for (auto& [existing, old] : members_) {
    if (existing != name) continue;
    old = std::move(value);
    return;
  }
  members_.emplace_back(std::string(name), std::move(value));
}

const Value* ValueMap::find(std::string_view name) const {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == members_.end() ? nullptr : &found->second;
}

bool ValueMap::operator==(const ValueMap& other) const {
  return members_ == other.members_;
}

}  // namespace stagecraft
