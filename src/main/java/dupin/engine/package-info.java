/// How Dupin thinks: pure and deterministic. Facts, clock readings and ids come in from outside; no threads, no files,
/// no randomness. Equal input gives equal output, whatever the number of workers.
///
/// - **Decision** What an investigation finds depends on the imported facts and the policy alone, never on another
///   investigation's progress. **Because** only then are verdicts equal on one and on four workers. **Price** two
///   investigations may look at the same entity twice; the case sums the union of their findings.
/// - **Decision** The fold ([dupin.engine.CaseState]) is the one place that gives entries their meaning; the store keeps
///   the rows that it hands out. **Because** two readings of one journal would drift apart.
/// - **Decision** Rejecting an action is deciding it: an investigation whose actions were all carried out or rejected ends
///   as remediated and says how many were rejected, but resolves no alert; threats without any action are never called
///   remediated; incidents are closed by people alone. **Because** the documents say the first, and analysts complain of
///   what closes behind their backs. **Price** a rejected threat shows under *Remediated* until its note is read.
/// - **Decision** No file under the folders of the operating system is ever proposed for quarantine. **Because** taking a
///   system binary away does more harm than the attacker's copy beside it. **Price** malware dropped there is stopped as a
///   process or service, and removed by hand.
/// - **Decision** Identity actions follow the level of the default device group; isolating a device waits at every level.
///   **Because** users belong to no group, and a machine without network stops its user's work. **Price** a compromised
///   account waits for a click under the semi levels.
/// - **Decision** A tree of incriminated processes asks for one stop, that of its root; a malicious child never hides under a
///   suspicious parent; what telemetry shows to have ended asks for none. Each entity says why nothing is proposed on it.
///   **Because** a hundred stops are approved unread. **Price** who wants to stop one child alone does it by hand.
/// - **Decision** An approval holds while the findings, verdicts and targets that it rests on are the same and the policy has
///   something done; else the action waits again, with the difference. **Because** a click answers what was on the screen.
///   **Price** approving while an investigation runs may be asked twice.
/// - **Decision** When alerts tie two incidents of ours, one goes into the other with its alerts, tags, investigations and
///   actions, and stays as *Redirected*; not when one is closed, or two people or judgements hold them. A provider's own
///   incidents are merged by the provider's word alone, or when their alerts are the same ones under other ids.
///   **Because** half a story in each of two queues is found by nobody. **Price** links to the source lead to an empty row
///   that names the target.
/// - **Decision** An alert that a person takes into another incident takes along what was looked into for it alone, with its
///   actions; what other alerts share stays, and no correlation and no provider brings it back. The last alert of an
///   incident takes all of it along, as a merge. **Because** an action must stand beside the alerts that it answers, and
///   what a person has put somewhere is looked for there. **Price** the findings of a shared investigation stay with the
///   incident that the alert has left; where it is now, it may be looked into once more.
/// - **Decision** Between what a person says of an alert and of its incident the later word holds, and no export undoes
///   either. **Because** both are said by people who look at the case as it is then. **Price** whoever resolves an incident
///   resolves alerts of it that somebody else had taken up.
/// - **Decision** A tuning rule of the policy takes alerts that come after it: hidden or resolved, without investigation, each
///   with the rule's name. An incident of which nothing but such alerts is left counts as resolved. **Because** a rule is a
///   person's word given beforehand. **Price** what a rule takes too much of is found only under the status *Hidden* or
///   *Resolved*.
/// - **Decision** No rule takes what was looked into before, and what a person has set the status of or has put elsewhere;
///   what a rule has taken stays its own wherever it is put, until somebody brings it back, which leaves what was said of it
///   since. **Because** a rule is a word given beforehand, and the later word holds. **Price** moving an alert is no way to
///   have a new rule take it.
/// - **Decision** A hidden alert is in no queue and in no count of what asks for somebody: active alerts, what is at risk, the
///   hours of the day. It stays in its incident, whose severity, assets and graph it belongs to, in hunts and in every
///   total; the list of alerts says how many are hidden. **Because** it must be neither in the way nor lost. **Price** an
///   incident may be as severe as an alert that needs nobody.
/// - **Decision** A rule for a device group takes no alert that names a device of another one. **Because** a known tool on a
///   kiosk is no news, and the same alert with a domain controller in it is. **Price** such alerts wait for a person.
@NullMarked
package dupin.engine;

import org.jspecify.annotations.NullMarked;
