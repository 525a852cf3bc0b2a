package dupin.service;

import dupin.model.Entity;
import dupin.respond.CommandFiles;
import dupin.respond.Responder;
import dupin.respond.defender.DefenderResponder;
import dupin.respond.defender.DefenderSettings;
import dupin.respond.openc2.OpenC2Commands;
import dupin.respond.openc2.OpenC2Responder;
import dupin.respond.runbook.RunbookFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes responders of profiles: the one place that knows them all.
final class ResponderKinds {
    private ResponderKinds() {}

    /// @throws Problem when a setting is not as it should be
    static void check(ResponderProfile profile) {
        try {
            switch (profile.kind()) {
                case DEFENDER -> defender(profile);
                case OPENC2 -> OpenC2Responder.address(URI.create(profile.setting("address")));
                case OPENC2_FILES, RUNBOOK -> {
                    var _ = Path.of(profile.setting("folder"));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    "The responder cannot be used: " + e.getMessage(),
                    "Nothing was changed.",
                    "Correct it and try again.",
                    e);
        }
    }

    /// @param ledger where it keeps its memory
    /// @param mails those of a cluster that the case knows
    static Responder open(
            ResponderProfile profile,
            Path ledger,
            char[] secret,
            Clock clock,
            Function<Entity.MailCluster, List<Entity.MailMessage>> mails) {
        Supplier<char[]> secrets = secret::clone;
        return switch (profile.kind()) {
            case DEFENDER -> new DefenderResponder(defender(profile), ledger, secrets, clock, mails);
            case OPENC2 ->
                    new OpenC2Responder(profile.name(), URI.create(profile.setting("address")), ledger, secrets, clock);
            case OPENC2_FILES ->
                    new CommandFiles(
                            profile.name(), Path.of(profile.setting("folder")), ledger, new OpenC2Commands(), clock);
            case RUNBOOK ->
                    new CommandFiles(
                            profile.name(), Path.of(profile.setting("folder")), ledger, new RunbookFiles(), clock);
        };
    }

    private static DefenderSettings defender(ResponderProfile profile) {
        DefenderSettings cloud =
                DefenderSettings.of(profile.name(), profile.setting("tenant"), profile.setting("clientId"));
        return new DefenderSettings(
                cloud.name(),
                cloud.tenant(),
                cloud.clientId(),
                uri(profile, "login", cloud.login()),
                uri(profile, "defender", cloud.defender()),
                uri(profile, "graph", cloud.graph()));
    }

    /// Another cloud than the public one.
    private static URI uri(ResponderProfile profile, String key, URI usual) {
        String set = profile.setting(key);
        return set.isEmpty() ? usual : URI.create(set);
    }
}
