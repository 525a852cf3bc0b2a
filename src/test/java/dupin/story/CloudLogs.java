package dupin.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes sign-in and audit logs of an organization that does not exist, the same ones for one seed: an ordinary fortnight
/// of several hundred people, and on request an intrusion in it. For one thread.
final class CloudLogs {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 14;
    private static final Place HOME = new Place("BE", "Leuven", 50.88, 4.70);
    private static final List<Place> ABROAD =
            List.of(
                    new Place("ES", "Sevilla", 37.39, -5.98),
                    new Place("US", "Denver", 39.74, -104.99),
                    new Place("IT", "Bari", 41.12, 16.87),
                    new Place("PT", "Porto", 41.15, -8.61));
    private static final Place EXIT = new Place("NL", "Amsterdam", 52.37, 4.90);
    private static final Place FAR = new Place("VN", "Hue", 16.46, 107.59);
    private static final List<String> BROWSERS = List.of("Edge 121.0", "Chrome 122.0", "Safari 17.3", "Firefox 123.0");

    private final Random random;
    private final List<ObjectNode> signIns = new ArrayList<>();
    private final List<Audit> audits = new ArrayList<>();

    CloudLogs(long seed) {
        random = new Random(seed);
    }

    private record Place(String country, String city, double latitude, double longitude) {}

    /// @param browser and the system it runs on
    private record Client(String browser, String system, String trust) {}

    private record Audit(Instant time, String type, String operation, String user, ObjectNode data) {}

    static String user(int number) {
        return "person%03d@meridian.example".formatted(number);
    }

    private static String home(int number) {
        return "203.0.113." + number % 250 + "";
    }

    private String address(int number) {
        return "100." + (64 + number / 200) + "." + number % 200 + ".17";
    }

    /// An ordinary fortnight.
    CloudLogs background(int people) {
        for (int person = 0; person < people; person++) {
            var desk =
                    new Client(BROWSERS.get(person % 2), "Windows 11", person % 3 == 0 ? "" : "Hybrid Azure AD joined");
            var phone = new Client(BROWSERS.get(2 + person % 2), person % 2 == 0 ? "iOS 17" : "Android 14", "");
            boolean travels = person % 37 == 5;
            for (int day = 0; day < DAYS; day++) {
                if (day % 7 < 5) {
                    day(person, day, desk, phone, travels && day > 8);
                }
            }
        }
        services();
        oddities();
        return this;
    }

