#pragma once

#include <string>
#include <string_view>

#include "model/project.h"
#include "plan/site_plan.h"
#include "render/site_notes.h"
#include "render/template/template_set.h"
#include "render/wording.h"

namespace stagecraft {

/// What the view of one page is made from. content/docs/views.md says what every view holds.
class PageScope {
 public:
  /// `notes` holds what is already rendered; only pages that list files look into it.
  PageScope(const Project& project, const SitePlan& plan, const PlannedPage& page,
            const TemplateSet& templates, const SiteNotes& notes, Wording& wording,
            Diagnostics& diagnostics)
      : project_(project),
        plan_(plan),
        page_(page),
        templates_(templates),
        notes_(notes),
        wording_(wording),
        diagnostics_(diagnostics) {}

  const Project& project() const { return project_; }
  const SitePlan& plan() const { return plan_; }
  const PlannedPage& page() const { return page_; }
  const MaturityModel& model() const { return project_.models[page_.model]; }
  const SiteNotes& notes() const { return notes_; }

  /// A part of the page made by template `name` of its own; empty, and an error, when that fails.
  std::string part(const std::string& name, const Value& view) const;

  /// How this page refers to another page or file: relative, except on the 404 page, which a server
  /// may show at any depth and which therefore names the whole path.
  std::string href(const PlannedPage& to) const;
  std::string href(const OutputPath& to) const;

  const std::string& label(std::string_view key) const { return wording_.label(key); }
  const Value& labels() const { return wording_.labels(); }
  std::string sentence(std::string_view key, const MessageValues& values = {}) const {
    return wording_.sentence(key, values);
  }
  std::string number(const Exact& value) const { return wording_.number(value); }
  std::string fixed(const Exact& value, int places) const { return wording_.fixed(value, places); }
  std::string money(const Exact& amount, std::string_view currency) const {
    return wording_.money(amount, currency);
  }
  std::string date(const Date& date) const { return wording_.date(date); }

  /// The page's name in lists of links: "Stage 2: Responsive", "KPIs: Ecommerce AI".
  std::string title_of(const PlannedPage& page) const;

  /// Its name where the model is plain from around it: "KPIs".
  std::string name_of(const PlannedPage& page) const;

 private:
  const Project& project_;
  const SitePlan& plan_;
  const PlannedPage& page_;
  const TemplateSet& templates_;
  const SiteNotes& notes_;
  Wording& wording_;
  Diagnostics& diagnostics_;
};

/// The view of the page of `scope`: what is on every page and what its kind adds.
Value view_of(const PageScope& scope);

}  // namespace stagecraft
