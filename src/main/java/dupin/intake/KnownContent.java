package dupin.intake;

import java.util.List;

/// Payloads of the same products that are no case content, told by their fields, so that a refusal can say what the file is.
final class KnownContent {

    /// @param most no record of this kind has more fields; told by few and common names only when it is small
    private record Kind(String what, List<String> fields, int most) {
        Kind(String what, List<String> fields) {
            this(what, fields, Integer.MAX_VALUE);
        }
    }

    /// More telling kinds first.
    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            "an access token of an API, which should not be kept in files",
                            List.of("access_token", "token_type")),
                    new Kind("an error message of an API", List.of("error"), 2),
                    new Kind("a hunting query and not its result", List.of("Query"), 2),
                    new Kind("a request to isolate a device", List.of("IsolationType")),
                    new Kind("a request to stop and quarantine a file", List.of("Comment", "Sha1")),
                    new Kind("a request to run commands in a live response session", List.of("Commands", "Comment")),
                    new Kind("the output of a live response script", List.of("script_name", "exit_code")),
                    new Kind("a request to change several alerts", List.of("alertIds", "status")),
                    new Kind("a request to create an alert", List.of("machineId", "eventTime", "reportId")),
                    new Kind("a request to create an alert", List.of("machineId", "eventTime", "recommendedAction")),
                    new Kind("a request to remediate mails", List.of("analyzedEmails", "action")),
                    new Kind("a request to act on an account", List.of("accountId", "identityProvider", "action")),
                    new Kind(
                            "the answer to a request to act on an account",
                            List.of("value.accountId", "value.correlationId")),
                    new Kind(
                            "a request to change an alert or incident",
                            List.of("status", "assignedTo", "classification", "determination")),
                    new Kind("a request to change a device's tags", List.of("deviceValue", "machineTags")),
                    new Kind(
                            "a list of custom indicators; enter them under Policies",
                            List.of("indicatorValue", "indicatorType")),
                    new Kind("a list of custom indicators to import; enter them under Policies", List.of("Indicators")),
                    new Kind("the answer to an import of custom indicators", List.of("indicator", "isFailed")),
                    new Kind("the reputation of files", List.of("sha1", "globalPrevalence")),
                    new Kind("the statistics of a file in the organisation", List.of("sha1", "organizationPrevalence")),
                    new Kind(
                            "the statistics of an address or domain in the organisation",
                            List.of("organizationPrevalence", "orgFirstSeen")),
                    new Kind(
                            "a list of users that signed in on a device",
                            List.of("accountName", "accountDomain", "firstSeen")),
                    new Kind(
                            "a list of alerts in the retired SIEM format; export them with the alerts API",
                            List.of("AlertTime", "AlertTitle", "ComputerDnsName")),
                    new Kind("a list of vulnerabilities", List.of("cveId")),
                    new Kind("a list of vulnerabilities", List.of("cvssV3")),
                    new Kind("a list of security recommendations", List.of("recommendationName")),
                    new Kind("an inventory of software", List.of("weaknesses", "vendor")),
                    new Kind("an inventory of software", List.of("softwareName", "deviceId")),
                    new Kind("an inventory of software", List.of("installations", "version")),
                    new Kind("an assessment of a device's configuration", List.of("configurationId", "deviceId")),
                    new Kind("a list of files to download and not their content", List.of("exportFiles")),
                    new Kind(
                            "a list of remediation tasks of vulnerability management",
                            List.of("requesterId", "createdOn")),
                    new Kind("a list of missing updates", List.of("productsNames")),
                    new Kind("a list of updates", List.of("release", "publishingDate")),
                    new Kind("an exposure or configuration score", List.of("score", "time"), 4),
                    new Kind("the antivirus settings of a device", List.of("antivirusEngine")),
                    new Kind("a JSON schema and not data", List.of("type", "properties.value")),
                    new Kind("a download link and not the content behind it", List.of("@odata.context", "value")),
                    new Kind("a list of domains of an alert", List.of("host"), 2));

    private KnownContent() {}

    /// Words for the content, "" when it is not known.
    static String what(JsonHead head) {
        for (Kind kind : KINDS) {
            if (head.record().node().size() <= kind.most()
                    && kind.fields().stream().allMatch(field -> has(head.record(), field))) {
                return kind.what();
            }
        }
        return "";
    }

    private static boolean has(Fields fields, String path) {
        int dot = path.startsWith("@") ? -1 : path.indexOf('.');
        return dot < 0 ? fields.names(path) : fields.object(path.substring(0, dot)).names(path.substring(dot + 1));
    }
}
