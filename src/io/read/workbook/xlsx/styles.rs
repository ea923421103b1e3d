//! The number format of each cell style.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::io::read::workbook::xml::{Broken, Xml, attribute, xml};

/// The code of the number format of each style, in their order.
pub(super) fn read(text: &str) -> Result<Vec<String>, Broken> {
    let (mut reader, mut own, mut styles) = (xml(text), HashMap::new(), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId")?.and_then(|id| id.trim().parse::<u32>().ok());
                    let code = attribute(&element, "formatCode")?.map(|code| code.into_owned());
                    own.extend(id.zip(code));
                }
                "cellXfs" => styles = cell_styles(&mut reader)?,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    let code = |id: u32| own.get(&id).cloned().unwrap_or_else(|| built_in(id).to_owned());
    Ok(styles.into_iter().map(code).collect())
}

/// The number of the number format of each style.
fn cell_styles(reader: &mut Xml) -> Result<Vec<u32>, Broken> {
    let mut styles = vec![];
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "xf" => {
                let id = attribute(&element, "numFmtId")?.and_then(|id| id.trim().parse().ok());
                styles.push(id.unwrap_or_default());
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => return Ok(styles),
            Event::Eof => return Err(Broken),
            _ => {}
        }
    }
}

/// The formats that files name by number alone (ECMA-376, 18.8.30), those of Chinese programs among them.
pub(in crate::io::read::workbook) fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 | 37 | 38 => "#,##0;-#,##0",
        7 | 8 | 39 | 40 => "#,##0.00;-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m-d-yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "AM/PMh\"时\"mm\"分\"",
        35 | 56 => "AM/PMh\"时\"mm\"分\"ss\"秒\"",
        41 => "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
        42 => "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
        43 => "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        44 => "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}
