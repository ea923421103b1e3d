//! What is told of tables in words, in two tongues.

use arrow_schema::{DataType, TimeUnit};
use merit::render::Tongue;

/// A type as Python programs name it.
pub fn arrow(kind: &DataType) -> String {
    let unit = |unit: &TimeUnit| match unit {
        TimeUnit::Second => "s",
        TimeUnit::Millisecond => "ms",
        TimeUnit::Microsecond => "us",
        TimeUnit::Nanosecond => "ns",
    };
    match kind {
        DataType::Utf8 => "string".to_owned(),
        DataType::LargeUtf8 => "large_string".to_owned(),
        DataType::Utf8View => "string_view".to_owned(),
        DataType::Boolean => "bool".to_owned(),
        DataType::Float16 => "halffloat".to_owned(),
        DataType::Float32 => "float".to_owned(),
        DataType::Float64 => "double".to_owned(),
        DataType::Date32 => "date32".to_owned(),
        DataType::Date64 => "date64".to_owned(),
        DataType::Decimal32(precision, scale) => format!("decimal32({precision}, {scale})"),
        DataType::Decimal64(precision, scale) => format!("decimal64({precision}, {scale})"),
        DataType::Decimal128(precision, scale) => format!("decimal128({precision}, {scale})"),
        DataType::Decimal256(precision, scale) => format!("decimal256({precision}, {scale})"),
        DataType::Timestamp(of, None) => format!("timestamp[{}]", unit(of)),
        DataType::Timestamp(of, Some(zone)) => format!("timestamp[{}, tz={zone}]", unit(of)),
        DataType::Time32(of) => format!("time32[{}]", unit(of)),
        DataType::Time64(of) => format!("time64[{}]", unit(of)),
        DataType::Dictionary(key, value) => format!("dictionary<{}, {}>", arrow(key), arrow(value)),
        other => other.to_string().to_lowercase(),
    }
}

/// Says something in the tongue of whoever asked.
pub fn either(tongue: Tongue, zh: String, en: String) -> String {
    match tongue {
        Tongue::Zh => zh,
        Tongue::En => en,
    }
}

/// That a table has none of the columns that are needed.
pub fn no_column(tongue: Tongue, table: &str, fields: &[String]) -> String {
    either(
        tongue,
        format!("{table}：缺这些列：{}；列名不同就在制度里用 来自 \"列名\" 写明", fields.join("、")),
        format!(
            "{table}: these columns are lacking: {}; where one is called otherwise, write from \"its name\" in the policy",
            fields.join(", ")
        ),
    )
}

/// That a column has a type which is none of its field.
pub fn wrong_type(tongue: Tongue, table: &str, column: &str, found: &str, needed: &str) -> String {
    either(
        tongue,
        format!("{table}：列「{column}」的类型是 {found}，需要 {needed}"),
        format!("{table}: the column “{column}” is {found}, {needed} is needed"),
    )
}

/// That a column holds binary floats, and what to do.
pub fn floats(tongue: Tongue, table: &str, column: &str, found: &str, needed: &str) -> String {
    either(
        tongue,
        format!(
            "{table}：列「{column}」是二进制浮点数（{found}），写 0.1 存的并不是 0.1；请转成 {needed}，\
             或者传 floats=\"shortest\"，每个数按能还原它的最短十进制数读"
        ),
        format!(
            "{table}: the column “{column}” holds binary floats ({found}), in which 0.1 is not 0.1: cast it to {needed}, \
             or pass floats=\"shortest\", which reads each as the shortest decimal that leads back to it"
        ),
    )
}

/// That a value of a wide decimal has more digits than are read.
pub fn too_wide(tongue: Tongue, table: &str, column: &str, found: &str) -> String {
    either(
        tongue,
        format!("{table}：列「{column}」（{found}）里有超过 38 位的数；请转成 decimal128"),
        format!("{table}: the column “{column}” ({found}) has a number of more than 38 digits: cast it to decimal128"),
    )
}

/// That a percent must be written with its sign.
pub fn percent(tongue: Tongue, table: &str, column: &str, found: &str) -> String {
    either(
        tongue,
        format!(
            "{table}：列「{column}」的类型是 {found}，但制度没说裸数是百分数还是小数；\
             请在制度里写 percent(%) 或 percent(fraction)，或者给带 % 的文本（string）"
        ),
        format!(
            "{table}: the column “{column}” is {found}, and the policy does not say whether a bare number there is a percentage \
             or a fraction: write percent(%) or percent(fraction) in the policy, or give texts with % (string)"
        ),
    )
}
