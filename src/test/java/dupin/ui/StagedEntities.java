package dupin.ui;

import dupin.model.Entity;
import dupin.model.EntityKey;
import java.time.Instant;
import java.util.List;

/// The cast of the staged incident: a phishing mail, a loader, a theft of credentials, a second device.
public final class StagedEntities {
    public static final Instant NOW = Instant.parse("2026-11-20T14:30:00Z");
    public static final Entity.Device FIN =
            new Entity.Device(
                    "FIN-WS-014",
                    "fin-ws-014.contoso.example",
                    "9f2c11d0a4",
                    "",
                    "Windows11",
                    "Finance workstations",
                    "10.20.4.14",
                    "High",
                    "Active",
                    List.of("Finance"));
    public static final Entity.Device HR =
            new Entity.Device(
                    "HR-LT-207",
                    "hr-lt-207.contoso.example",
                    "77b0c2e1f3",
                    "",
                    "Windows11",
                    "HR laptops",
                    "10.20.7.207",
                    "Medium",
                    "Active",
                    List.of());
    public static final Entity.Device SRV =
            new Entity.Device(
                    "FILESRV-02",
                    "filesrv-02.contoso.example",
                    "",
                    "",
                    "WindowsServer2022",
                    "Servers",
                    "10.20.1.22",
                    "Low",
                    "Active",
                    List.of("Critical"));
    public static final Entity.User ANNA =
            new Entity.User(
                    "anna.berg@contoso.example",
                    "aberg",
                    "CONTOSO",
                    "S-1-5-21-1004336348-1177238915-682003330-1104",
                    "",
                    "Anna Berg");
    public static final Entity.User SVC =
            new Entity.User(
                    "", "svc-backup", "CONTOSO", "S-1-5-21-1004336348-1177238915-682003330-1202", "", "Backup service");
    public static final Entity.Mailbox BOX =
            new Entity.Mailbox("anna.berg@contoso.example", "Anna Berg", "anna.berg@contoso.example");
    public static final Entity.File LOADER =
            new Entity.File(
                    "Invoice_8842.pdf.exe",
                    "C:\\Users\\aberg\\AppData\\Local\\Temp\\7zO4A1C\\",
                    "4b2a1f9e6c0d77e58a3b1c9d2e4f60718293a4b5c6d7e8f90123456789abcdef",
                    "",
                    "",
                    412_160,
                    "",
                    "",
                    "",
                    "fin-ws-014");
    public static final Entity.File DLL =
            new Entity.File(
                    "wbemcore_x.dll",
                    "C:\\ProgramData\\Intel\\Logs\\",
                    "0d77e58a3b1c9d2e4f60718293a4b5c6d7e8f90123456789abcdef4b2a1f9e6c",
                    "",
                    "",
                    98_304,
                    "",
                    "",
                    "",
                    "hr-lt-207");
    public static final Entity.File TOOL =
            new Entity.File(
                    "procdump64.exe",
                    "C:\\Tools\\",
                    "e4f60718293a4b5c6d7e8f90123456789abcdef4b2a1f9e6c0d77e58a3b1c9d2",
                    "",
                    "",
                    424_856,
                    "Microsoft Corporation",
                    "Microsoft Code Signing PCA",
                    "Microsoft",
                    "fin-ws-014");
    public static final Entity.Process RUN =
            new Entity.Process(
                    "fin-ws-014",
                    6120,
                    Instant.parse("2026-11-20T09:14:22.118Z"),
                    "",
                    "\"C:\\Users\\aberg\\AppData\\Local\\Temp\\7zO4A1C\\Invoice_8842.pdf.exe\" /quiet /c=https://cdn-billing.example/a?id=8842",
                    LOADER,
                    "CONTOSO\\aberg",
                    4011,
                    null,
                    "7zFM.exe");
    public static final Entity.Process DUMP =
            new Entity.Process(
                    "fin-ws-014",
                    7788,
                    Instant.parse("2026-11-20T09:31:02.500Z"),
                    "",
                    "rundll32.exe C:\\windows\\system32\\comsvcs.dll, MiniDump 688 C:\\Windows\\Temp\\l.bin full",
                    Entity.File.of("C:\\Windows\\System32\\rundll32.exe", "", "fin-ws-014"),
                    "NT AUTHORITY\\SYSTEM",
                    6120,
                    null,
                    "Invoice_8842.pdf.exe");
    public static final Entity.Service SERVICE =
            new Entity.Service(
                    "hr-lt-207", "IntelLogSvc", "Intel Log Service", "C:\\ProgramData\\Intel\\Logs\\svc.exe");
    public static final Entity.RegistryValue RUNKEY =
            new Entity.RegistryValue(
                    "fin-ws-014",
                    "HKCU",
                    "Software\\Microsoft\\Windows\\CurrentVersion\\Run",
                    "OneDriveSync",
                    "C:\\ProgramData\\Intel\\Logs\\svc.exe -k",
                    "REG_SZ");
    public static final Entity.ScheduledTask TASK =
            new Entity.ScheduledTask(
                    "hr-lt-207",
                    "\\Microsoft\\Windows\\Maintenance\\LogRotate",
                    "C:\\ProgramData\\Intel\\Logs\\svc.exe -k");
    public static final Entity.IpAddress IP = new Entity.IpAddress("203.0.113.77", "NL");
    public static final Entity.Url URL = new Entity.Url("https://cdn-billing.example/a?id=8842");
    public static final Entity.Domain DOMAIN = new Entity.Domain("cdn-billing.example");
    public static final Entity.MailMessage MAIL =
            new Entity.MailMessage(
                    "d0e1-4431-77ab",
                    "<8842@cdn-billing.example>",
                    "anna.berg@contoso.example",
                    "billing@cdn-billing.example",
                    "Contoso Billing",
                    "203.0.113.77",
                    "Overdue invoice 8842 – action needed today",
                    Instant.parse("2026-11-20T09:02:11Z"),
                    "Delivered",
                    "Inbox",
                    List.of("https://cdn-billing.example/a?id=8842"),
                    List.of("Phish"));
    public static final Entity.MailCluster CLUSTER =
            new Entity.MailCluster(
                    "urn:mc:1",
                    "Sender domain",
                    "cdn-billing.example",
                    "P2SenderDomain:\"cdn-billing.example\"",
                    23,
                    List.of(),
                    "Phish, MaliciousUrl",
                    List.of(new Entity.Count("Phish", 21), new Entity.Count("HighConfPhish", 2)),
                    List.of(
                            new Entity.Count("Inbox", 17),
                            new Entity.Count("Junk", 4),
                            new Entity.Count("Deleted", 2)));

    private StagedEntities() {}

    public static List<Entity> all() {
        return List.of(
                FIN, HR, SRV, ANNA, SVC, BOX, LOADER, DLL, TOOL, RUN, DUMP, SERVICE, RUNKEY, TASK, IP, URL, DOMAIN,
                MAIL, CLUSTER);
    }

    public static Entity of(EntityKey key) {
        return all().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
    }
}
