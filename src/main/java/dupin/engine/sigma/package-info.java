/// Matches detection rules against telemetry rows.
///
/// Decision: rules are compiled once to trees of tests over numbered fields, put into buckets by where an event was logged (channel and
/// event id, or product and service), and found within a bucket by a literal that each of their matches must contain.
/// Because: thousands of rules on hundreds of thousands of events leave microseconds for each; nearly all rules fail on one word.
/// Price: compiling takes a second, and a bucket keeps automata of some megabytes.
///
/// Decision: regular expressions run over text with a step budget; what exceeds it does not match and is counted.
/// Because: a rule is a stranger's text, and so is the event.
/// Price: a legitimate expression over very long text may be given up; the count says so.
///
/// Decision: the condition of a filter that starts with `not` is joined as it stands, any other is joined negated.
/// Because: both ways are found in the wild, and either is meant to suppress.
/// Price: a filter that is meant to demand something cannot be written.
///
/// Decision: rules of the level *informational* give no alerts, and a rule gives one alert for each device and acting process.
/// Because: an analyst who gets an alert for each event reads none.
/// Price: what a single event of a repeated match looks like is read in the rows that the alert names.
///
/// Decision: what compares a sign-in with the account's earlier ones (journeys, new countries, long silence) is code with
/// thresholds in a data file, told of and switched like the rules that ship.
/// Because: a rule over rows, or over rules, cannot say "never before" nor measure a distance.
/// Price: the user's own packs cannot hold such detections.
///
/// Decision: rows of cloud logs without a process are put together by account and day.
/// Because: such rows are of no device, and what one account does in a day is one story.
/// Price: two intrusions into one account on one day share an alert of a rule.
///
/// Decision: the rules that ship look at raw logs only, rules of the user's choice at hunting tables of an endpoint
/// sensor as well. Tables of sign-ins, audit and cloud activity are raw logs in another form.
/// Because: where such tables come from, a product with better knowledge has raised its alerts already, and they are in the case.
/// Price: a case of nothing but tables of an endpoint sensor shows no alerts of ours until a pack is chosen.
@NullMarked
package dupin.engine.sigma;

import org.jspecify.annotations.NullMarked;
