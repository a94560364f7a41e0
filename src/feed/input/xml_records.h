#pragma once

#include <memory>
#include <string>
#include <vector>

#include "feed/input/record.h"
#include "feed/stream/byte_source.h"

namespace stagecraft::feed {

/// The items of RSS 2.0 or entries of Atom, streaming. An element's local name is its column; one
/// that holds elements, such as shipping, is one cell with their texts in its order. Document types
/// and processing instructions are refused. What is not well-formed ends the reading with F02.
std::unique_ptr<RecordSource> xml_records(std::unique_ptr<ByteSource> text);

}  // namespace stagecraft::feed
