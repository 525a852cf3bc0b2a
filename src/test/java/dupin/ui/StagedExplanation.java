package dupin.ui;

import static dupin.ui.StagedEntities.*;

import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.ScopeExpansion;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.service.Explanation;
import java.util.List;

/// Why the staged entities have their verdicts.
public final class StagedExplanation {
    private static final Citation ROW =
            new Citation(
                    Citation.Kind.EVENT,
                    "3fa1c0b2d4e5:118",
                    "09:14:22.118 fin-ws-014 ProcessCreated Invoice_8842.pdf.exe by 7zFM.exe");
    private static final Citation ALERT =
            new Citation(Citation.Kind.ALERT, "da637-1", "Suspicious process injection observed");
    private static final Citation INTEL = new Citation(Citation.Kind.INTEL, "lolbas 2026-08", "comsvcs.dll: MiniDump");

    private StagedExplanation() {}

    public static Ledger ledger(EntityKey key) {
        List<Finding> counted =
                List.of(
                        finding(
                                key,
                                "Process lineage",
                                18,
                                "lineage:archive",
                                "Started from an archive that came by mail 12 minutes before; its name ends in .pdf.exe.",
                                new Technique("T1204.002", "Malicious File"),
                                ROW,
                                ALERT),
                        finding(
                                key,
                                "Alert evidence",
                                14,
                                "alert:da637-1",
                                "Named as source by a High alert of Microsoft Defender for Endpoint.",
                                Technique.NONE,
                                ALERT),
                        finding(
                                key,
                                "Credential access",
                                12,
                                "dump:lsass",
                                "Its child read the memory of lsass.exe with comsvcs.dll.",
                                new Technique("T1003.001", "LSASS Memory"),
                                ROW,
                                INTEL),
                        finding(
                                key,
                                "Network",
                                5,
                                "net:rare",
                                "Connected to cdn-billing.example, which no other device of the case did before.",
                                new Technique("T1071.001", "Web Protocols"),
                                ROW),
                        finding(
                                key,
                                "File signature",
                                -4,
                                "signer",
                                "The image of its parent, 7zFM.exe, has a valid signature.",
                                Technique.NONE,
                                ROW));
        List<Finding> uncounted =
                List.of(
                        finding(
                                key,
                                "Alert evidence",
                                9,
                                "alert:da637-1",
                                "Named once more by the same alert under its SHA-1.",
                                Technique.NONE,
                                ALERT));
        return new Ledger(
                key,
                Verdict.MALICIOUS,
                -24,
                21,
                counted,
                uncounted,
                List.of("Network events of hr-lt-207", "Sign-in logs"));
    }

    private static Finding finding(
            EntityKey key,
            String analyzer,
            int weight,
            String cause,
            String text,
            Technique technique,
            Citation... rows) {
        return new Finding(
                analyzer + "|" + cause + "|" + weight,
                analyzer,
                key,
                "w",
                weight,
                cause,
                text,
                List.of(rows),
                technique);
    }

    public static Explanation of(EntityKey key, List<RemediationAction> actions) {
        var entity = StagedEntities.of(key);
        boolean judged = key.kind() != EntityKind.DOMAIN;
        return new Explanation(
                entity,
                judged ? ledger(key) : null,
                judged ? ledger(key) : null,
                null,
                judged
                        ? List.of("Without “Started from an archive that came by mail” it would be Suspicious (+3 dB).")
                        : List.of(),
                RemediationStatus.PENDING_APPROVAL,
                List.of(
                        new Explanation.Attribute("Process id", "6120", false),
                        new Explanation.Attribute("Command line", RUN.processCommandLine(), true),
                        new Explanation.Attribute("Path", LOADER.fullPath(), true),
                        new Explanation.Attribute("SHA-256", LOADER.sha256(), true),
                        new Explanation.Attribute("Account", "CONTOSO\\aberg", false)),
                List.of(),
                List.of(StagedActions.INCIDENT, "D-4409"),
                List.of("Suspicious (Suspicious process injection observed)"),
                37,
                List.of("fin-ws-014", "hr-lt-207"),
                NOW.minusSeconds(19_000),
                NOW.minusSeconds(2_100),
                List.of(
                        new ScopeExpansion(
                                LOADER.key(),
                                entity,
                                "Incriminated file seen on another device",
                                2,
                                "The file Invoice_8842.pdf.exe, malicious, was seen on hr-lt-207 as well.")),
                actions.stream().filter(a -> a.target().key().equals(key)).toList(),
                List.of());
    }
}
