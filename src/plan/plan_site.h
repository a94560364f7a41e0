#pragma once

#include "base/diagnostic.h"
#include "evaluate/evaluation.h"
#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// Pass 3: every page, asset and index that will exist, with its route and output paths. Pure.
/// The one mistake it can find is two outputs on one path; paths that differ only in case count as
/// one, because some file systems cannot tell them apart.
SitePlan plan_site(const Project& project, const Evaluation& evaluation, Diagnostics& diagnostics);

/// Where the report of `assessment` stands: "/reports/<subject>/<date>/" when everyone may see it,
/// otherwise "/reports/<secret>/". The secret is the first 26 characters of the lower-case base32
/// form of HMAC-SHA-256 under `link_key` over "report/<subject>/<date>": it stays the same from
/// build to build and tells nothing about the client.
Route report_route(const Assessment& assessment, const std::string& link_key);

/// Where the trend of the subject and model of `assessment` stands: "/trends/<subject>/<model>/"
/// when it is listed, otherwise "/trends/<secret>/", made as that of a report over
/// "trend/<subject>/<model>".
Route trend_route(const Assessment& assessment, Listing listing, const std::string& link_key);

/// Where the portfolio of `model` stands: "/portfolio/<secret>/", made as that of a report over
/// "portfolio/<model>".
Route portfolio_route(const MaturityModel& model, const std::string& link_key);

/// Where the audit of `catalog` stands: "/catalogs/<id>/audit/", or, when only its owner may see
/// it, "/catalogs/<secret>/", made as that of a report over "audit/<id>".
Route audit_route(const Catalog& catalog, const std::string& link_key);

}  // namespace stagecraft
