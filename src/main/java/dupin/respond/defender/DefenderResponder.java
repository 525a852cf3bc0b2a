package dupin.respond.defender;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Attempts;
import dupin.respond.Responder;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Carries actions out through Defender for Endpoint and Graph security. Its ledger remembers every order that was given,
/// so that a restart asks for its end and does not order twice. Thread-safe; one call at a time.
public final class DefenderResponder implements Responder {
    private static final String OPERATION = "operation";

    private final DefenderSettings settings;
    private final Attempts attempts;
    private final InstantSource clock;
    private final Api defender;
    private final Api graph;
    private final HttpClient http;
    private final Function<Entity.MailCluster, List<Entity.MailMessage>> mails;

    /// @param ledger file of its memory
    /// @param secret the application's secret, asked for with every new token
    /// @param mails those of a cluster that the case knows, each with its recipient
    public DefenderResponder(
            DefenderSettings settings,
            Path ledger,
            Supplier<char[]> secret,
            InstantSource clock,
            Function<Entity.MailCluster, List<Entity.MailMessage>> mails) {
        this.settings = settings;
        this.mails = mails;
        this.attempts = new Attempts(ledger, settings.name());
        this.clock = clock;
        this.http = Api.client();
        this.defender =
                new Api(
                        "Microsoft Defender",
                        settings.defender(),
                        new Token(settings, settings.defender(), secret, http, clock),
                        http,
                        clock);
        this.graph =
                new Api(
                        "Microsoft Graph",
                        settings.graph(),
                        new Token(settings, settings.graph(), secret, http, clock),
                        http,
                        clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean real() {
        return true;
    }

    @Override
    public boolean supports(ActionType type) {
        return MachineDeed.does(type)
                || indicator(type)
                || IdentityDeed.does(type)
                || MailDeed.does(type)
                || ClusterDeed.does(type);
    }

    private static boolean indicator(ActionType type) {
        return type == ActionType.BLOCK_FILE || type == ActionType.BLOCK_URL || type == ActionType.BLOCK_IP;
    }

    private Deed deed(RemediationAction action) {
        ActionType type = action.type();
        if (indicator(type)) {
            return new IndicatorDeed(defender, action);
        }
        if (IdentityDeed.does(type)) {
            return new IdentityDeed(graph, action);
        }
        if (ClusterDeed.does(type)) {
            List<Entity.MailMessage> known =
                    action.target() instanceof Entity.MailCluster cluster ? mails.apply(cluster) : List.of();
            return new ClusterDeed(graph, action, known, attempts.partly(action));
        }
        return MailDeed.does(type)
                ? new MailDeed(graph, action)
                : new MachineDeed(defender, action, Machines.id(defender, action));
    }

    /// What goes wrong on the way is an outcome like any other; a refusal for good is remembered.
    private Outcome told(RemediationAction action, String effect, Function<Deed, Outcome> what) {
        try {
            return what.apply(deed(action));
        } catch (ServiceTrouble e) {
            Outcome outcome = e.outcome();
            return outcome.status() == Status.UNDER_WAY || effect.isEmpty()
                    ? outcome
                    : attempts.write(action, effect, clock.instant(), outcome, Map.of());
        }
    }

    @Override
    public synchronized Outcome execute(RemediationAction action) {
        Optional<Outcome> known = attempts.outcome(action);
        if (known.isPresent()) {
            return known.get();
        }
        if (!supports(action.type())) {
            return new Outcome(false, name() + " cannot do this: " + action.type().label() + ".");
        }
        if (attempts.same(action) > 0) {
            return attempts.write(
                    action,
                    Attempts.EXECUTE,
                    clock.instant(),
                    new Outcome(true, "It was in effect already; now held by one more action."),
                    attempts.beforeOthers(action));
        }
        return told(action, Attempts.EXECUTE, deed -> order(action, deed));
    }

    private Outcome order(RemediationAction action, Deed deed) {
        Map<String, String> begun = attempts.begun(action, false).orElse(null);
        if (begun == null) {
            var before = new TreeMap<>(attempts.beforeEarlier(action).orElseGet(deed::before));
            Optional<String> lost = deed.known(Machines.mark(action, false));
            if (lost.isEmpty() && Boolean.parseBoolean(before.get("already"))) {
                return attempts.write(
                        action,
                        Attempts.EXECUTE,
                        clock.instant(),
                        new Outcome(true, Attempts.place(action) + " was in that state already; undo leaves it so."),
                        before);
            }
            Deed.Step step = lost.map(deed::progress).orElseGet(() -> deed.order(Machines.comment(action, false)));
            return end(action, Attempts.EXECUTE, step, before);
        }
        return end(action, Attempts.EXECUTE, deed.progress(begun.getOrDefault(OPERATION, "")), begun);
    }

    /// Remembers an order that is under way, or its end.
    private Outcome end(RemediationAction action, String effect, Deed.Step step, Map<String, String> before) {
        var with = new TreeMap<>(before);
        with.putAll(step.done());
        if (step.status() != Status.UNDER_WAY) {
            return attempts.write(action, effect, clock.instant(), step.outcome(), with);
        }
        boolean undo = effect.equals(Attempts.UNDO);
        Optional<Map<String, String>> begun = attempts.begun(action, undo);
        boolean further = !step.done().isEmpty() && !begun.filter(with::equals).isPresent();
        if (further || (!step.operation().isEmpty() && begun.isEmpty())) {
            if (!step.operation().isEmpty()) {
                with.put(OPERATION, step.operation());
            }
            attempts.write(action, undo ? Attempts.BEGIN_UNDO : Attempts.BEGIN, clock.instant(), step.outcome(), with);
        }
        return step.outcome();
    }

    @Override
    public synchronized Outcome undo(RemediationAction action) {
        Optional<Outcome> known = attempts.undoOutcome(action);
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, String> before = attempts.before(action).orElse(null);
        if (before == null) {
            return new Outcome(
                    false, "There is nothing to undo: " + Attempts.place(action) + " was not changed by this action.");
        }
        int others = attempts.others(action);
        String kept =
                others > 0
                        ? Attempts.kept(others)
                        : Boolean.parseBoolean(before.get("already"))
                                ? "stays as it is, because it was so before the action."
                                : "";
        if (!kept.isEmpty()) {
            return attempts.write(
                    action,
                    Attempts.UNDO,
                    clock.instant(),
                    new Outcome(true, Attempts.place(action) + " " + kept),
                    before);
        }
        return told(action, Attempts.UNDO, deed -> restore(action, deed, before));
    }

    private Outcome restore(RemediationAction action, Deed deed, Map<String, String> before) {
        Map<String, String> begun = attempts.begun(action, true).orElse(null);
        if (begun != null) {
            return end(action, Attempts.UNDO, deed.progress(begun.getOrDefault(OPERATION, "")), before);
        }
        Optional<String> lost = deed.known(Machines.mark(action, true));
        Deed.Step step = lost.map(deed::progress).orElseGet(() -> deed.restore(Machines.comment(action, true), before));
        return end(action, Attempts.UNDO, step, before);
    }

    @Override
    public synchronized Outcome verify(RemediationAction action, boolean expectEffect) {
        Map<String, String> before = attempts.before(action).orElse(Map.of());
        boolean was = Boolean.parseBoolean(before.get("already"));
        boolean stays = !expectEffect && (was || attempts.others(action) > 0);
        return stays
                ? new Outcome(true, "It stays in effect without this action.")
                : told(action, "", deed -> deed.verify(expectEffect));
    }

    @Override
    public synchronized Outcome cancel(RemediationAction action) {
        Map<String, String> begun = attempts.begun(action, false).orElse(null);
        Outcome off =
                begun == null
                        ? new Outcome(true, "It was never ordered.")
                        : told(
                                action,
                                "",
                                deed ->
                                        deed.cancel(
                                                begun.getOrDefault(OPERATION, ""), Machines.comment(action, false)));
        if (attempts.outcome(action).isEmpty()) {
            attempts.write(
                    action,
                    Attempts.EXECUTE,
                    clock.instant(),
                    new Outcome(false, "Its time was up. " + off.details()),
                    Map.of());
        }
        return off;
    }

    /// Signs in to both services and reads one device.
    @Override
    public Outcome probe() {
        try {
            graph.signIn();
            defender.get("/api/machines?$top=1");
            return new Outcome(true, "Microsoft Defender answers, and Microsoft Graph lets the application sign in.");
        } catch (ServiceTrouble e) {
            return new Outcome(false, e.outcome().details());
        }
    }

    @Override
    public synchronized void close() {
        attempts.close();
        http.shutdownNow();
    }
}
