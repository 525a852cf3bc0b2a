package dupin.intake.intel;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Pack;
import dupin.model.intel.Basis;
import dupin.model.intel.IntelMatch;
import dupin.model.intel.Listing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntelTest {
    private static final String SHA = "e8a0e80dfc520bf7e76c33a90ed6d286e8729e9defe6bb7da2f38bc2db33f399";
    private final IntelBuilder builder = new IntelBuilder();
    private final PackReading reading = new PackReading();

    private Intel read(Pack.Kind kind, String path, String text) {
        builder.file(kind, "feed 1", path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), reading);
        return builder.build();
    }

    private static Entity.File file(String path, String sha256) {
        return Entity.File.of(path, sha256, "pc1");
    }

    @Test
    void whatTheProgramBringsAlongIsHarmless() {
        Intel intel = Intel.shipped();
        assertThat(list(intel, Entity.IpAddress.of("8.8.8.8").key())).contains("Public name resolvers");
        assertThat(list(intel, Entity.IpAddress.of("2001:4860:4860::8888").key())).contains("Public name resolvers");
        assertThat(list(intel, new Entity.Domain("CTLDL.windowsupdate.com").key())).isPresent();
        assertThat(list(intel, new Entity.Url("http://ocsp.digicert.com/abc").key())).isPresent();
        assertThat(list(intel, new Entity.Domain("notwindowsupdate.com").key())).isEmpty();
        assertThat(list(intel, new Entity.Url("https://login.microsoftonline.com.example.net/").key())).isEmpty();
        assertThat(list(intel, new Entity.Url("https://example.net/login.microsoftonline.com").key())).isEmpty();
        assertThat(
                        list(
                                intel,
                                file("C:\\a.txt", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                                        .key()))
                .contains("Hashes of nothing");
        assertThat(list(intel, Entity.User.ofUpn("a@example.net").key())).isEmpty();
    }

    private static Optional<String> list(Intel intel, EntityKey key) {
        return intel.listing(key).filter(l -> l.standing() == Listing.Standing.HARMLESS).map(Listing::list);
    }

    @Test
    void aPlainListIsRefangedAndItsKindsAreGuessed() {
        Intel intel =
                read(
                        Pack.Kind.INDICATORS,
                        "iocs.txt",
                        """
                        # a comment
                        hxxps://bad[.]example/path/a.php
                        evil(dot)example
                        203.0.113[.]7   # seen on Monday
                        198.51.100.0/24
                        attacker[at]mail.example
                        %s
                        invoice.exe
                        ; another comment
                        what is this
                        """
                                .formatted(SHA.toUpperCase(java.util.Locale.ROOT)));
        assertThat(bases(intel, new Entity.Url("http://bad.example/path/a.php"))).containsExactly(Basis.URL);
        assertThat(bases(intel, new Entity.Domain("www.evil.example"))).containsExactly(Basis.PARENT_DOMAIN);
        assertThat(bases(intel, new Entity.Domain("notevil.example"))).isEmpty();
        assertThat(bases(intel, new Entity.Url("https://a.evil.example/x"))).containsExactly(Basis.PARENT_DOMAIN);
        assertThat(bases(intel, Entity.IpAddress.of("203.0.113.7"))).containsExactly(Basis.IP);
        assertThat(bases(intel, Entity.IpAddress.of("198.51.100.99"))).containsExactly(Basis.NETWORK);
        assertThat(bases(intel, Entity.IpAddress.of("198.51.101.99"))).isEmpty();
        assertThat(bases(intel, file("C:\\x\\y.exe", SHA))).containsExactly(Basis.HASH);
        assertThat(bases(intel, file("C:\\x\\Invoice.EXE", ""))).containsExactly(Basis.NAME);
        assertThat(reading.refusals())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.place()).isEqualTo("iocs.txt, line 10");
                    assertThat(r.reason()).contains("what is this");
                });
    }

    private static List<Basis> bases(Intel intel, Entity entity) {
        return intel.matches(entity).stream().map(IntelMatch::basis).toList();
    }

    @Test
    void aTableWithAHeadGivesThreatDatesAndConfidence() {
        Intel intel =
                read(
                        Pack.Kind.INDICATORS,
                        "feed.csv",
                        """
                        "first_seen_utc","ioc_value","malware_printable","confidence_level","valid_until"
                        "2024-05-01 10:00:00","bad.example","QakBot","25","2024-06-01T00:00:00Z"
                        "2024-05-01 10:00:00","nothing here","QakBot","25",""
                        """);
        assertThat(intel.matches(new Entity.Domain("bad.example")))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.threats()).containsExactly("QakBot");
                    assertThat(m.confidence()).isEqualTo(25);
                    assertThat(m.validFrom()).isEqualTo("2024-05-01T10:00:00Z");
                    assertThat(m.validAt(java.time.Instant.parse("2024-05-20T00:00:00Z"))).isTrue();
                    assertThat(m.validAt(java.time.Instant.parse("2024-06-20T00:00:00Z"))).isFalse();
                });
        assertThat(reading.refused()).isEqualTo(1);
        assertThat(reading.version()).isEqualTo("2024-05-01");
    }

    private static String indicator(String id, String more, String pattern) {
        return """
        {"type":"indicator","id":"indicator--%s","created":"2024-01-01T00:00:00Z","modified":"2024-01-01T00:00:00Z",\
        "valid_from":"2024-01-01T00:00:00Z",%s"pattern":"%s"}\
        """
                .formatted(id, more, pattern.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private Intel stix(String... objects) {
        return read(
                Pack.Kind.STIX,
                "bundle.json",
                "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[" + String.join(",", objects) + "]}");
    }

    @Test
    void patternsAreMatchedWithAllTheirComparisons() {
        Intel intel =
                stix(
                        indicator("1", "", "[file:hashes.'SHA-256' = '" + SHA + "' AND file:name = 'a.exe']"),
                        indicator(
                                "2",
                                "",
                                "[ipv4-addr:value IN ('203.0.113.1', '203.0.113.2') OR domain-name:value = 'x.example']"),
                        indicator("3", "", "[file:name LIKE 'inv_ice%.exe']"),
                        indicator("4", "", "[process:command_line MATCHES '-enc\\\\s+[A-Za-z0-9]{8,}']"),
                        indicator("5", "", "[ipv4-addr:value ISSUBSET '198.51.100.0/25']"),
                        indicator(
                                "6",
                                "",
                                "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Software\\\\Bad' AND windows-registry-key:values[*].name = 'run']"));
        assertThat(reading.refused()).isZero();
        assertThat(bases(intel, file("C:\\a.exe", SHA))).containsExactly(Basis.HASH);
        assertThat(bases(intel, file("C:\\b.exe", SHA))).isEmpty();
        assertThat(bases(intel, Entity.IpAddress.of("203.0.113.2"))).containsExactly(Basis.IP);
        assertThat(bases(intel, new Entity.Domain("x.example"))).containsExactly(Basis.DOMAIN);
        assertThat(bases(intel, file("C:\\INVOICE77.exe", ""))).containsExactly(Basis.PATTERN);
        assertThat(bases(intel, file("C:\\invooice.exe", ""))).isEmpty();
        assertThat(bases(intel, process("powershell -enc QUJDREVGR0g"))).containsExactly(Basis.PATTERN);
        assertThat(bases(intel, Entity.IpAddress.of("198.51.100.127"))).containsExactly(Basis.NETWORK);
        assertThat(bases(intel, Entity.IpAddress.of("198.51.100.128"))).isEmpty();
        assertThat(bases(intel, new Entity.RegistryValue("pc", "HKLM", "Software\\Bad", "Run", "x", "")))
                .containsExactly(Basis.REGISTRY);
        assertThat(bases(intel, new Entity.RegistryValue("pc", "HKLM", "Software\\Bad", "Other", "x", ""))).isEmpty();
    }

    @Test
    void whenAnObservationWasMadeIsReadOver() {
        Intel intel =
                stix(
                        indicator(
                                "1",
                                "",
                                "[domain-name:value = 'a.example'] START t'2024-01-01T00:00:00Z' STOP t'2024-02-01T00:00:00.5Z'"),
                        indicator(
                                "2", "", "([domain-name:value = 'b.example'] OR [url:value = 'x']) WITHIN 300 SECONDS"),
                        indicator("3", "", "[domain-name:value = 'c.example'] REPEATS 1 TIMES"),
                        indicator("4", "", "[file:name = 'it''s'] START t'2024-01-01T00:00:00Z'"),
                        indicator("5", "", "[domain-name:value = d.example]"),
                        indicator("6", "", "[domain-name:value = e]"),
                        indicator("7", "", "[domain-name:value = 'f.example'] REPEATS 2 TIMES"),
                        indicator("8", "", "[domain-name:value IN ('g.example', 'h.example']"),
                        indicator("9", "", "[domain-name:value IS 'i.example']"),
                        indicator("10", "", "[domain-name:value = 'j.example'] WITHIN 300"));
        for (String name : List.of("a.example", "b.example", "c.example")) {
            assertThat(bases(intel, new Entity.Domain(name))).as(name).containsExactly(Basis.DOMAIN);
        }
        assertThat(reading.refusals())
                .extracting(Pack.Refusal::reason)
                .satisfiesExactly(
                        r -> assertThat(r).isEqualTo("its pattern has “'s'” where “]” is due"),
                        r -> assertThat(r).contains("“d” for a value", "single quotes"),
                        r -> assertThat(r).contains("“e” for a value"),
                        r -> assertThat(r).contains("REPEATS"),
                        r -> assertThat(r).contains("where “)” is due"),
                        r -> assertThat(r).contains("compares with “IS”"),
                        r -> assertThat(r).contains("ends too early"));
    }

    private static Entity.Process process(String command) {
        return new Entity.Process("pc1", 5, null, "", command, file("C:\\p.exe", ""), "", 0, null, "");
    }

    @Test
    void whatCannotBeMatchedSaysWhy() {
        stix(
                indicator("1", "", "[file:name = 'a'] FOLLOWEDBY [ipv4-addr:value = '203.0.113.1']"),
                indicator("2", "", "[mutex:name = 'm']"),
                indicator("3", "\"revoked\":true,", "[file:name = 'a.exe']"),
                indicator("4", "\"pattern_type\":\"yara\",", "rule x { }"),
                indicator("5", "", "[file:name = 'unfinished"),
                indicator("6", "", "[file:name = 'a.exe'"));
        assertThat(reading.items()).isZero();
        assertThat(reading.refusals())
                .extracting(Pack.Refusal::reason)
                .satisfiesExactly(
                        r -> assertThat(r).contains("FOLLOWEDBY"),
                        r -> assertThat(r).contains("nothing that a case holds").contains("mutex"),
                        r -> assertThat(r).contains("revoked"),
                        r -> assertThat(r).contains("yara"),
                        r -> assertThat(r).contains("cannot be read at character"),
                        r -> assertThat(r).contains("ends too early"));
    }

    @Test
    void relationshipsGiveTheNamesOfTheThreat() {
        Intel intel =
                stix(
                        indicator("1", "\"confidence\":80,", "[domain-name:value = 'x.example']"),
                        "{\"type\":\"malware\",\"id\":\"malware--1\",\"name\":\"Loader\"}",
                        "{\"type\":\"threat-actor\",\"id\":\"threat-actor--1\",\"name\":\"Group\"}",
                        "{\"type\":\"relationship\",\"id\":\"relationship--1\",\"relationship_type\":\"indicates\",\"source_ref\":\"indicator--1\",\"target_ref\":\"malware--1\"}",
                        "{\"type\":\"relationship\",\"id\":\"relationship--2\",\"relationship_type\":\"attributed-to\",\"source_ref\":\"malware--1\",\"target_ref\":\"threat-actor--1\"}",
                        "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--1\",\"value\":\"203.0.113.9\"}",
                        "{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr--2\",\"value\":\"203.0.113.10\"}",
                        "{\"type\":\"relationship\",\"id\":\"relationship--3\",\"relationship_type\":\"communicates-with\",\"source_ref\":\"malware--1\",\"target_ref\":\"ipv4-addr--1\"}");
        assertThat(intel.matches(new Entity.Domain("x.example")))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.threats()).containsExactly("Group", "Loader");
                    assertThat(m.confidence()).isEqualTo(80);
                });
        assertThat(intel.matches(Entity.IpAddress.of("203.0.113.9")))
                .singleElement()
                .satisfies(m -> assertThat(m.threats()).containsExactly("Loader"));
        assertThat(intel.matches(Entity.IpAddress.of("203.0.113.10"))).isEmpty();
    }

    @Test
    void anExpressionThatRunsAwayDoesNotMatchAndEnds() {
        Intel intel = stix(indicator("1", "", "[process:command_line MATCHES '^(a+)+$']"));
        long start = System.nanoTime();
        assertThat(intel.matches(process("a".repeat(5_000) + "b"))).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void theFiveTypesOfWarningLists() {
        read(Pack.Kind.WARNING_LISTS, "a.json", warning("Our servers", "string", "ip-dst", "203.0.113.1"));
        read(Pack.Kind.WARNING_LISTS, "b.json", warning("Vendor sites", "hostname", "domain", ".vendor.example"));
        read(Pack.Kind.WARNING_LISTS, "c.json", warning("Some Cloud ranges", "cidr", "ip-dst", "198.51.100.0/24"));
        read(Pack.Kind.WARNING_LISTS, "d.json", warning("Contacts", "regex", "email-src", "/^abuse\\\\@.*/i"));
        read(Pack.Kind.WARNING_LISTS, "f.json", warning("Phones", "regex", "phone-number", "/0+/"));
        Intel intel =
                read(
                        Pack.Kind.WARNING_LISTS,
                        "e.json",
                        warning("Throwaway disposable", "substring", "email-src", "throw"));
        assertThat(intel.listing(Entity.IpAddress.of("203.0.113.1")))
                .contains(new Listing("Our servers", Listing.Standing.HARMLESS));
        assertThat(intel.listing(new Entity.Url("https://www.vendor.example/a")))
                .contains(new Listing("Vendor sites", Listing.Standing.HARMLESS));
        assertThat(intel.listing(new Entity.Domain("notvendor.example"))).isEmpty();
        assertThat(intel.listing(Entity.IpAddress.of("198.51.100.200")))
                .contains(new Listing("Some Cloud ranges", Listing.Standing.SHARED));
        assertThat(intel.listing(mail("Abuse@x.example"))).contains(new Listing("Contacts", Listing.Standing.HARMLESS));
        assertThat(intel.listing(mail("a@throwme.example")))
                .contains(new Listing("Throwaway disposable", Listing.Standing.SHARED));
        assertThat(reading.refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("Phones").contains("no case holds"));
    }

    private static Entity.MailMessage mail(String sender) {
        return new Entity.MailMessage("n", "", "me@x.example", sender, "", "", "s", null, "", "", List.of(), List.of());
    }

    private static String warning(String name, String type, String attribute, String entry) {
        return "{\"name\":\"%s\",\"description\":\"\",\"version\":3,\"type\":\"%s\",\"matching_attributes\":[\"%s\"],\"list\":[\"%s\"]}"
                .formatted(name, type, attribute, entry);
    }

    @Test
    void programsAndTheirOtherUses() {
        Intel intel =
                read(
                        Pack.Kind.LOLBAS,
                        "Fetch.yml",
                        """
                        Name: Fetch.exe
                        Created: 2020-01-02
                        Commands:
                          - Command: fetch.exe -urlcache -f {REMOTEURL} out.exe && echo /x
                            Category: Download
                            MitreID: T1105
                          - Command: fetch.exe {PATH}
                            Category: Execute
                            MitreID: T1218
                        """);
        assertThat(intel.livingOffTheLand("FETCH.exe"))
                .hasValueSatisfying(b ->
                        assertThat(b.uses())
                                .singleElement()
                                .satisfies(use -> {
                                    assertThat(use.options()).containsExactly("urlcache", "f");
                                    assertThat(use.technique()).isEqualTo("T1105");
                                }));
        assertThat(reading.version()).isEqualTo("2020-01-02");
    }

    @Test
    void brokenFilesKeepWhatCameBeforeTheFault() {
        Intel intel =
                read(
                        Pack.Kind.STIX,
                        "b.json",
                        "{\"objects\":[" + indicator("1", "", "[domain-name:value = 'x.example']") + ",{\"type\"");
        assertThat(intel.matches(new Entity.Domain("x.example"))).hasSize(1);
        assertThat(reading.refusals()).singleElement().satisfies(r -> assertThat(r.reason()).contains("not read"));
        read(Pack.Kind.LOLBAS, "x.yml", "a: [");
        read(Pack.Kind.WARNING_LISTS, "x.json", "no json");
        assertThat(reading.refused()).isEqualTo(3);
    }
}
