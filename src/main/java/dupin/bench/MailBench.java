package dupin.bench;

import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Verdict;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Labelled mail: folders `phish` and `ham`, and which phishing mails are one campaign.
final class MailBench {
    private final BenchFiles files;
    private final BenchRequest request;
    private final Progress progress;

    MailBench(BenchFiles files, BenchRequest request, Progress progress) {
        this.files = files;
        this.request = request;
        this.progress = progress;
    }

    /// All labelled mail, by path.
    List<Path> mails() {
        return files.all().stream().filter(file -> isMail(file) && (phish(file) || in(file, "ham"))).toList();
    }

    /// Mail is often kept under bare numbers; tables and notes beside it are none.
    private static boolean isMail(Path file) {
        String name = BenchFiles.name(file);
        return !name.endsWith(".tsv") && !name.endsWith(".csv") && !name.endsWith(".json") && !name.endsWith(".md");
    }

    private static boolean in(Path file, String folder) {
        for (Path part : file) {
            if (part.toString().equalsIgnoreCase(folder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean phish(Path file) {
        return in(file, "phish");
    }

    /// Every mail is a report of its own, as an analyst gets them; campaigns are looked for over all of them together.
    Result run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Path> mails = mails();
        var notes = new ArrayList<String>();
        try (CaseBox box = CaseBox.open(request.blind(), request.workers())) {
            notes.addAll(box.take(mails, progress));
            Map<String, Path> bySource = new HashMap<>();
            for (Path mail : mails) {
                bySource.put(sha256(mail), mail);
            }
            Map<Path, Alert> reports = new LinkedHashMap<>();
            for (Alert alert : IntrusionBench.alerts(box.session())) {
                Optional.ofNullable(bySource.get(alert.row().file())).ifPresent(mail -> reports.put(mail, alert));
            }
            var said = new Predictions(box.session().desk().verdicts());
            var verdicts = new HashMap<Path, Verdict>();
            reports.forEach((mail, alert) -> message(alert).flatMap(said::of).ifPresent(v -> verdicts.put(mail, v)));
            Tally tally = tally(mails, verdicts);
            var tallies = new ArrayList<Tally>(List.of(tally));
            clusters(said, reports).ifPresent(tallies::add);
            var figures = new LinkedHashMap<String, Double>();
            figures.put("phishing mails", (double) mails.stream().filter(MailBench::phish).count());
            figures.put("legitimate mails", (double) mails.stream().filter(m -> !phish(m)).count());
            figures.put("phish recall", tally.recall());
            figures.put("legitimate mails flagged", (double) tally.falsePositives());
            long millis = (System.nanoTime() - start) / 1_000_000;
            figures.put("seconds", millis / 1_000.0);
            return new Result(Result.MAIL, "mail", tallies, figures, notes, millis);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Optional<Entity> message(Alert alert) {
        return alert.evidence().stream()
                .<Entity>map(e -> e.entity())
                .filter(Entity.MailMessage.class::isInstance)
                .findFirst();
    }

    private Tally tally(List<Path> mails, Map<Path, Verdict> verdicts) {
        int found = 0;
        var wrong = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (Path mail : mails) {
            boolean flagged = Optional.ofNullable(verdicts.get(mail)).filter(Verdict::incriminates).isPresent();
            if (phish(mail)) {
                found += flagged ? 1 : 0;
                if (!flagged) {
                    missed.add(files.shown(mail));
                }
            } else if (flagged) {
                wrong.add(files.shown(mail));
            }
        }
        return new Tally("phishing mail", found, wrong.size(), missed.size(), wrong, missed);
    }

    /// Pairs of labelled mails in one campaign, against pairs that a cluster of the case holds.
    private Optional<Tally> clusters(Predictions said, Map<Path, Alert> reports) throws IOException {
        var meant = new HashMap<String, String>();
        for (Path truth : files.ending("mail_clusters.json")) {
            for (JsonNode cluster : Json.parse(Files.readString(truth))) {
                cluster.path("members")
                        .forEach(m ->
                                meant.put(
                                        m.asString("").toLowerCase(java.util.Locale.ROOT),
                                        cluster.path("cluster").asString("")));
            }
        }
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        var groups = new HashMap<Path, List<String>>();
        reports.forEach((mail, alert) -> groups.put(mail, clustersOf(said, alert)));
        List<Path> labelled = reports.keySet().stream().filter(MailBench::phish).sorted().toList();
        int[] counts = new int[3];
        for (int i = 0; i < labelled.size(); i++) {
            for (int j = i + 1; j < labelled.size(); j++) {
                List<String> one = groups.getOrDefault(labelled.get(i), List.of());
                boolean together = groups.getOrDefault(labelled.get(j), List.of()).stream().anyMatch(one::contains);
                String a = meant.getOrDefault(BenchFiles.name(labelled.get(i)), "");
                boolean same = !a.isEmpty() && a.equals(meant.get(BenchFiles.name(labelled.get(j))));
                counts[0] += together && same ? 1 : 0;
                counts[1] += together && !same ? 1 : 0;
                counts[2] += !together && same ? 1 : 0;
            }
        }
        return Optional.of(new Tally("pair of one campaign", counts[0], counts[1], counts[2], List.of(), List.of()));
    }

    private static List<String> clustersOf(Predictions said, Alert alert) {
        String id = message(alert).map(m -> ((Entity.MailMessage) m).networkMessageId()).orElse("");
        return said.all().stream()
                .map(Predictions.Judged::entity)
                .filter(Entity.MailCluster.class::isInstance)
                .map(Entity.MailCluster.class::cast)
                .filter(c -> c.networkMessageIds().contains(id))
                .map(c -> c.key().value())
                .toList();
    }
}
