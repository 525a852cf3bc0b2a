package dupin.service;

import dupin.engine.CaseState;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.respond.EstateException;
import dupin.respond.Responder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which responder the open case's actions go to. Opening a case arms the simulated estate, whatever the case says and
/// wherever it comes from; another one is armed by a person, for as long as the case stays open, and the journal tells.
/// Thread-safe; blocks.
public final class Arming {
    private final CaseWrites live;
    private final Responder simulated;
    private final Path memory;
    private final Function<Entity.MailCluster, List<Entity.MailMessage>> mails;
    private volatile Armed now;
    private volatile Runnable changed = () -> {};

    private record Armed(Responder responder, @Nullable Instant since, String by) {}

    /// What is armed.
    ///
    /// @param since null for the simulated estate that a case begins with
    /// @param waiting actions that belong to a responder that is not armed
    public record State(String name, boolean real, @Nullable Instant since, String by, int waiting) {}

    /// Whether a responder is there and may be used.
    ///
    /// @param said a sentence of its own
    /// @param offers labels of the kinds of actions that it can carry out
    public record Probe(boolean works, String said, List<String> offers) {
        public Probe {
            offers = List.copyOf(offers);
        }
    }

    /// @param memory folder for what real responders remember of their orders
    /// @param mails those of a cluster that the case knows
    Arming(
            CaseWrites live,
            Responder simulated,
            Path memory,
            Function<Entity.MailCluster, List<Entity.MailMessage>> mails) {
        this.live = live;
        this.simulated = simulated;
        this.memory = memory;
        this.mails = mails;
        now = new Armed(simulated, null, "");
    }

    /// Who goes on with what had waited; set while the case is wired.
    void whenChanged(Runnable listener) {
        changed = listener;
    }

    Responder responder() {
        return now.responder();
    }

    public State state() {
        Armed armed = now;
        int waiting =
                live.read(state ->
                        (int) state.actions().stream().filter(a -> waits(a, armed.responder().name())).count());
        return new State(armed.responder().name(), armed.responder().real(), armed.since(), armed.by(), waiting);
    }

    /// Labels of the kinds of actions whose circuit breaker is open now.
    List<String> tripped(CaseState state) {
        return Brakes.of(state, live.clock().instant()).tripped().stream().map(kind -> kind.type().label()).toList();
    }

    static boolean waits(RemediationAction action, String armed) {
        boolean open = action.state().open() && action.state() != ActionState.PENDING;
        String owner = Dispatch.owner(action);
        return open && !owner.isEmpty() && !owner.equals(armed);
    }

    /// Arms a responder of the user's.
    ///
    /// @param passphrase opens the key store; empty for a kind without a secret
    /// @throws Problem when it cannot be opened; the one before stays armed
    public synchronized void arm(
            ResponderShelf shelf, ResponderProfile profile, char[] passphrase, String actor, String comment) {
        char[] secret = shelf.secret(profile, passphrase);
        Armed before = now;
        if (before.responder().name().equals(profile.name())) {
            disarm(actor, comment);
        }
        Responder opened;
        try {
            Files.createDirectories(memory);
            String file = profile.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".ndjson";
            opened = ResponderKinds.open(profile, memory.resolve(file), secret, live.clock(), mails);
        } catch (IOException | EstateException | IllegalArgumentException e) {
            throw new Problem(
                    "The responder \"" + profile.name() + "\" cannot be armed: " + e.getMessage(),
                    "The simulated estate or the responder before is armed.",
                    "Correct the responder and try again.",
                    e);
        }
        try {
            become(opened, actor, comment);
        } catch (Problem refused) {
            opened.close();
            throw refused;
        }
    }

    /// Asks a responder of the user's whether it is there. Nothing is armed, nothing is ordered, and nothing of it stays.
    ///
    /// @param passphrase as in [#arm]
    /// @throws Problem when the key store does not open or a setting is wrong
    public Probe probe(ResponderShelf shelf, ResponderProfile profile, char[] passphrase) {
        char[] secret = shelf.secret(profile, passphrase);
        try {
            Path nowhere = Files.createTempDirectory("dupin-probe");
            Path ledger = nowhere.resolve("probe.ndjson");
            try (Responder opened = ResponderKinds.open(profile, ledger, secret, live.clock(), mails)) {
                Responder.Outcome outcome = opened.probe();
                List<String> offers =
                        Arrays.stream(ActionType.values()).filter(opened::supports).map(ActionType::label).toList();
                return new Probe(outcome.completed(), outcome.details(), offers);
            } finally {
                Files.deleteIfExists(ledger);
                Files.deleteIfExists(nowhere);
            }
        } catch (IOException | EstateException | IllegalArgumentException e) {
            throw new Problem(
                    "The responder \"" + profile.name() + "\" cannot be asked: " + e.getMessage(),
                    "Nothing was changed.",
                    "Correct the responder and try again.",
                    e);
        }
    }

    /// Arms the simulated estate again. What another responder has begun waits for it.
    public synchronized void disarm(String actor, String comment) {
        if (now.responder() != simulated) {
            become(simulated, actor, comment);
        }
    }

    private void become(Responder next, String actor, String comment) {
        live.commit(actor, new Entry.ResponderArmed(next.name(), next.real(), comment));
        Responder before = now.responder();
        now = new Armed(next, live.clock().instant(), actor);
        if (before != simulated) {
            before.close();
        }
        changed.run();
    }

    void close() {
        Responder last = now.responder();
        if (last != simulated) {
            last.close();
        }
    }
}
