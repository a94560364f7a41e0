// How records call the status of a capability and what it rests on.
#pragma once

#include <array>

#include "evaluate/capability_status.h"
#include "model/words.h"

namespace stagecraft {

inline constexpr std::array<Word<CapabilityPresence>, 6> presence_words{
    {{"present", CapabilityPresence::present},
     {"partial", CapabilityPresence::partial},
     {"absent", CapabilityPresence::absent},
     {"planned", CapabilityPresence::planned},
     {"not-applicable", CapabilityPresence::not_applicable},
     {"unknown", CapabilityPresence::unknown}}};

inline constexpr std::array<Word<CapabilityBasis>, 3> basis_words{
    {{"declaration", CapabilityBasis::declaration},
     {"evidence", CapabilityBasis::evidence},
     {"answers", CapabilityBasis::answers}}};

}  // namespace stagecraft
