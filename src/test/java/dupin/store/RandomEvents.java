package dupin.store;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Endpoint telemetry as a fleet of machines might give it, seeded.
public final class RandomEvents {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final EventKind[] KINDS = {
        EventKind.PROCESS_CREATED,
        EventKind.PROCESS_CREATED,
        EventKind.FILE_CREATED,
        EventKind.FILE_CREATED,
        EventKind.NETWORK_CONNECTION,
        EventKind.REGISTRY_CHANGED,
        EventKind.IMAGE_LOADED,
        EventKind.LOGON
    };

    private final Random random;
    private final int devices;
    private final int files;
    private final int processesPerDevice;
    private final boolean odd;

    /// @param odd now and then a missing time, half a surrogate pair, an entity known by an alias only
    public RandomEvents(long seed, int devices, int files, int processesPerDevice, boolean odd) {
        this.random = new Random(seed);
        this.devices = devices;
        this.files = files;
        this.processesPerDevice = processesPerDevice;
        this.odd = odd;
    }

    public TelemetryEvent event(String sha256, long row) {
        int device = random.nextInt(devices);
        String host = "ws" + device;
        EventKind kind = KINDS[random.nextInt(KINDS.length)];
        var time = START.plusNanos((row * 37_000 + random.nextInt(40_000_000)) * 100);
        var links = new ArrayList<EventLink>();
        links.add(new EventLink(LinkRole.DEVICE, device(device)));
        int actor = random.nextInt(processesPerDevice);
        links.add(new EventLink(LinkRole.ACTOR, process(host, device, actor)));
        links.add(new EventLink(LinkRole.ACTOR_IMAGE, file(actor % files, host)));
        links.add(new EventLink(LinkRole.ACCOUNT, user(device)));
        var attributes =
                new TreeMap<String, String>(Map.of("ProcessIntegrityLevel", "High", "ReportId", Long.toString(row)));
        switch (kind) {
            case PROCESS_CREATED -> {
                int child = random.nextInt(processesPerDevice);
                links.add(new EventLink(LinkRole.TARGET, process(host, device, child)));
                links.add(new EventLink(LinkRole.TARGET_IMAGE, file(child % files, host)));
                links.add(new EventLink(LinkRole.PARENT, process(host, device, actor)));
            }
            case FILE_CREATED, IMAGE_LOADED ->
                    links.add(new EventLink(LinkRole.TARGET, file(random.nextInt(files), host)));
            case NETWORK_CONNECTION -> {
                links.add(
                        new EventLink(
                                LinkRole.DESTINATION,
                                Entity.IpAddress.of("10.1." + random.nextInt(40) + "." + random.nextInt(50))));
                links.add(
                        new EventLink(
                                LinkRole.DESTINATION,
                                new Entity.Url("https://site" + random.nextInt(300) + ".example/a")));
            }
            case REGISTRY_CHANGED ->
                    links.add(
                            new EventLink(
                                    LinkRole.TARGET,
                                    new Entity.RegistryValue(
                                            host,
                                            "HKLM",
                                            "Software\\Run" + random.nextInt(20),
                                            "v",
                                            "c:\\x.exe",
                                            "String")));
            default -> links.add(new EventLink(LinkRole.REMOTE_DEVICE, device(random.nextInt(devices))));
        }
        boolean strange = odd && random.nextInt(10) == 0;
        if (strange) {
            attributes.put("Odd " + random.nextInt(3), "half \uD83D pair, Zürich");
        }
        String raw =
                "{\"Timestamp\":\""
                        + time
                        + "\",\"DeviceName\":\""
                        + host
                        + ".contoso.com\",\"ActionType\":\""
                        + kind
                        + "\",\"InitiatingProcessId\":"
                        + actor
                        + ",\"ReportId\":"
                        + row
                        + ",\"InitiatingProcessFolderPath\":\"C:\\\\Program Files\\\\Contoso\\\\"
                        + actor % files
                        + "\",\"AdditionalFields\":\""
                        + Long.toHexString(random.nextLong())
                        + "\",\"InitiatingProcessIntegrityLevel\":\"High\"}";
        return new TelemetryEvent(
                kind,
                "Device" + kind,
                kind + "Action",
                strange && random.nextBoolean() ? null : time,
                links,
                attributes,
                raw,
                new RowRef(sha256, row));
    }

    public List<TelemetryEvent> events(String sha256, int count) {
        var list = new ArrayList<TelemetryEvent>(count);
        for (int i = 0; i < count; i++) {
            list.add(event(sha256, i * 2L));
        }
        return list;
    }

    private Entity device(int number) {
        if (odd && random.nextInt(6) == 0) {
            return Entity.Device.ofMdeId("id" + number);
        }
        String domain = random.nextInt(4) == 0 ? "ws" + number + ".contoso.com" : "";
        return new Entity.Device(
                "ws" + number,
                domain,
                odd && random.nextBoolean() ? "" : "id" + number,
                "",
                "Windows11",
                "",
                "",
                "",
                "",
                List.of());
    }

    private Entity user(int number) {
        if (odd && random.nextInt(4) == 0) {
            return new Entity.User("", "u" + number, "CONTOSO", "S-1-5-21-7-" + number, "", "");
        }
        return new Entity.User(
                "u" + number + "@contoso.com", "u" + number, "CONTOSO", "S-1-5-21-7-" + number, "", "User " + number);
    }

    private Entity.File file(int number, String host) {
        String sha256 = HexFormat.of().toHexDigits(number * 0x9E3779B97F4A7C15L).repeat(4);
        String sha1 = HexFormat.of().toHexDigits(number * 0xC2B2AE3D27D4EB4FL).repeat(3).substring(0, 40);
        if (odd && random.nextInt(8) == 0) {
            return new Entity.File("f" + number + ".exe", "", "", sha1, "", 0, "", "", "", host);
        }
        return new Entity.File(
                "f" + number + ".exe",
                "C:\\Program Files\\Contoso\\" + number,
                sha256,
                sha1,
                "",
                4_096 + number,
                "",
                "",
                "",
                host);
    }

    private Entity process(String host, int device, int number) {
        Instant created = START.plusSeconds(number * 60L + device);
        String guid = "{" + device + "-" + number + "}";
        if (odd && random.nextInt(8) == 0) {
            return new Entity.Process(host, 0, null, guid, "", file(number % files, host), "", 0, null, "");
        }
        return new Entity.Process(
                host,
                100 + number,
                created,
                guid,
                "f" + number % files + ".exe --run " + number,
                file(number % files, host),
                "u" + device,
                4,
                null,
                "services.exe");
    }

    static String sha(int number) {
        return HexFormat.of().toHexDigits((long) number * 0x2545F4914F6CDD1DL).repeat(4);
    }
}
