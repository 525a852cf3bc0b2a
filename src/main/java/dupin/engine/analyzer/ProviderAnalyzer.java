package dupin.engine.analyzer;

import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Severity;
import dupin.model.Technique;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the alerts say: that they name the entity, in which role, and the provider's verdict. The provider is a witness:
/// one finding of one cause, none at all in a blind review.
final class ProviderAnalyzer implements Analyzer {

    static final String NAME = "Alert evidence";
    private static final Set<String> AGAINST = Set.of("contextual", "attacked", "destination");
    private static final Set<String> FOR =
            Set.of("attacker", "commandandcontrol", "suspicious", "created", "loaded", "compromised");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Alerts";
    }

    @Override
    public String description() {
        return "Reads severity, roles and the provider's verdicts from the alerts' evidence";
    }

    @Override
    public void run(Work work) {
        for (Entity entity : work.fresh(Entity.class)) {
            List<Inquiry.Sighting> sightings = work.inquiry().sightings(entity.key());
            if (!sightings.isEmpty()) {
                alerts(work, entity.key(), sightings);
                roles(work, entity.key(), sightings);
                if (!work.inquiry().policy().blindReview()) {
                    verdict(work, entity.key(), sightings);
                }
            }
        }
    }

    private static void alerts(Work work, EntityKey key, List<Inquiry.Sighting> sightings) {
        Inquiry.Sighting worst = sightings.getFirst();
        var titles = new ArrayList<String>();
        var citations = new ArrayList<Citation>();
        for (Inquiry.Sighting sighting : sightings) {
            var alert = sighting.alert();
            worst = alert.severity().compareTo(worst.alert().severity()) > 0 ? sighting : worst;
            if (!titles.contains(alert.title())) {
                titles.add(alert.title());
                citations.add(cite(sighting));
            }
        }
        Severity severity = worst.alert().severity();
        String rest = titles.size() > 1 ? " and " + (titles.size() - 1) + " more" : "";
        String technique = worst.alert().mitreTechniques().isEmpty() ? "" : worst.alert().mitreTechniques().getFirst();
        work.find(
                key,
                "alert." + severity.name().toLowerCase(Locale.ROOT),
                "alerts",
                "Named by the alert %s%s (%s severity)"
                        .formatted(Text.quote(worst.alert().title()), rest, severity.label().toLowerCase(Locale.ROOT)),
                technique.isEmpty() ? Technique.NONE : new Technique(technique, work.facts().attackName(technique)),
                citations);
    }

    private static void roles(Work work, EntityKey key, List<Inquiry.Sighting> sightings) {
        // A bystander of one alert may be what another alert is about.
        boolean bystander = sightings.stream().allMatch(s -> has(s, AGAINST));
        for (Inquiry.Sighting sighting : sightings) {
            for (String role : sighting.evidence().roles()) {
                String word = role.toLowerCase(Locale.ROOT);
                if (FOR.contains(word) || bystander && AGAINST.contains(word)) {
                    String weightId =
                            word.equals("attacker") || word.equals("commandandcontrol")
                                    ? "role.attacker"
                                    : FOR.contains(word) ? "role.suspicious" : "role.contextual";
                    work.find(
                            key,
                            weightId,
                            "role",
                            "The alert %s gives it the role %s"
                                    .formatted(Text.quote(sighting.alert().title()), Text.quote(role)),
                            Technique.NONE,
                            List.of(cite(sighting)));
                }
            }
        }
    }

    private static boolean has(Inquiry.Sighting sighting, Set<String> words) {
        return sighting.evidence().roles().stream().anyMatch(role -> words.contains(role.toLowerCase(Locale.ROOT)));
    }

    private static void verdict(Work work, EntityKey key, List<Inquiry.Sighting> sightings) {
        for (Inquiry.Sighting sighting : sightings) {
            Optional<Verdict> verdict = Verdict.parse(sighting.evidence().providerVerdict());
            verdict.ifPresent(v ->
                    work.find(
                            key,
                            switch (v) {
                                case MALICIOUS -> "provider.malicious";
                                case SUSPICIOUS -> "provider.suspicious";
                                case NO_THREATS_FOUND, NOT_EVALUABLE -> "provider.clean";
                            },
                            "provider",
                            "The provider's verdict is %s".formatted(Text.quote(sighting.evidence().providerVerdict())),
                            Technique.NONE,
                            List.of(cite(sighting))));
            String detection = sighting.evidence().detectionStatus().toLowerCase(Locale.ROOT);
            if (detection.equals("detected") || detection.equals("blocked") || detection.equals("prevented")) {
                work.find(
                        key,
                        detection.equals("detected") ? "provider.noticed" : "provider.detected",
                        "provider",
                        "The provider's protection reports it as %s%s"
                                .formatted(
                                        Text.quote(detection),
                                        sighting.alert().threatFamilyName().isEmpty()
                                                ? ""
                                                : ", family " + Text.quote(sighting.alert().threatFamilyName())),
                        Technique.NONE,
                        List.of(cite(sighting)));
            }
        }
    }

    private static Citation cite(Inquiry.Sighting sighting) {
        return new Citation(Citation.Kind.ALERT, sighting.alert().id(), sighting.alert().title());
    }
}
