use merit::quantity::Moment;
use merit::quantity::calendar::{MissingDay, add};

use super::{Row, rows};

#[test]
fn catala_dates() {
    let rows = rows("calendar.csv");
    assert_eq!(rows.len(), 51);
    for row in &rows {
        let [next, previous] = [MissingDay::Next, MissingDay::Previous].map(|missing| reach(row, missing));
        assert_eq!(next, row["round_up"], "{}", row["id"]);
        assert_eq!(previous, row["round_down"], "{}", row["id"]);
        assert_eq!(next != previous, row["ambiguous"] == "yes", "{}", row["id"]);
    }
}

fn reach(row: &Row, missing: MissingDay) -> String {
    let date = Moment::parse(&row["date"]).unwrap();
    let part = |name: &str| row[name].parse().unwrap();
    let reached = match row["op"].as_str() {
        "add" => add(date, part("years"), part("months"), part("days"), missing),
        "first_day_of_month" => date.month_of().and_then(Moment::first_day),
        "last_day_of_month" => date.month_of().and_then(Moment::last_day),
        "first_day_of_year" => date.year_of().and_then(Moment::first_day),
        "last_day_of_year" => date.year_of().and_then(Moment::last_day),
        other => panic!("no operation {other}"),
    };
    reached.unwrap().to_string()
}

#[test]
fn what_is_written_reads_back() {
    for text in [
        "1900-01-01",
        "2199-12-31",
        "2024-02-29",
        "1900-W01",
        "2199-W52",
        "2020-W53",
        "1970-01",
        "2024-Q4",
        "1999",
        "23:59",
    ] {
        assert_eq!(Moment::parse(text).map(|moment| moment.to_string()).as_deref(), Some(text));
    }
}

#[test]
fn what_no_calendar_has_is_refused() {
    for text in [
        "2023-02-29",
        "2024-13",
        "2024-00",
        "2024-Q5",
        "2021-W53",
        "1899-12-31",
        "2200",
        "24:00",
        "9:30",
        "2024-3",
        "+024",
    ] {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
}

#[test]
fn ordinals_and_bounds() {
    let ordinal = |text| Moment::parse(text).unwrap().ordinal;
    assert_eq!([ordinal("1970-01-01"), ordinal("1970-W01"), ordinal("09:30")], [0, 0, 34_200]);
    for (first, last) in
        [("1900-01-01", "2199-12-31"), ("1900-W01", "2199-W52"), ("1900-01", "2199-12"), ("1900", "2199")]
    {
        let kind = Moment::parse(first).unwrap().kind;
        assert_eq!(kind.bounds(), (ordinal(first), ordinal(last)), "{first}");
    }
}

#[test]
fn days_in_a_period() {
    let days = |text| Moment::parse(text).unwrap().days();
    assert_eq!([days("2024-02"), days("2023-02"), days("1900-02"), days("2000-02")], [29, 28, 28, 29].map(Some));
    assert_eq!([days("2024-Q1"), days("2024"), days("2023"), days("2024-W07")], [91, 366, 365, 7].map(Some));
    assert_eq!([days("2024-02-29"), days("09:30")], [Some(1), None]);
}
