//! The codes of all diagnostics, with their names and severities.

use super::Severity;

/// Declares the codes: the variant, the code that users see, and its kind in machine output.
macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $code:literal $kind:literal,)*) => {
        /// The stable name of one kind of diagnostic. A code is never given a second meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$meta])* #[doc = $code] $variant,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// As users see it: `E0501`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            /// The word for it in machine output: `gap`.
            pub fn kind(self) -> &'static str {
                match self { $(Code::$variant => $kind,)* }
            }
        }
    };
}

codes! {
    // Text that does not read (E01): src/syntax.
    /// The text does not follow the grammar here.
    Syntax = "E0101" "syntax",
    /// A string without its closing quote.
    UnclosedText = "E0102" "unclosed-text",
    /// A bracket without its partner.
    UnclosedBracket = "E0103" "unclosed-bracket",
    /// Brackets or operators nested deeper than any policy needs.
    TooDeep = "E0104" "too-deep",
    /// A number that does not fit 96 bits.
    NumberTooLarge = "E0105" "number-too-large",
    /// A date, week or time that no calendar has.
    NoSuchDate = "E0106" "no-such-date",
    /// A word that may be said once, said twice.
    Repeated = "E0107" "repeated",
    /// `decimals` without a whole number from 0 to 12.
    BadDecimals = "E0108" "bad-decimals",
    /// A type with something in parentheses that it cannot have.
    BadTypeForm = "E0109" "bad-type-form",
    /// `period` with something that is no period.
    NoSuchPeriod = "E0110" "no-such-period",
    /// A sign of another language, or one that no policy knows.
    ForeignSign = "E0111" "foreign-sign",
    /// A range written with a dash: `80-89`.
    RangeDash = "E0112" "range-dash",
    /// Two conditions joined in one pattern.
    CompoundPattern = "E0113" "compound-pattern",
    /// 以上 before its number, or 超过 behind it.
    BoundOrder = "E0114" "bound-order",
    /// `1,000`
    ThousandsSeparator = "E0115" "thousands-separator",
    /// `08`
    LeadingZero = "E0116" "leading-zero",
    /// A unit that does not exist.
    UnknownUnit = "E0117" "unknown-unit",
    /// A keyword written to the end of a name.
    MissingSpace = "E0118" "missing-space",
    /// A keyword without the number it needs.
    MissingNumber = "E0119" "missing-number",
    /// A declaration of a kind that there is not.
    UnknownDeclaration = "E0120" "unknown-declaration",
    /// A declaration without a name.
    MissingName = "E0121" "missing-name",
    /// `=`, `=>`, `->` or `:` in the place of another.
    WrongArrow = "E0122" "wrong-arrow",
    /// A colon left out.
    MissingColon = "E0123" "missing-colon",
    /// A comma left out.
    MissingComma = "E0124" "missing-comma",
    /// Two rows on one line.
    RowsOnOneLine = "E0125" "rows-on-one-line",
    /// `if`, `then` and `else` that do not belong together.
    IncompleteIf = "E0126" "incomplete-if",
    /// A condition of a gate that starts with `-`.
    GateMinus = "E0127" "gate-minus",
    /// A file in which nothing is declared.
    EmptyFile = "E0128" "empty-file",
    /// A file that is no text.
    NotText = "E0129" "not-text",
    /// A file larger than any policy.
    TooBig = "E0130" "too-big",
    // Names, types and units (E02): src/check.
    /// A name that nothing declares.
    UnknownName = "E0201" "unknown-name",
    /// A bare number where a unit is needed.
    BareNumber = "E0202" "bare-number",
    /// A value of another type than its place needs, or two sides of different types.
    TypeMismatch = "E0203" "type-mismatch",
    /// A value whose unit is not that of any type.
    NoSuchUnit = "E0204" "no-such-unit",
    /// A label that its set does not have.
    UnknownLabel = "E0205" "unknown-label",
    /// A name that is a label and a value.
    AmbiguousName = "E0206" "ambiguous-name",
    /// A value that can be missing, where one is needed.
    UnhandledMissing = "E0207" "unhandled-missing",
    /// `missing` where nothing can be.
    NeverMissing = "E0208" "never-missing",
    /// A function with arguments that it does not take.
    BadArguments = "E0209" "bad-arguments",
    /// An expression that is no constant, where one is needed.
    NotConstant = "E0210" "not-constant",
    /// An interval that holds nothing.
    EmptyInterval = "E0211" "empty-interval",
    /// An operator that a type does not have.
    NoOperator = "E0212" "no-operator",
    /// Something with members where a value is needed.
    NotAValue = "E0213" "not-a-value",
    /// A field of details where one value is needed: there are many rows.
    ManyRows = "E0214" "many-rows",
    /// A named argument that a function lacks, or does not take.
    BadOption = "E0215" "bad-option",
    /// A look at earlier periods in a policy that cannot tell them apart.
    NoPeriods = "E0216" "no-periods",
    /// A value that depends on its own past and is not known to stay within bounds.
    Unsettled = "E0217" "unsettled",
    /// An amount that cannot be shared out as it stands.
    BadPool = "E0218" "bad-pool",
    /// Two declarations of one name.
    DuplicateName = "E0250" "duplicate-name",
    /// A declaration that depends on itself.
    Cycle = "E0251" "cycle",
    /// A type that nothing declares.
    UnknownType = "E0252" "unknown-type",
    /// A currency that ISO 4217 does not list.
    UnknownCurrency = "E0253" "unknown-currency",
    /// A `--set` that does not fit.
    BadSetting = "E0254" "bad-setting",
    /// Two fields that claim one column.
    SharedColumn = "E0255" "shared-column",
    /// An attribute that does not fit where it stands.
    MisplacedAttribute = "E0256" "misplaced-attribute",
    /// A domain without any value.
    EmptyDomain = "E0257" "empty-domain",
    /// A value outside the domain of what it is for.
    OutsideDomain = "E0258" "outside-domain",
    /// A period that is not the policy's, or a second one.
    BadPeriod = "E0259" "bad-period",
    /// A block that may stand once stands twice.
    DuplicateBlock = "E0260" "duplicate-block",
    /// A type that cannot stand where it does.
    MisplacedType = "E0261" "misplaced-type",
    /// A value that is declared a count and can be negative or broken.
    NotACount = "E0262" "not-a-count",
    /// A file that cannot be used as it is.
    UseFile = "E0263" "use-file",
    /// A lookup or details of which nobody can tell which records its rows belong to.
    BadJoin = "E0264" "bad-join",
    /// A policy whose results cannot be rows of details.
    BadOrigin = "E0265" "bad-origin",
    /// A condition of which records are a policy's own that is not about their fields alone.
    BadClaim = "E0266" "bad-claim",
    // Scores, weights and other rules of declarations (E03): src/check.
    /// Weights that do not add to 100%.
    WeightSum = "E0301" "weight-sum",
    /// `out of` figures that do not add to full marks.
    FullMarksSum = "E0302" "full-marks-sum",
    /// Weights beside `out of`.
    MixedShares = "E0303" "mixed-shares",
    /// A score outside its range.
    ScoreOutOfRange = "E0304" "score-out-of-range",
    /// An item that is scored twice.
    ScoredTwice = "E0305" "scored-twice",
    /// An item without weight or `out of`.
    NoShare = "E0306" "no-share",
    /// A row whose patterns or answers do not fit the header.
    RowShape = "E0307" "row-shape",
    /// A straight line that cannot be drawn.
    BadLine = "E0308" "bad-line",
    /// Rows of a marginal scale that do not follow each other.
    BrokenScale = "E0309" "broken-scale",
    /// Bounds that leave nothing between them.
    CrossedBounds = "E0310" "crossed-bounds",
    /// A constant that cannot be what it is for.
    BadConstant = "E0311" "bad-constant",
    /// A given or expected value that cannot be one.
    BadAssignment = "E0312" "bad-assignment",
    /// A `case` that nothing declares.
    UnknownCase = "E0313" "unknown-case",
    /// A row that answers `missing` in a column that is not optional.
    MissingAnswer = "E0314" "missing-answer",
    /// `exempt` where it cannot be answered.
    MisplacedExempt = "E0315" "misplaced-exempt",
    // Arithmetic (E04): src/check.
    /// A quotient that is not rounded.
    UnroundedQuotient = "E0401" "unrounded-quotient",
    /// A divisor that can be 0.
    DivisionByZero = "E0402" "division-by-zero",
    /// A value that may not fit 96 bits.
    Overflow = "E0403" "overflow",
    // Tables (E05): src/analysis.
    /// A value that no row takes.
    Gap = "E0501" "gap",
    /// A value that two rows claim.
    Overlap = "E0502" "overlap",
    /// A row that nothing can reach.
    DeadRow = "E0503" "dead-row",
    /// A table of which too much would have to be looked at to prove it.
    Unproved = "E0504" "unproved",
    /// A record that none of several policies claims.
    Unclaimed = "E0510" "unclaimed",
    /// A record that two policies claim.
    ClaimedTwice = "E0511" "claimed-twice",
    /// Policies of which nobody can tell whether they share out the records.
    ClaimUndecided = "E0512" "claim-undecided",
    // Promises (E053): src/promise.
    /// What a policy ensures does not hold for every record.
    BrokenPromise = "E0530" "broken-promise",
    // Data (E07), files and the command line (E08): src/io, src/cli.
    /// A cell that does not read as its type.
    BadValue = "E0701" "bad-value",
    /// A number outside what its field admits.
    OutOfDomain = "E0702" "out-of-domain",
    /// A number with more decimals than its field admits.
    TooPrecise = "E0703" "too-precise",
    /// A required cell that is empty.
    MissingValue = "E0704" "missing-value",
    /// Two records with one key and period.
    DuplicateRecord = "E0705" "duplicate-record",
    /// A record outside the time in which the policy holds.
    NotInEffect = "E0706" "not-in-effect",
    /// A row with more or fewer cells than the header.
    RaggedRow = "E0707" "ragged-row",
    /// Required columns that the file does not have.
    MissingColumn = "E0708" "missing-column",
    /// Two columns for one field.
    AmbiguousColumn = "E0709" "ambiguous-column",
    /// A file that is not data.
    NotData = "E0710" "not-data",
    /// A text file that does not read in its encoding.
    BadEncoding = "E0711" "bad-encoding",
    /// A file that would take too much room.
    TooLarge = "E0712" "too-large",
    /// A sheet that the workbook does not have.
    UnknownSheet = "E0713" "unknown-sheet",
    /// A format that results cannot be written in.
    OutputFormat = "E0714" "output-format",
    /// A file that the system does not let us read or write.
    FileAccess = "E0715" "file-access",
    /// A lookup or details without a file.
    NoFile = "E0716" "no-file",
    /// A record for which a lookup that is required has no row.
    MissingRow = "E0717" "missing-row",
    /// A record with a row that cannot be used.
    BadRow = "E0718" "bad-row",
    /// More rows than can be reckoned with.
    TooManyRows = "E0719" "too-many-rows",
    /// Results of an earlier run that cannot be used.
    BadHistory = "E0720" "bad-history",
    /// A record that is not, or not surely, one policy's own.
    NotOwn = "E0721" "not-own",
    /// A workbook that does not tell which of its sheets is meant.
    SeveralSheets = "E0723" "several-sheets",
    /// A record that hangs on rejected ones, or on a period that is not there.
    Provisional = "E0725" "provisional",
    /// A row that stands below the table.
    BelowTable = "E0726" "below-table",
    /// A column that may be that of a field, or not.
    DoubtfulColumn = "E0727" "doubtful-column",
    /// A policy file that is not UTF-8.
    PolicyEncoding = "E0801" "policy-encoding",
    /// A command line that cannot be followed.
    Usage = "E0802" "usage",
    /// A record without result, which the checks prove cannot be.
    Fault = "E0803" "fault",
    // Warnings: W02 names and conditions, W03 declarations, W04 arithmetic, W05 tables, W07 data.
    /// A condition that always or never holds.
    ConstantCondition = "W0201" "constant-condition",
    /// An `otherwise` that nothing needs.
    NeedlessOtherwise = "W0202" "needless-otherwise",
    /// An `otherwise` with a sum behind it that begins with 0.
    FarOtherwise = "W0203" "far-otherwise",
    /// A bound that falls between two steps.
    BoundBetweenSteps = "W0401" "bound-between-steps",
    /// `*` or `?` in a text that is compared.
    LiteralPattern = "W0204" "literal-pattern",
    /// A bare whole number as a step, which elsewhere is a number of decimals.
    StepOrDecimals = "W0402" "step-or-decimals",
    /// No `policy` block.
    NoPolicyBlock = "W0301" "no-policy-block",
    /// Something that nothing uses.
    Unused = "W0302" "unused",
    /// A policy without a test.
    NoTest = "W0330" "no-test",
    /// An `# allow:` that cannot stand as it does.
    BadAllowance = "W0331" "bad-allowance",
    /// An `# allow:` of what is not told there.
    NeedlessAllowance = "W0332" "needless-allowance",
    /// A measure of the record that nothing uses.
    UnusedField = "W0333" "unused-field",
    /// Points that rise, fall and rise again.
    OddStep = "W0501" "odd-step",
    /// A one-sided row outside the domain.
    IdleRung = "W0502" "idle-rung",
    /// An `otherwise` that nothing is left for.
    IdleOtherwise = "W0503" "idle-otherwise",
    /// Pay that falls where the input of a `whole` scale grows.
    Drop = "W0504" "drop",
    /// A row with a condition that the rows above it leave nobody.
    GuardedRow = "W0505" "guarded-row",
    /// A missing value that a row with a condition lets pass to a row without one.
    PassedAbsence = "W0506" "passed-absence",
    /// An item that can change no grade and no pay.
    IdleItem = "W0510" "idle-item",
    /// A cap or floor that never acts.
    IdleBound = "W0511" "idle-bound",
    /// A cap or floor that always acts.
    FixedBound = "W0512" "fixed-bound",
    /// Neighbouring grades that give the same.
    EqualGrades = "W0513" "equal-grades",
    /// A value of a set that its input never has.
    IdleValue = "W0514" "idle-value",
    /// An `otherwise` that fills the gaps of a quarter or year.
    GappedSpan = "W0515" "gapped-span",
    /// An item that takes over values on another scale than that of full marks.
    ShortScale = "W0516" "short-scale",
    /// A deduction that is added.
    AddedDeduction = "W0517" "added-deduction",
    /// A part of an amount that only some get, where the others get nothing of it.
    PartialPay = "W0518" "partial-pay",
    /// A cap or floor that only says what holds anyway.
    SafetyBound = "W0520" "safety-bound",
    /// Neighbouring rows that could be one.
    MergeableRows = "W0521" "mergeable-rows",
    /// An item that gives less than full marks at most.
    ShortScore = "W0522" "short-score",
    /// What a policy ensures is neither proved nor refuted.
    UndecidedPromise = "W0530" "undecided-promise",
    /// Columns that no field asks for.
    UnusedColumn = "W0701" "unused-column",
    /// A number with more digits than a spreadsheet keeps.
    LongNumber = "W0702" "long-number",
    /// Rows that belong to no record.
    UnmatchedRows = "W0704" "unmatched-rows",
    /// Results of an earlier run that were made by another version of the policy.
    OtherVersion = "W0705" "other-version",
    /// A record whose key joins the keys of others.
    JoinedKeys = "W0706" "joined-keys",
    /// Fields that may be absent and have no column.
    AbsentColumn = "W0708" "absent-column",
    /// Rows of a sheet that are hidden and were left out.
    HiddenRows = "W0707" "hidden-rows",
    /// A cell shows other digits than it holds.
    ShowsOther = "W0709" "shows-other",
    /// Cells that may be meant otherwise than they read.
    DoubtfulCell = "W0710" "doubtful-cell",
    /// A row that is no record.
    SkippedRow = "W0703" "skipped-row",
}

