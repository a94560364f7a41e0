#pragma once

#include "load/map_reader.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// The model at `root`, as far as it could be read; every mistake is reported to `context`.
/// First all ids are collected, then part after part is read.
MaturityModel read_model(const ReadContext& context, const Node& root);

}  // namespace stagecraft
