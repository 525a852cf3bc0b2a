package dupin.service;

import dupin.respond.SecretStore;
import dupin.respond.SimulatedEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The user's responders: profiles in one file of the settings folder, secrets in a key store beside it. No case names or
/// holds any of this, so that a case from elsewhere cannot bring a responder with it. Blocks (disk, key derivation).
public final class ResponderShelf {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}");
    private static final int SHORTEST_PASSPHRASE = 12;

    private final Path file;
    private final SecretStore secrets;
    private final JsonMapper json = JsonMapper.builder().build();

    ResponderShelf(Path home) {
        file = home.resolve("responders.json");
        secrets = new SecretStore(home.resolve("responders.secrets"));
    }

    /// @throws Problem when the file cannot be read
    public synchronized List<ResponderProfile> profiles() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return List.of(json.readValue(Files.readAllBytes(file), ResponderProfile[].class));
        } catch (IOException | JacksonException | NullPointerException e) {
            throw new Problem(
                    "The responders in " + file + " cannot be read.",
                    "The simulated estate is still there.",
                    "Correct the file, or delete it and describe the responders anew.",
                    e);
        }
    }

    /// Whether a passphrase has been chosen already.
    public boolean locked() {
        return secrets.exists();
    }

    /// Keeps a profile, in the place of one of the same name.
    ///
    /// @param secret empty for a kind without one
    /// @param passphrase opens the key store, or becomes its passphrase when there is none yet; not kept
    /// @throws Problem when something about the profile is not as it should be, or the passphrase is wrong
    public synchronized void put(ResponderProfile profile, char[] secret, char[] passphrase) {
        String name = profile.name();
        require(NAME.matcher(name).matches(), "A responder's name has letters, digits and spaces, at most 40.");
        require(!name.equalsIgnoreCase(SimulatedEstate.NAME), "That name belongs to the simulated estate.");
        for (String key : profile.kind().settings()) {
            require(!profile.setting(key).isBlank(), "The responder needs a value for " + key + ".");
        }
        ResponderKinds.check(profile);
        if (profile.kind().secret()) {
            require(secret.length > 0, "The responder needs a secret.");
            require(
                    locked() || passphrase.length >= SHORTEST_PASSPHRASE,
                    "The passphrase of the key store needs at least " + SHORTEST_PASSPHRASE + " characters.");
            unlocked(() -> secrets.write(name, secret, passphrase));
        }
        var all = new ArrayList<>(profiles());
        for (ResponderProfile old : profiles()) {
            if (old.name().equalsIgnoreCase(name)) {
                all.remove(old);
                if (!old.name().equals(name) || !profile.kind().secret()) {
                    unlocked(() -> secrets.remove(old.name()));
                }
            }
        }
        all.add(profile);
        save(all);
    }

    /// Forgets a profile and its secret.
    ///
    /// @throws Problem when the key store cannot be written; the profile stays
    public synchronized void remove(String name) {
        unlocked(() -> secrets.remove(name));
        save(profiles().stream().filter(profile -> !profile.name().equals(name)).toList());
    }

    /// @throws Problem when the passphrase does not open the key store, or the secret is not in it
    char[] secret(ResponderProfile profile, char[] passphrase) {
        if (!profile.kind().secret()) {
            return new char[0];
        }
        var found = new char[][] {new char[0]};
        unlocked(() -> found[0] = secrets.read(profile.name(), passphrase));
        require(found[0].length > 0, "The key store holds no secret for \"" + profile.name() + "\".");
        return found[0];
    }

    private static void unlocked(Runnable work) {
        try {
            work.run();
        } catch (SecretStore.SecretException e) {
            throw new Problem(String.valueOf(e.getMessage()), "Nothing was changed.", "Try the passphrase again.", e);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Problem(what, "Nothing was changed.", "Correct it and try again.");
        }
    }

    private void save(List<ResponderProfile> all) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, json.writeValueAsBytes(all));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Problem(
                    "The responders cannot be written to " + file + ": " + e.getMessage() + ".",
                    "They stay as they were.",
                    "Choose a settings folder that you may write to.",
                    e);
        }
    }
}
