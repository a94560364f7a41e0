// Values as they are written into each kind of file, so that they stay data.
#pragma once

#include <string>
#include <string_view>

namespace stagecraft::language {

// Each appends `text` to `output`.

/// HTML text and quoted attributes: & < > " ' become character references.
void append_html(std::string& output, std::string_view text);

/// XML text and quoted attributes; characters that XML 1.0 cannot hold become U+FFFD.
void append_xml(std::string& output, std::string_view text);

/// A whole URL in a quoted attribute: "#" when it has a scheme other than http, https, mailto, tel.
void append_url(std::string& output, std::string_view text);

/// A piece of a URL's path: all but unreserved characters and "/" percent-encoded. A "/" right
/// after another, which would begin a host, is encoded too.
void append_url_path(std::string& output, std::string_view text);

/// A piece of a query or fragment: all but unreserved characters percent-encoded.
void append_url_component(std::string& output, std::string_view text);

/// A piece of a mailto or tel address: "@", "+" and "," stay as well.
void append_url_address(std::string& output, std::string_view text);

/// One whole field of a CSV row: quoted where needed, and never a formula.
void append_csv(std::string& output, std::string_view text);

/// A value of RFC 5545 type TEXT. Lines are not folded.
void append_ics(std::string& output, std::string_view text);

/// Plain text without control characters other than tab and newline.
void append_plain(std::string& output, std::string_view text);

/// Markdown that shows exactly `text`, on one line, at any place where text may stand.
void append_markdown(std::string& output, std::string_view text);

}  // namespace stagecraft::language
