package dupin.bench;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Compares what was said with what is true.
final class IntrusionScore {
    private final IntrusionTruth truth;
    private final Predictions said;

    IntrusionScore(IntrusionTruth truth, Predictions said) {
        this.truth = truth;
        this.said = said;
    }

    /// What was said of the things of one kind: identity → worst verdict, with a label for the reader.
    private static final class Answers {
        final Map<String, Verdict> verdicts = new TreeMap<>();
        final Map<String, String> labels = new TreeMap<>();

        void add(String identity, Verdict verdict, String label) {
            if (!identity.isEmpty()) {
                Verdict before = verdicts.get(identity);
                if (before == null || verdict.compareTo(before) > 0) {
                    verdicts.put(identity, verdict);
                    labels.put(identity, label);
                }
            }
        }

        Tally against(String of, Set<String> real) {
            var wrong = new ArrayList<String>();
            int found = 0;
            for (var answer : verdicts.entrySet()) {
                if (answer.getValue().incriminates()) {
                    if (real.contains(answer.getKey())) {
                        found++;
                    } else {
                        wrong.add(answer.getValue().label() + " " + labels.get(answer.getKey()));
                    }
                }
            }
            var missed =
                    real.stream()
                            .filter(id -> !verdicts.getOrDefault(id, Verdict.NOT_EVALUABLE).incriminates())
                            .map(id -> id + " " + labels.getOrDefault(id, "(not in scope)"))
                            .toList();
            return new Tally(of, found, wrong.size(), missed.size(), wrong, missed);
        }
    }

    List<Tally> tallies() {
        var processes = new Answers();
        var files = new Answers();
        var hashes = new Answers();
        var addresses = new Answers();
        var services = new Answers();
        var accounts = new Answers();
        for (Predictions.Judged judged : said.all()) {
            Verdict verdict = judged.verdict();
            String why = " — " + judged.why();
            switch (judged.entity()) {
                case Entity.Process p ->
                        processes.add(
                                IntrusionTruth.guid(p.processGuid()),
                                verdict,
                                p.imageFile().fullPath() + " [" + brief(p.processCommandLine()) + "]" + why);
                case Entity.File f -> {
                    String path = Predictions.path(f);
                    String real = truth.fileOf(f);
                    if (!truth.isUnscored(path)) {
                        files.add(real.isEmpty() ? path : real, verdict, f.fullPath() + why);
                        hashes.add(Canonical.hash(f.sha256()), verdict, f.fullPath() + why);
                    }
                }
                case Entity.IpAddress ip -> addresses.add(Canonical.ip(ip.ipAddress()), verdict, ip.label() + why);
                case Entity.Service s -> services.add(Canonical.lower(s.serviceName()), verdict, s.serviceName() + why);
                case Entity.User u -> accounts.add(account(u), verdict, u.label() + why);
                default -> {}
            }
        }
        return List.of(
                processes.against("process", truth.processes().keySet()),
                files.against("file", truth.files()),
                hashes.against("sha256", truth.hashes()),
                addresses.against("destination IP", truth.addresses()),
                services.against("service", truth.services()),
                accounts.against("account", truth.accounts()));
    }

    private static String brief(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }

    static String account(Entity.User user) {
        String name = user.accountName().isEmpty() ? user.userPrincipalName() : user.accountName();
        return Canonical.lower(user.domainName().isEmpty() ? name : user.domainName() + "\\" + name);
    }

    /// Harm as the data's own scale has it.
    Map<String, Double> harm(List<RemediationAction> actions, List<Tally> tallies) {
        Harm harm = Harm.of(actions, truth);
        int missed =
                tallies.stream()
                        .filter(t -> !t.of().equals("account") && !t.of().equals("sha256"))
                        .mapToInt(Tally::falseNegatives)
                        .sum();
        int mild = mild();
        var figures = new LinkedHashMap<String, Double>();
        figures.put(
                "harm",
                (double) Harm.WRONG_REMEDIATION * harm.wrong().size() + Harm.MISSED * missed + Harm.TOO_MILD * mild);
        figures.put("wrong proposals", (double) harm.wrong().size());
        figures.put("harmful proposals under \\Windows\\", (double) harm.underWindows().size());
        figures.put("missed", (double) missed);
        figures.put("malicious called suspicious", (double) mild);
        return figures;
    }

    List<String> harmNotes(List<RemediationAction> actions) {
        return Harm.of(actions, truth).wrong().stream().limit(20).map(text -> "Wrong proposal: " + text).toList();
    }

    /// Core things that were called only suspicious. Tools of the system in the intruder's hands may be.
    private int mild() {
        var mild = new LinkedHashSet<String>();
        for (Predictions.Judged judged : said.all()) {
            if (judged.verdict() == Verdict.SUSPICIOUS) {
                switch (judged.entity()) {
                    case Entity.Process p -> {
                        String image = truth.processes().getOrDefault(IntrusionTruth.guid(p.processGuid()), "");
                        if (!image.isEmpty() && !image.contains("/windows/")) {
                            mild.add(p.processGuid());
                        }
                    }
                    case Entity.File f when truth.isFile(Predictions.path(f)) -> mild.add(Predictions.path(f));
                    case Entity.IpAddress ip when truth.addresses().contains(Canonical.ip(ip.ipAddress())) ->
                            mild.add(ip.label());
                    default -> {}
                }
            }
        }
        return mild.size();
    }

    /// Whether alerts were told apart: does it touch the intrusion?
    ///
    /// @param labels alert id → whether it does
    Map<String, Double> adjudication(List<Alert> alerts, Map<String, Boolean> labels, List<String> notes) {
        int right = 0;
        int all = 0;
        int real = 0;
        int closed = 0;
        for (Alert alert : alerts) {
            Boolean touches = labels.get(alert.id());
            if (touches == null) {
                continue;
            }
            Optional<Verdict> verdict = said.of(alert);
            boolean threat = verdict.filter(Verdict::incriminates).isPresent();
            boolean clean = verdict.filter(v -> v == Verdict.NO_THREATS_FOUND).isPresent();
            all++;
            right += threat == touches ? 1 : 0;
            real += touches ? 1 : 0;
            closed += touches && clean ? 1 : 0;
            if (threat != touches) {
                notes.add(
                        (touches ? "Real alert not seen as one: " : "Alert of something else seen as real: ")
                                + alert.title()
                                + " ("
                                + alert.evidence().stream()
                                        .map(e ->
                                                e.entity().label()
                                                        + " "
                                                        + said.of(e.entity()).map(Verdict::label).orElse("-"))
                                        .limit(5)
                                        .toList()
                                + ")");
            }
        }
        var figures = new LinkedHashMap<String, Double>();
        if (all > 0) {
            figures.put("alerts", (double) all);
            figures.put("alert adjudication accuracy", (double) right / all);
            figures.put("true alerts closed", real == 0 ? 0 : (double) closed / real);
        }
        return figures;
    }
}
