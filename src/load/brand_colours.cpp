#include "load/brand_colours.h"

#include <fmt/format.h>

#include "base/contrast.h"

namespace stagecraft {
namespace {

/// One accent and what it stands on.
struct Setting {
  const char* key = "";
  const char* paper = "";  ///< in words
};

class BrandFitting {
 public:
  BrandFitting(const ReadContext& context, const std::string& theme)
      : context_(context), theme_(theme) {}

  /// `given` as it can be used on `paper`.
  std::optional<Colour> fitted(const Setting& setting, Colour given,
                               const std::optional<Colour>& paper) const {
    if (!paper) {
      context_.error(
          node_of(setting.key),
          fmt::format("the theme '{}' does not say what colour {} is, so the contrast of "
                      "'{}' cannot be kept",
                      theme_, setting.paper, setting.key),
          {"its tokens.css needs a '--paper' in the form #rrggbb"});
      return std::nullopt;
    }
    const Colour used = with_contrast(given, *paper, text_contrast);
    if (used != given)
      warn(setting.key,
           fmt::format("{} '{}' has a contrast of {} on the theme's {}; '{}' is used, with {}",
                       setting.key, colour_text(given), contrast_text(contrast(given, *paper)),
                       setting.paper, colour_text(used), contrast_text(contrast(used, *paper))));
    return used;
  }

  void warn(const char* key, std::string message) const {
    context_.diagnostics.warning(context_.document.span_of(node_of(key)), std::move(message));
  }

 private:
  const Node& node_of(const char* key) const {
    return *context_.document.root.find("brand")->find(key);
  }

  const ReadContext& context_;
  const std::string& theme_;
};

}  // namespace

void fit_brand_colours(const ReadContext& context, const ThemeColours& theme,
                       SiteSettings& settings) {
  Brand& brand = settings.brand;
  const BrandFitting fitting(context, settings.theme);
  const std::optional<Colour> given = brand.accent;
  if (given) brand.accent = fitting.fitted({"accent", "paper"}, *given, theme.paper);

  if (!theme.has_dark) {
    if (brand.accent_dark)
      fitting.warn("accent_dark", fmt::format("the theme '{}' looks the same in dark surroundings; "
                                              "'accent_dark' is not used",
                                              settings.theme));
    brand.accent_dark.reset();
  } else if (brand.accent_dark) {
    brand.accent_dark =
        fitting.fitted({"accent_dark", "dark paper"}, *brand.accent_dark, theme.dark_paper);
  } else if (given && theme.dark_paper) {
    brand.accent_dark = with_contrast(*given, *theme.dark_paper, text_contrast);
  } else if (given) {
    fitting.fitted({"accent", "dark paper"}, *given, theme.dark_paper);
  }
}

}  // namespace stagecraft
