// The catalogs of a site: read once before pages are planned, because what is in them decides which
// pages there are.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "model/project.h"

namespace stagecraft::feed {

/// The most products of one catalog that a site shows; larger ones are for `stagecraft feed`.
constexpr std::size_t most_products_of_a_site = 20'000;

/// Reads the catalogs of `project`, whose files stand at their paths after `prefix` ("site/"; see
/// shown_prefix()), makes their feeds and audits, and fills what a survey finds; evidence that
/// refers to an audit says then what it found. Mistakes of settings and files go to `diagnostics`;
/// findings about products are data. Uses a folder of its own in the temporary folder, and leaves
/// nothing there. False when that folder could not be written.
bool survey_catalogs(const std::string& prefix, Project& project, Diagnostics& diagnostics);

}  // namespace stagecraft::feed
