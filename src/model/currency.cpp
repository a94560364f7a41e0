#include "model/currency.h"

#include <algorithm>
#include <array>

namespace stagecraft {
namespace {

struct Currencies {
  int decimals;
  std::string_view codes;  ///< three letters each, with a blank between them
};

/// ISO 4217, list one of 2024, without precious metals, units of account and test codes.
constexpr std::array<Currencies, 4> all_currencies{
    {{2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN "
         "BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
         "GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR "
         "LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD "
         "PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
         "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW "
         "ZWG"},
     {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
     {3, "BHD IQD JOD KWD LYD OMR TND"},
     {4, "CLF UYW"}}};

constexpr std::size_t step = 4;

}  // namespace

std::optional<int> currency_decimals(std::string_view code) {
  for (const Currencies& currencies : all_currencies)
    for (std::size_t at = 0; at < currencies.codes.size(); at += step)
      if (currencies.codes.substr(at, 3) == code) return currencies.decimals;
  return std::nullopt;
}

std::vector<std::string> currency_codes() {
  std::vector<std::string> codes;
  for (const Currencies& currencies : all_currencies)
    for (std::size_t at = 0; at < currencies.codes.size(); at += step)
      codes.emplace_back(currencies.codes.substr(at, 3));
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace stagecraft
