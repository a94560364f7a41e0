// A catalog that language models read: a section for each product, a line for each variant.
#include <fmt/format.h>

#include "feed/channel/field_parts.h"
#include "feed/channel/shards.h"

namespace stagecraft::feed {
namespace {

/// Appends `text` on one line so that Markdown takes it for text.
void append_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += "- ";
  append_text(out, name);
  out += ": ";
  append_text(out, value);
  out += '\n';
}

std::string_view availability_words(Availability availability) {
  switch (availability) {
    case Availability::in_stock:
      return "in stock";
    case Availability::limited_stock:
      return "few left";
    case Availability::out_of_stock:
      return "out of stock";
    case Availability::pre_order:
      return "to be pre-ordered";
    case Availability::backorder:
      return "on back-order";
    case Availability::discontinued:
      return "discontinued";
    default:
      return {};
  }
}

class MarkdownWriter final : public FeedWriter {
 public:
  explicit MarkdownWriter(const WriterOptions& options)
      : settings_(options.settings), shards_(options, "markdown/products", ".md") {}

  void write(const Item& item) override {
    if (item_count_++ == 0) begin_product(item);
    variants_ += "- ";
    append_text(variants_, item.title);
    if (item.price.is_usable()) {
      const Money& money = has_sale(item) ? item.sale_price.money : item.price.money;
      variants_ += ": " + price_text(money);
      if (has_sale(item)) variants_ += ", reduced from " + price_text(item.price.money);
    }
    const std::string_view availability = availability_words(item.availability);
    if (!availability.empty()) variants_ += fmt::format(", {}", availability);
    variants_ += ", id ";
    append_text(variants_, item.id);
    if (!item.url.empty()) variants_ += fmt::format(", <{}>", item.url);
    variants_ += '\n';
  }

  void end_product() override {
    if (item_count_ == 0) return;
    bool begins = false;
    OutputFile& file = shards_.next_file(begins);
    std::string& out = file.buffer();
    if (begins) write_head(out);
    out += section_;
    out += variants_;
    out += '\n';
    for (std::size_t i = 0; i < item_count_; ++i) shards_.count_item();
    file.flush_if_full();
    item_count_ = 0;
    variants_.clear();
  }

  void finish() override {
    bool begins = false;
    if (!shards_.current()) write_head(shards_.next_file(begins).buffer());
    shards_.close();
  }

  const std::vector<FeedFile>& files() const override { return shards_.files(); }
  const std::string& failure() const override { return shards_.failure(); }

 private:
  void write_head(std::string& out) const {
    out += "# ";
    append_text(out, settings_.seller.name.empty() ? "Products" : settings_.seller.name);
    out += "\n\n";
    if (settings_.date.is_given())
      out += fmt::format("Prices and availability as of {}; the shop's pages are current.\n\n",
                         iso_text(settings_.date));
  }

  void begin_product(const Item& item) {
    TextRepairs repairs;
    const std::string title =
        plain_line(item.product->shared.values.get(Attribute::title).text, repairs);
    section_ = "## ";
    append_text(section_, title.empty() ? item.title : title);
    section_ += "\n\n";
    if (!item.description.empty()) {
      append_text(section_, item.description);
      section_ += "\n\n";
    }
    append_line(section_, "Brand", item.brand);
    append_line(section_, "Category", item.get(Attribute::product_type).text);
    append_line(section_, "Material", item.get(Attribute::material).text);
    for (const NamedValue& detail : item.product->shared.details)
      append_line(section_, detail.name, detail.value);
    for (const ProductQuestion& question : item.product->shared.questions) {
      append_line(section_, "Question", question.question);
      append_line(section_, "Answer", question.answer);
    }
  }

  const CatalogSettings& settings_;
  Shards shards_;
  std::string section_;
  std::string variants_;
  std::size_t item_count_ = 0;
};

}  // namespace

std::unique_ptr<FeedWriter> markdown_writer(const WriterOptions& options) {
  return std::make_unique<MarkdownWriter>(options);
}

}  // namespace stagecraft::feed
