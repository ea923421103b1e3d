//! What is told of records that several policies claim, or none.

use super::Member;
use crate::analysis::coverage::{Area, Places};
use crate::analysis::tables::model::Model;
use crate::analysis::tables::witness::witness;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::source::{Sources, Span};

/// More policies than this are not named at one gap.
const MOST_NAMED: usize = 8;

/// The rows of several policies, in words.
pub(super) struct Set<'a> {
    pub model: &'a Model<'a>,
    pub members: &'a [Member<'a>],
    /// Whose each row is.
    pub owners: &'a [usize],
    /// The input that is the period.
    pub period: Option<usize>,
    pub sources: &'a Sources,
}

impl Set<'_> {
    /// Tells what no policy claims, with those that claim what lies beside it.
    pub fn gap(&self, gap: &Area) -> Diagnostic {
        let point = witness(self.model, gap);
        let beside = self.beside(gap);
        let first = beside.first().copied().unwrap_or_default();
        let rows = (0..).zip(self.owners).filter(|(_, owner)| beside.contains(owner)).map(|(row, _)| row);
        let finding = self.model.finding(gap, &point, rows);
        let told = Diagnostic::new(Code::Unclaimed, self.place(first))
            .variant(if self.is_time(gap) { "time" } else { "" })
            .arg("point", self.point(&point, gap))
            .arg("region", self.region(gap))
            .arg("name", self.name(first))
            .finding(finding);
        beside.iter().skip(1).take(MOST_NAMED).fold(told, |told, member| {
            told.label_with(self.place(*member), "beside", vec![("other", self.name(*member))])
        })
    }

    /// Tells what two policies claim.
    pub fn twice(&self, (earlier, later): (usize, usize), area: &Area) -> Option<Diagnostic> {
        let (one, other) = (*self.owners.get(earlier)?, *self.owners.get(later)?);
        let point = witness(self.model, area);
        let open = [other, one].into_iter().find(|member| self.is_open(*member));
        let (first, second) = if open == Some(one) { (one, other) } else { (other, one) };
        let told = Diagnostic::new(Code::ClaimedTwice, self.place(first))
            .variant(if open.is_some() { "open" } else { "" })
            .arg("point", self.point(&point, area))
            .arg("region", self.region(area))
            .arg("name", self.name(first))
            .arg("other", self.name(second))
            .finding(self.model.finding(area, &point, [earlier, later]));
        Some(told.label(self.place(second), "other"))
    }

    /// Whether a policy says nothing of which records are its own.
    fn is_open(&self, member: usize) -> bool {
        let header = self.members.get(member).map(|member| &member.policy.header);
        header.is_some_and(|header| header.applies.is_none() && !header.is_bounded())
    }

    /// The policies that claim what lies beside an area, one input aside.
    fn beside(&self, area: &Area) -> Vec<usize> {
        let meets = |cover: &Area| (0..area.0.len()).any(|axis| cover.meets_beside(area, axis));
        let rows = self.model.takers().zip(self.owners);
        let mut beside: Vec<usize> = rows.filter(|((_, row), _)| meets(&row.area)).map(|(_, owner)| *owner).collect();
        beside.dedup();
        beside
    }

    /// Whether an area is a stretch of time, whatever the record is else.
    fn is_time(&self, area: &Area) -> bool {
        let whole = |(at, places): (usize, &Places)| {
            Some(at) == self.period || self.model.axes.get(at).is_some_and(|axis| *places == axis.extent.all())
        };
        self.period.is_some() && area.0.iter().enumerate().all(whole)
    }

    /// `岗位 = 主管, 月份 = 2024-07`: only of what matters.
    fn point(&self, point: &[i128], area: &Area) -> Arg {
        self.each(area, |at, name| {
            let place = point.get(at).copied().unwrap_or_default();
            Arg::Phrase(vec![Arg::from(name), Arg::from(" = "), self.model.at(at, place)])
        })
    }

    /// `岗位 主管, 月份 2024-07 到 2024-08`: only of what matters.
    fn region(&self, area: &Area) -> Arg {
        self.each(area, |at, name| {
            let places = area.on(at).cloned().unwrap_or_default();
            let shown = match places.ranges() {
                [(first, last)] if Some(at) == self.period && first < last => {
                    Arg::Phrase(vec![self.model.at(at, *first), Arg::Term("through"), self.model.at(at, *last)])
                }
                _ => self.model.places(at, &places),
            };
            Arg::Phrase(vec![Arg::from(name), Arg::from(" "), shown])
        })
    }

    /// Something of each input that an area does not take whole; of an area that is everything, of each.
    fn each(&self, area: &Area, word: impl Fn(usize, &str) -> Arg) -> Arg {
        let inputs = || self.model.table.inputs.iter().enumerate();
        let whole = |at: usize| {
            let all = self.model.axes.get(at).map(|axis| axis.extent.all());
            area.on(at) == all.as_ref()
        };
        let mut parts: Vec<Arg> =
            inputs().filter(|(at, _)| !whole(*at)).map(|(at, input)| word(at, &input.name)).collect();
        if parts.is_empty() {
            parts = inputs().map(|(at, input)| word(at, &input.name)).collect();
        }
        match parts.len() {
            0 => Arg::Term("any-record"),
            1 => parts.swap_remove(0),
            _ => Arg::List(parts),
        }
    }

    /// What a policy is called: its title, and the file where another has the same.
    fn name(&self, member: usize) -> Arg {
        let title = |member: &Member| member.policy.header.title.clone();
        let Some(own) = self.members.get(member) else { return Arg::from("") };
        let alike = self.members.iter().filter(|other| title(other) == title(own)).count();
        let file = self.sources.get(own.place(own.policy.header.claim).file).map_or("", |file| file.name.as_str());
        Arg::from(if alike > 1 { format!("{} ({file})", title(own)) } else { title(own) })
    }

    /// Where a policy says which records are its own.
    fn place(&self, member: usize) -> Span {
        self.members.get(member).map(|member| member.place(member.policy.header.claim)).unwrap_or_default()
    }
}
