#pragma once

#include <string>
#include <string_view>

namespace stagecraft::feed {

/// Appends `text` as a field of a CSV report. One that a spreadsheet would take for a formula gets
/// an apostrophe before it.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace stagecraft::feed
