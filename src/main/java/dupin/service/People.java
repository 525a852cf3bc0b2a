package dupin.service;

import dupin.model.RemediationAction;
import dupin.model.people.Command;
import dupin.model.people.Operator;
import dupin.model.people.Role;
import dupin.model.people.Signature;
import dupin.model.policy.Staff;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The operators of this console and who of them is at it. Without operators there is one local administrator, who may do
/// everything and signs nothing. Signing in takes a moment on purpose: background only. Thread-safe.
///
/// It keeps apart people who share a console; whoever can write to the file of the operators, or to a case, needs no console.
public final class People {
    static final int IDLE_MINUTES = 15;
    private static final int MOST_FAILURES = 5;
    private static final Duration LOCK_OUT = Duration.ofMinutes(15);
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_024;
    private static final int LONGEST_NAME = 64;

    private final OperatorFile file;
    private final InstantSource clock;
    private final Hardness hardness;
    private final KeyVault vault = new KeyVault();
    private OperatorFile.Content content;
    private @Nullable Session session;
    private boolean locked;

    /// Who is at the console.
    private record Session(String name, PrivateKey key, Instant active) {
        Session at(Instant now) {
            return new Session(name, key, now);
        }
    }

    /// @throws Problem when the file is there and cannot be read
    public People(Path file, InstantSource clock) {
        this(file, clock, Hardness.USUAL);
    }

    People(Path file, InstantSource clock, Hardness hardness) {
        this.file = new OperatorFile(file);
        this.clock = clock;
        this.hardness = hardness;
        this.content = this.file.read();
    }

    /// Whether anybody has to sign in.
    public synchronized boolean configured() {
        return !content.operators().isEmpty();
    }

    public synchronized List<Operator> list() {
        return content.operators().stream().map(People::shown).toList();
    }

    private static Operator shown(OperatorFile.Record one) {
        return new Operator(one.name(), one.role(), one.vault().publicKey(), one.lockedUntil());
    }

    public synchronized Staff staff() {
        return new Staff(count(Role.ANALYST), count(Role.APPROVER), count(Role.ADMINISTRATOR));
    }

    private int count(Role role) {
        return (int) content.operators().stream().filter(o -> o.role() == role).count();
    }

    /// Who is signed in, also while the console is locked.
    public synchronized Optional<Operator> signedIn() {
        Session now = session;
        return now == null ? Optional.empty() : find(now.name()).map(People::shown);
    }

    /// Whether somebody is signed in and has been away too long, or locked the console.
    public synchronized boolean locked() {
        Session now = session;
        if (now != null && !locked && now.active().plus(idle()).isBefore(clock.instant())) {
            locked = true;
        }
        return now != null && locked;
    }

    public synchronized Duration idle() {
        return Duration.ofMinutes(content.idleMinutes());
    }

    public synchronized void lock() {
        locked = session != null;
    }

    /// The person at the console did something.
    public synchronized void active() {
        Session now = session;
        if (now != null && !locked()) {
            session = now.at(clock.instant());
        }
    }

    public synchronized void signOut() {
        session = null;
        locked = false;
    }

