//! What the receipt of a run says of how it was made.

use serde_json::{Map, Value as Json};

/// The receipt of a run.
#[derive(Debug, Clone)]
pub struct Receipt(Json);

/// The results of a run as the receipt knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept<'r> {
    /// The file.
    pub file: &'r str,
    /// Its SHA-256.
    pub sha256: &'r str,
}

impl Receipt {
    /// Reads a receipt of this program; nothing, where the bytes are none.
    pub fn of(bytes: &[u8]) -> Option<Receipt> {
        let json: Json = serde_json::from_slice(bytes).ok()?;
        let ours = json.get("program")?.get("name")?.as_str()? == "merit";
        let told = json.get("data").is_some_and(Json::is_array) && json.get("records").is_some_and(Json::is_object);
        (ours && told).then_some(Receipt(json))
    }

    /// One that was just made.
    pub fn new(json: Json) -> Receipt {
        Receipt(json)
    }

    /// All that it says.
    pub fn json(&self) -> &Json {
        &self.0
    }

    /// The version of the program.
    pub fn version(&self) -> &str {
        self.0.pointer("/program/version").and_then(Json::as_str).unwrap_or_default()
    }

    /// The policies, one or several.
    pub fn policies(&self) -> &[Json] {
        match self.0.get("policy") {
            Some(one) => std::slice::from_ref(one),
            None => array(self.0.get("policies")),
        }
    }

    /// What stands in a member of each policy.
    pub fn of_policies(&self, member: &'static str) -> impl Iterator<Item = &str> {
        self.policies().iter().filter_map(move |policy| policy.get(member)?.as_str())
    }

    /// What a policy gave: of one alone it stands in the receipt itself.
    pub fn given<'r>(&'r self, policy: &'r Json) -> &'r Json {
        if self.0.get("policy").is_some() { &self.0 } else { policy }
    }

    /// The currency of the policy of that title, or of the only one.
    pub fn currency(&self, title: Option<&str>) -> Option<&str> {
        let policy = self.policies().iter().find(|policy| title.is_none() || titled(policy) == title)?;
        self.given(policy).get("currency")?.as_str()
    }

    /// Files that were read, each once: the data, or what `--history` was given.
    pub fn files(&self, member: &str) -> Vec<&str> {
        let mut names: Vec<&str> = vec![];
        for name in array(self.0.get(member)).iter().filter_map(|file| file.get("file")?.as_str()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The files of lookups and details: a name and a file.
    pub fn with(&self) -> Vec<(&str, &str)> {
        let all = self.0.get("with").and_then(Json::as_object).into_iter().flatten();
        let each = all.flat_map(|(name, files)| {
            array(Some(files)).iter().filter_map(move |file| Some((name.as_str(), file.get("file")?.as_str()?)))
        });
        each.collect()
    }

    /// The options of the run; nothing, where it was made before receipts held them.
    pub fn options(&self) -> Option<&Map<String, Json>> {
        self.0.get("options").and_then(Json::as_object)
    }

    /// An option that is a text.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options()?.get(name)?.as_str()
    }

    /// An option that is on or off.
    pub fn switched(&self, name: &str) -> bool {
        self.options().and_then(|options| options.get(name)?.as_bool()).unwrap_or(false)
    }

    /// The params that were set, each with its value as it was typed.
    pub fn set(&self) -> Vec<(&str, &str)> {
        let all = self.options().and_then(|options| options.get("set")?.as_object());
        all.into_iter().flatten().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))).collect()
    }

    /// What `--history` was given, as it was typed; of an older receipt the files that were found.
    pub fn history(&self) -> Vec<&str> {
        match self.options().and_then(|options| options.get("history")) {
            Some(typed) => array(Some(typed)).iter().filter_map(Json::as_str).collect(),
            None => self.files("history"),
        }
    }

    /// The file of the results.
    pub fn results(&self) -> Option<Kept<'_>> {
        let results = self.0.get("results")?;
        Some(Kept { file: results.get("file")?.as_str()?, sha256: results.get("sha256")?.as_str()? })
    }
}

/// The title of a policy.
pub(super) fn titled(policy: &Json) -> Option<&str> {
    policy.get("title").and_then(Json::as_str)
}

/// The members of an array.
pub(super) fn array(json: Option<&Json>) -> &[Json] {
    json.and_then(Json::as_array).map_or(&[], Vec::as_slice)
}