impl Code {
    /// Error or warning: the first letter of the code.
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('W') { Severity::Warning } else { Severity::Error }
    }

    /// Whether it tells of text that does not read.
    pub fn is_syntax(self) -> bool {
        self.as_str().starts_with("E01")
    }

    /// Whether it is told only where every warning is asked for: it may well be meant so.
    pub fn is_remark(self) -> bool {
        matches!(self.as_str(), "W0330" | "W0332" | "W0333" | "W0520" | "W0521" | "W0522" | "W0530")
    }

    /// The codes that someone may mean: `E0501`, `e501`, and both `E0501` and `W0501` by `501`.
    pub fn named(text: &str) -> impl Iterator<Item = Code> {
        let digits = text.trim_start_matches(['E', 'e', 'W', 'w']);
        let letters = text.get(..text.len() - digits.len()).unwrap_or_default().to_ascii_uppercase();
        let number =
            (!digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit())).then(|| format!("{digits:0>4}"));
        let is_it = move |code: &Code| {
            let (letter, own) = code.as_str().split_at(1);
            number.as_deref() == Some(own) && (letters.is_empty() || letters == letter)
        };
        Code::ALL.iter().copied().filter(is_it)
    }

    /// The code that is written so, in either case.
    pub fn parse(text: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text))
    }
}
