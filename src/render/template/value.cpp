#include "render/template/value.h"

#include <algorithm>

namespace stagecraft {

ValueMap::ValueMap(std::initializer_list<std::pair<std::string_view, Value>> members) {
  own_members().reserve(members.size());
  for (const auto& [name, value] : members) set(name, value);
}

const std::vector<std::pair<std::string, Value>>& ValueMap::members() const {
  static const std::vector<std::pair<std::string, Value>> none;
  return members_ ? *members_ : none;
}

std::vector<std::pair<std::string, Value>>& ValueMap::own_members() {
  using Members = std::vector<std::pair<std::string, Value>>;
  if (!members_) members_ = std::make_shared<Members>();
  if (members_.use_count() > 1) members_ = std::make_shared<Members>(*members_);
  return *members_;
}

void ValueMap::set(std::string_view name, Value value) {
  auto& members = own_members();
  for (auto& [existing, old] : members) {
    if (existing != name) continue;
    old = std::move(value);
    return;
  }
  members.emplace_back(std::string(name), std::move(value));
}

const Value* ValueMap::find(std::string_view name) const {
  if (!members_) return nullptr;
  const auto found = std::find_if(members_->begin(), members_->end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == members_->end() ? nullptr : &found->second;
}

bool ValueMap::operator==(const ValueMap& other) const {
  return members() == other.members();
}

}  // namespace stagecraft
