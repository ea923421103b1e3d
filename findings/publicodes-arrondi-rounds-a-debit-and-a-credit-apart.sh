#!/usr/bin/env bash
# Publicodes rounds a credit of 2.5 € to 3 € and a debit of -2.5 € to -2 €: `arrondi` takes halves up, not away from 0.
#
# Guess: halves away from 0, as payrolls and tax laws round, or to even: either way -x rounds to minus what x rounds to, so a payment and its reversal cancel out.
# Seen:  Publicodes 1.10.3 gives 3 and -2, at two places 0.13 and -0.12 for 0.125 and -0.125.
# Means: a correction booked as the negative of an amount does not take back what was paid: 2.5 € rounded and -2.5 € rounded sum to 1 €.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund publicodes@1.10.3 >/dev/null
cat > seen.mjs <<'JS'
import Engine from "publicodes";
const engine = new Engine({
  paid: { valeur: "2.5 €", arrondi: "oui" },
  reversed: { valeur: "-2.5 €", arrondi: "oui" },
  together: "paid + reversed",
  "paid cents": { valeur: "0.125 €", arrondi: "2 décimales" },
  "reversed cents": { valeur: "-0.125 €", arrondi: "2 décimales" },
});
for (const name of ["paid", "reversed", "together", "paid cents", "reversed cents"]) console.log(name, engine.evaluate(name).nodeValue);
JS
seen=$(node seen.mjs)
echo "$seen"
[[ $seen == 'paid 3
reversed -2
together 1
paid cents 0.13
reversed cents -0.12' ]]
