package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Who signed a file, and what that is worth.
final class Signatures {

    enum Standing {
        UNKNOWN,
        UNSIGNED,
        BAD,
        TRUSTED,
        MICROSOFT
    }

    record Signature(Standing standing, String signer) {
        boolean bad() {
            return standing == Standing.BAD || standing == Standing.UNSIGNED;
        }

        boolean trusted() {
            return standing == Standing.TRUSTED || standing == Standing.MICROSOFT;
        }
    }

    private Signatures() {}

    static Signature of(Entity.File file, List<TelemetryEvent> rows) {
        var found = new Signature(Standing.UNKNOWN, file.signer());
        for (TelemetryEvent row : rows) {
            Signature read = read(file, row);
            found = read.standing().compareTo(found.standing()) > 0 ? read : found;
        }
        if (found.standing() == Standing.UNKNOWN && !file.signer().isEmpty()) {
            boolean microsoft = file.signer().toLowerCase(Locale.ROOT).startsWith("microsoft");
            return new Signature(microsoft ? Standing.MICROSOFT : Standing.TRUSTED, file.signer());
        }
        return found;
    }

    private static Signature read(Entity.File file, TelemetryEvent row) {
        boolean own =
                row.kind() == EventKind.FILE_SIGNATURE
                        || row.kind() == EventKind.IMAGE_LOADED
                        || row.kind() == EventKind.DRIVER_LOADED;
        boolean target =
                Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                        .or(() -> Rows.entity(row, LinkRole.TARGET_IMAGE, Entity.File.class))
                        .filter(f -> same(f, file))
                        .isPresent();
        if (own && target) {
            String signed = Rows.lowerAttribute(row, "IsSigned", "Signed");
            String trusted = Rows.lowerAttribute(row, "IsTrusted", "SignatureStatus");
            String signer = Rows.attribute(row, "Signer", "Signature");
            return standing(signed, trusted, signer, Rows.lowerAttribute(row, "IsRootSignerMicrosoft"));
        }
        if (Rows.entity(row, LinkRole.ACTOR_IMAGE, Entity.File.class).filter(f -> same(f, file)).isPresent()) {
            String status = Rows.lowerAttribute(row, "InitiatingProcessSignatureStatus");
            String type = Rows.lowerAttribute(row, "InitiatingProcessSignerType");
            return status.isEmpty()
                    ? new Signature(Standing.UNKNOWN, "")
                    : standing(
                            status.equals("unsigned") ? "false" : "true",
                            status,
                            type,
                            type.equals("osvendor") ? "true" : "");
        }
        return new Signature(Standing.UNKNOWN, "");
    }

    private static boolean same(Entity.File a, Entity.File b) {
        return a.key().equals(b.key()) || a.aliases().contains(b.key()) || b.aliases().contains(a.key());
    }

    private static Signature standing(String signed, String trusted, String signer, String microsoft) {
        if (signed.equals("false") || signed.equals("0") || trusted.equals("unsigned")) {
            return new Signature(Standing.UNSIGNED, "");
        }
        if (trusted.equals("true") || trusted.equals("1") || trusted.equals("valid")) {
            boolean ms =
                    microsoft.equals("true")
                            || microsoft.equals("1")
                            || signer.toLowerCase(Locale.ROOT).startsWith("microsoft");
            return new Signature(ms ? Standing.MICROSOFT : Standing.TRUSTED, signer);
        }
        return trusted.isEmpty() || trusted.equals("unknown") || trusted.equals("unavailable")
                ? new Signature(Standing.UNKNOWN, signer)
                : new Signature(Standing.BAD, signer);
    }

    /// Seen over most of a day: what spreads in an hour is not common, only fast.
    static boolean lasting(Facts.Seen seen) {
        return seen.first() != null
                && seen.last() != null
                && Duration.between(seen.first(), seen.last()).toHours() >= 20;
    }

    static void judge(Work work, EntityKey key, Signature signature, List<Citation> cite) {
        Facts.Seen seen = work.facts().seen(key);
        String who = signature.signer().isEmpty() ? "" : " by " + Text.quote(signature.signer());
        switch (signature.standing()) {
            case MICROSOFT ->
                    work.find(
                            key,
                            "file.signed-microsoft",
                            "signature",
                            "Is signed%s, and the signature is valid".formatted(who),
                            Technique.NONE,
                            cite);
            case TRUSTED ->
                    work.find(
                            key,
                            seen.devices().size() >= 3 && lasting(seen) ? "file.signed-prevalent" : "file.signed",
                            "signature",
                            "Is signed%s with a valid signature, and was seen on %d device%s"
                                    .formatted(who, seen.devices().size(), seen.devices().size() == 1 ? "" : "s"),
                            Technique.NONE,
                            cite);
            case BAD ->
                    work.find(
                            key,
                            "file.signature-bad",
                            "signature",
                            "Its signature%s is not valid".formatted(who),
                            new Technique("T1036.001", "Invalid Code Signature"),
                            cite);
            case UNSIGNED ->
                    work.find(
                            key,
                            "file.unsigned",
                            "signature",
                            "Is not signed",
                            new Technique("T1553.002", "Code Signing"),
                            cite);
            case UNKNOWN -> {}
        }
    }
}