    /// Signs in, or unlocks. The passphrase is wiped.
    ///
    /// @throws Problem when name or passphrase is wrong, or the operator is locked out
    public synchronized void signIn(String name, char[] passphrase) {
        try {
            Instant now = clock.instant();
            Optional<OperatorFile.Record> known = find(name);
            Instant until = known.map(OperatorFile.Record::lockedUntil).orElse(null);
            if (until != null && now.isBefore(until)) {
                throw new Problem(
                        name + " is locked out until " + until + " after " + MOST_FAILURES + " wrong passphrases.",
                        "Nobody was signed in.",
                        "Wait, or let an administrator set another passphrase.");
            }
            // A name that nobody bears takes as long, so that names cannot be found out by the clock.
            Optional<PrivateKey> key =
                    known.isPresent()
                            ? vault.open(name, passphrase, known.get().vault())
                            : vault.open(name, passphrase, nobody());
            if (known.isEmpty() || key.isEmpty()) {
                known.ifPresent(one -> failed(one, now));
                throw new Problem("Name or passphrase is wrong.", "Nobody was signed in.", "Try again.");
            }
            if (known.get().failures() > 0 || known.get().lockedUntil() != null) {
                replace(name, one -> one.failed(0, null));
            }
            session = new Session(name, key.get(), now);
            locked = false;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private KeyVault.Sealed nobody() {
        String zeros = Base64.getEncoder().encodeToString(new byte[64]);
        String nonce = Base64.getEncoder().encodeToString(new byte[12]);
        return new KeyVault.Sealed(hardness, zeros, nonce, zeros, "");
    }

    private void failed(OperatorFile.Record one, Instant now) {
        int failures = one.failures() + 1;
        boolean out = failures >= MOST_FAILURES;
        replace(one.name(), r -> r.failed(out ? 0 : failures, out ? now.plus(LOCK_OUT) : null));
    }

    /// The name under which commands are written: the operator's, or the local administrator's own.
    public synchronized String actor(String local) {
        return configured() ? signedIn().map(Operator::name).orElse("") : local;
    }

    /// @throws Problem when whoever is at the console may not
    public synchronized void require(Command command) {
        if (!configured()) {
            return;
        }
        Operator who =
                signedIn()
                        .orElseThrow(() ->
                                denied(
                                        "Nobody is signed in, and \"" + command.label() + "\" needs somebody.",
                                        "Sign in."));
        if (locked()) {
            throw denied("The console is locked.", "Unlock it with " + who.name() + "'s passphrase.");
        }
        if (!who.role().may(command)) {
            throw denied(
                    "\""
                            + command.label()
                            + "\" needs the role "
                            + command.least().label()
                            + "; "
                            + who.name()
                            + " is "
                            + who.role().label()
                            + ".",
                    "Ask somebody with that role.");
        }
    }

    private static Problem denied(String what, String next) {
        return new Problem(what, "Nothing was changed.", next);
    }

    /// Signs a text with the key of whoever is at the console; empty when that is the local administrator.
    public synchronized Optional<Signature> sign(String text) {
        Session now = session;
        if (now == null || locked()) {
            return Optional.empty();
        }
        try {
            java.security.Signature signer = java.security.Signature.getInstance("Ed25519");
            signer.initSign(now.key());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            String key = find(now.name()).map(o -> o.vault().publicKey()).orElse("");
            return Optional.of(new Signature(key, Base64.getEncoder().encodeToString(signer.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks Ed25519", e);
        }
    }

    /// Names another operator. The first one is an administrator and is signed in at once. The passphrase is wiped.
    ///
    /// @throws Problem when whoever is at the console may not, the name is taken, or the passphrase is too short
    public synchronized void add(String name, Role role, char[] passphrase) {
        try {
            require(Command.MANAGE_OPERATORS);
            boolean first = !configured();
            check(name, passphrase);
            if (first && role != Role.ADMINISTRATOR) {
                throw new Problem(
                        "The first operator must be an administrator.",
                        "Nothing was changed.",
                        "Choose that role; others can follow.");
            }
            char[] copy = passphrase.clone();
            var all = new ArrayList<>(content.operators());
            all.add(new OperatorFile.Record(name, role, vault.create(name, passphrase, hardness), 0, null));
            keep(all);
            if (first) {
                signIn(name, copy);
            }
            Arrays.fill(copy, '\0');
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void check(String name, char[] passphrase) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip()) || name.indexOf(';') >= 0) {
            throw new Problem(
                    "A name has 1 to 64 characters and no semicolon.", "Nothing was changed.", "Choose another one.");
        }
        if (find(name).isPresent() || name.equals(RemediationAction.AUTOMATION)) {
            throw new Problem("The name " + name + " is taken.", "Nothing was changed.", "Choose another one.");
        }
        check(passphrase);
    }

    private static void check(char[] passphrase) {
        if (passphrase.length < SHORTEST || passphrase.length > LONGEST) {
            throw new Problem(
                    "A passphrase has at least " + SHORTEST + " characters.",
                    "Nothing was changed.",
                    "Take several words that belong together for nobody but you.");
        }
    }

    /// @throws Problem when whoever is at the console may not, or the last administrator would be gone
    public synchronized void changeRole(String name, Role role) {
        require(Command.MANAGE_OPERATORS);
        need(name);
        if (role != Role.ADMINISTRATOR) {
            lastAdministratorStays(name);
        }
        replace(name, one -> one.with(role));
    }

    /// Removes an operator. When the last one goes, the console belongs to one local administrator again.
    ///
    /// @throws Problem when whoever is at the console may not, or operators without an administrator would be left
    public synchronized void remove(String name) {
        require(Command.MANAGE_OPERATORS);
        need(name);
        if (content.operators().size() > 1) {
            lastAdministratorStays(name);
        }
        keep(content.operators().stream().filter(o -> !o.name().equals(name)).toList());
        Session now = session;
        if (now != null && now.name().equals(name)) {
            signOut();
        }
    }

    private void lastAdministratorStays(String name) {
        boolean others =
                content.operators().stream().anyMatch(o -> o.role() == Role.ADMINISTRATOR && !o.name().equals(name));
        if (!others) {
            throw new Problem(
                    name + " is the only administrator.", "Nothing was changed.", "Name another administrator first.");
        }
    }

    /// Gives an operator another passphrase and another key: what was signed before stays signed with the old one.
    ///
    /// @throws Problem when whoever is at the console may not, or the passphrase is too short
    public synchronized void reset(String name, char[] passphrase) {
        try {
            require(Command.MANAGE_OPERATORS);
            need(name);
            check(passphrase);
            KeyVault.Sealed fresh = vault.create(name, passphrase, hardness);
            replace(name, one -> one.with(fresh));
            Session now = session;
            if (now != null && now.name().equals(name)) {
                signOut();
            }
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void need(String name) {
        if (find(name).isEmpty()) {
            throw new Problem("There is no operator " + name + ".", "Nothing was changed.", "");
        }
    }

    private Optional<OperatorFile.Record> find(String name) {
        return content.operators().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    private void replace(String name, UnaryOperator<OperatorFile.Record> change) {
        keep(content.operators().stream().map(o -> o.name().equals(name) ? change.apply(o) : o).toList());
    }

    private void keep(List<OperatorFile.Record> operators) {
        var next = new OperatorFile.Content(operators, content.idleMinutes());
        file.write(next);
        content = next;
    }
}