    private void day(int person, int day, Client desk, Client phone, boolean away) {
        Instant morning = START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(7 * 60 + random.nextInt(150)));
        Place place = away ? ABROAD.get(person % ABROAD.size()) : HOME;
        if (away) {
            String hotel = "100.127." + person % 200 + "." + day;
            typos(person, morning, hotel, place, phone);
            signIn(morning.plusSeconds(60), user(person), hotel, place, phone, 0);
            return;
        }
        boolean office = random.nextInt(10) < 6;
        String address = office ? home(person % 2) : address(person);
        typos(person, morning, address, place, desk);
        signIn(morning.plusSeconds(90), user(person), address, place, desk, 0);
        if (random.nextInt(100) < 4) {
            signIn(morning.plusSeconds(40), user(person), address, place, desk, 500121);
        }
        if (random.nextInt(5) == 0) {
            // The gateway of the organization leaves in another country.
            String exit = home(200 + person % 3);
            signIn(morning.plusSeconds(3_000), user(person), exit, EXIT, desk, 0);
        }
        Instant evening = morning.plusSeconds(36_000 + random.nextInt(7_200));
        signIn(evening, user(person), address(person), HOME, phone, 0);
        for (int i = random.nextInt(6); i > 0; i--) {
            audit(
                    morning.plusSeconds(600L * i),
                    "SharePointFileOperation",
                    "FileDownloaded",
                    user(person),
                    address,
                    file(i));
        }
    }

    private void typos(int person, Instant at, String address, Place place, Client client) {
        int wrong = random.nextInt(100) < 6 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < wrong; i++) {
            signIn(at.plusSeconds(10L * i), user(person), address, place, client, 50126);
        }
    }

    private void services() {
        for (int hour = 0; hour < DAYS * 24; hour += 3) {
            for (int service = 0; service < 4; service++) {
                ObjectNode row =
                        signIn(
                                START.plus(Duration.ofHours(hour)),
                                "",
                                "20.50." + service + "." + hour % 200,
                                service == 1 ? ABROAD.get(1) : EXIT,
                                new Client("", "", ""),
                                hour % 48 == 0 ? 7000222 : 0);
                row.put("servicePrincipalName", "backup-" + service).put("servicePrincipalId", "sp-" + service);
                row.put("appId", "5e000000-0000-0000-0000-00000000000" + service);
            }
        }
    }

    /// What is seldom and yet ordinary: an old mail program, a stale password on a telephone, an administrator at work, a
    /// rule for newsletters, a telephone that lay in another room.
    private void oddities() {
        for (int day = 0; day < DAYS; day++) {
            Instant noon = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            signIn(noon, user(11), address(11), HOME, new Client("", "", ""), 0).put("clientAppUsed", "IMAP4");
            for (int i = 0; i < 6; i++) {
                signIn(noon.plusSeconds(600L * i), user(12), address(12), HOME, new Client("", "", ""), 50126);
            }
        }
        for (int i = 0; i < 3; i++) {
            signIn(
                    START.plusSeconds(40_000 + 60 * i),
                    user(13),
                    address(13),
                    HOME,
                    new Client("Edge 121.0", "Windows 11", ""),
                    500121);
        }
        ObjectNode rule = data("Exchange").put("ObjectId", user(14));
        rule.putArray("Parameters").addObject().put("Name", "Name").put("Value", "Newsletters");
        rule.withArray("Parameters").addObject().put("Name", "MoveToFolder").put("Value", "Reading");
        audit(START.plusSeconds(50_000), "ExchangeAdmin", "New-InboxRule", user(14), address(14), rule);
        ObjectNode role = data("AzureActiveDirectory").put("ObjectId", user(16));
        role.putArray("ModifiedProperties")
                .addObject()
                .put("Name", "Role.DisplayName")
                .put("NewValue", "Reports Reader");
        audit(START.plusSeconds(52_000), "AzureActiveDirectory", "Add member to role.", user(15), "", role);
        for (int i = 0; i < 90; i++) {
            audit(
                    START.plusSeconds(60_000 + 20 * i),
                    "SharePointFileOperation",
                    "FileDeleted",
                    user(17),
                    address(17),
                    file(i));
        }
    }

    /// A password is tried on sixty accounts and fits one; a second account's prompts are pressed through; mail of the
    /// first is sent on, an application is let in, files are carried off.
    CloudLogs intrusion(int found, int worn) {
        Instant at = START.plus(Duration.ofDays(9)).plus(Duration.ofHours(13));
        var kit = new Client("Chrome 99.0", "Linux", "");
        for (int i = 0; i < 60; i++) {
            signIn(at.plusSeconds(25L * i), user(100 + i), "198.51.100.23", FAR, kit, i % 9 == 0 ? 50053 : 50126);
        }
        signIn(
                at.minusSeconds(1_200),
                user(found),
                home(0),
                HOME,
                new Client(BROWSERS.get(found % 2), "Windows 11", ""),
                0);
        signIn(at.plusSeconds(700), user(found), "198.51.100.23", FAR, kit, 50126);
        signIn(at.plusSeconds(1_600), user(found), "198.51.100.23", FAR, kit, 0);
        for (int i = 0; i < 7; i++) {
            signIn(at.plusSeconds(4_000 + 90 * i), user(worn), "198.51.100.80", FAR, kit, 500121);
        }
        signIn(at.plusSeconds(4_900), user(worn), "198.51.100.80", FAR, kit, 0);
        ObjectNode rule = data("Exchange").put("ObjectId", user(found));
        for (String[] one :
                new String[][] {
                    {"Name", ".."},
                    {"SubjectOrBodyContainsWords", "invoice;payment"},
                    {"ForwardTo", "smtp:box@outside.example"},
                    {"DeleteMessage", "True"}
                }) {
            rule.withArray("Parameters").addObject().put("Name", one[0]).put("Value", one[1]);
        }
        audit(at.plusSeconds(2_000), "ExchangeAdmin", "New-InboxRule", user(found), "198.51.100.23:51234", rule);
        ObjectNode consent = data("AzureActiveDirectory").put("ObjectId", "9f0c1a2b-1111-4222-8333-444455556666");
        consent.putArray("ModifiedProperties")
                .addObject()
                .put("Name", "ConsentAction.Permissions")
                .put("NewValue", "[] => [[Scope: Mail.ReadWrite Files.ReadWrite.All offline_access]]");
        audit(
                at.plusSeconds(2_300),
                "AzureActiveDirectory",
                "Consent to application.",
                user(found),
                "198.51.100.23",
                consent);
        for (int i = 0; i < 260; i++) {
            audit(
                    at.plusSeconds(2_500 + 5 * i),
                    "SharePointFileOperation",
                    "FileDownloaded",
                    user(found),
                    "198.51.100.23",
                    file(i));
        }
        return this;
    }

    private static ObjectNode data(String workload) {
        return JsonNodeFactory.instance.objectNode().put("Workload", workload);
    }

    private static ObjectNode file(int number) {
        String name = "plan-" + number + ".docx";
        return data("SharePoint")
                .put("SourceFileName", name)
                .put("ObjectId", "https://meridian.example/sites/plans/" + name)
                .put("ItemType", "File");
    }

    private void audit(Instant time, String type, String operation, String user, String address, ObjectNode data) {
        data.put("CreationTime", time.toString().replace("Z", ""));
        data.put("Id", "a0000000-0000-4000-8000-" + "%012d".formatted(audits.size()));
        data.put("Operation", operation).put("RecordType", 1).put("ResultStatus", "Success");
        data.put("UserId", user).put("UserType", 0);
        if (!address.isEmpty()) {
            data.put("ClientIP", address);
        }
        audits.add(new Audit(time, type, operation, user, data));
    }

    private ObjectNode signIn(Instant time, String user, String address, Place place, Client client, int code) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", "b0000000-0000-4000-8000-" + "%012d".formatted(signIns.size()));
        row.put("createdDateTime", time.toString());
        row.put("userPrincipalName", user).put("userDisplayName", user.replaceAll("@.*", ""));
        row.put(
                "userId",
                user.isEmpty() ? "" : "c0000000-0000-4000-8000-" + "%012d".formatted(user.hashCode() & 0xFFFFFF));
        row.put("appId", "00000002-0000-0ff1-ce00-000000000000").put("appDisplayName", "Office 365 Exchange Online");
        row.put("ipAddress", address).put("clientAppUsed", "Browser").put("isInteractive", !user.isEmpty());
        row.put("authenticationRequirement", "multiFactorAuthentication");
        row.put("riskLevelDuringSignIn", "none").put("riskState", "none");
        row.putObject("status").put("errorCode", code).put("failureReason", code == 0 ? "" : "Sign-in failed");
        row.putObject("deviceDetail")
                .put("browser", client.browser())
                .put("operatingSystem", client.system())
                .put("trustType", client.trust());
        ObjectNode location =
                row.putObject("location").put("city", place.city()).put("countryOrRegion", place.country());
        location.putObject("geoCoordinates").put("latitude", place.latitude()).put("longitude", place.longitude());
        signIns.add(row);
        return row;
    }

    /// The sign-ins as the admin center exports them as JSON, newest first.
    Path signIns(Path file) throws IOException {
        signIns.sort(Comparator.comparing((ObjectNode row) -> row.path("createdDateTime").asString()).reversed());
        return Files.writeString(file, JsonMapper.shared().writeValueAsString(signIns));
    }

    /// The same as the admin center exports them as a table.
    Path signInTable(Path file) throws IOException {
        var text =
                new StringBuilder(
                        "Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Application,Application ID,"
                                + "Resource,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Browser,"
                                + "Operating System,Compliant,Managed,Join Type,Multifactor authentication result,Authentication requirement\n");
        for (ObjectNode row : signIns) {
            int code = row.path("status").path("errorCode").asInt();
            line(
                    text,
                    row.path("createdDateTime").asString(),
                    row.path("id").asString(),
                    "",
                    "",
                    row.path("userId").asString(),
                    row.path("userDisplayName").asString(),
                    row.path("userPrincipalName").asString(),
                    "Member",
                    row.path("appDisplayName").asString(),
                    row.path("appId").asString(),
                    "",
                    row.path("ipAddress").asString(),
                    row.path("location").path("city").asString()
                            + ", Somewhere, "
                            + row.path("location").path("countryOrRegion").asString(),
                    code == 0 ? "Success" : "Failure",
                    code == 0 ? "None" : Integer.toString(code),
                    code == 0 ? "Other." : "Sign-in failed",
                    row.path("clientAppUsed").asString(),
                    "",
                    row.path("deviceDetail").path("browser").asString(),
                    row.path("deviceDetail").path("operatingSystem").asString(),
                    "No",
                    "No",
                    row.path("deviceDetail").path("trustType").asString(),
                    "",
                    "Multifactor authentication");
        }
        return Files.writeString(file, text);
    }

    /// The audit records as `Search-UnifiedAuditLog | Export-Csv` writes them.
    Path audits(Path file) throws IOException {
        var text =
                new StringBuilder("#TYPE Deserialized.Microsoft.Exchange.Data.ApplicationLogic.UnifiedAuditLogEvent\n");
        text.append(
                "\"RunspaceId\",\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\",\"ResultIndex\"\n");
        for (Audit audit : audits) {
            line(
                    text,
                    "d0000000-0000-4000-8000-000000000000",
                    audit.type(),
                    audit.time().toString(),
                    audit.user(),
                    audit.operation(),
                    JsonMapper.shared().writeValueAsString(audit.data()),
                    "1");
        }
        return Files.writeString(file, text);
    }

    private static void line(StringBuilder text, String... cells) {
        text.append('"');
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\",\"").append(cells[i].replace("\"", "\"\""));
        }
        text.append("\"\n");
    }
}
