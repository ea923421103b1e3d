//! Currencies and the digits of their minor units, from ISO 4217 (list one, SIX Interbank Clearing,
//! the national currencies in use).

const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
const FOUR: &str = "CLF UYW";
const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR \
    ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR \
    MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";

/// How many decimals an amount of the currency has; `None` for a code that is not in the list.
pub fn minor_unit_places(code: &str) -> Option<u32> {
    let groups = [(2, TWO), (0, NONE), (3, THREE), (4, FOUR)];
    // Each has three letters and a blank behind it.
    let is_in =
        |codes: &str| code.len() == 3 && codes.as_bytes().chunks(4).any(|known| known.starts_with(code.as_bytes()));
    groups.into_iter().find(|(_, codes)| is_in(codes)).map(|(places, _)| places)
}

/// Every code that is known.
pub fn currencies() -> impl Iterator<Item = &'static str> {
    [TWO, NONE, THREE, FOUR].into_iter().flat_map(str::split_whitespace)
}
