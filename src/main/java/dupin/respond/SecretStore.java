package dupin.respond;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Secrets of responders in one file of the user's, never in a case: each sealed by itself with AES-256-GCM under one key that
/// Argon2id makes of a passphrase, so that one can be forgotten by whoever does not know it. Each writing takes a new salt and
/// new nonces. One process at a time.
public final class SecretStore {
    private static final String SECRETS = "secrets";
    private static final int MEMORY_KIB = 64 << 10;
    private static final int ITERATIONS = 3;
    private static final int MAX_FILE = 1 << 20;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;

    /// The file cannot be opened; the message is a sentence for the user and never holds a secret.
    public static final class SecretException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SecretException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.builder().build();

    public SecretStore(Path file) {
        this.file = file;
    }

    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /// The secret of that name; empty when there is none.
    ///
    /// @throws SecretException when the passphrase is wrong or the file is damaged
    public char[] read(String name, char[] passphrase) {
        return open(passphrase).getOrDefault(id(name), "").toCharArray();
    }

    /// Keeps a secret beside the others, which the same passphrase must open.
    ///
    /// @throws SecretException when the passphrase is wrong, or the file is damaged or cannot be written
    public void write(String name, char[] secret, char[] passphrase) {
        Map<String, String> all = open(passphrase);
        all.put(id(name), new String(secret));
        seal(all, passphrase);
    }

    /// Forgets a secret; with the last one the file goes, and another passphrase can be chosen.
    ///
    /// @throws SecretException when the file is damaged or cannot be written
    public void remove(String name) {
        if (!exists()) {
            return;
        }
        try {
            ObjectNode node = parsed();
            ObjectNode secrets = node.withObject(SECRETS);
            secrets.remove(id(name));
            if (secrets.isEmpty()) {
                Files.delete(file);
            } else {
                put(node);
            }
        } catch (IOException | JacksonException e) {
            throw new SecretException("The key store " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private ObjectNode parsed() throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new IOException("it is too large");
        }
        if (!(json.readTree(Files.readAllBytes(file)) instanceof ObjectNode node) || !node.has(SECRETS)) {
            throw new IOException("it is no key store of this version; delete it and enter the secrets again");
        }
        return node;
    }

    private Map<String, String> open(char[] passphrase) {
        var all = new TreeMap<String, String>();
        if (!exists()) {
            return all;
        }
        try {
            ObjectNode node = parsed();
            byte[] salt = bytes(node, "salt");
            // What the file says of memory and passes is bounded: it could have been swapped for one that never ends.
            int memory = Math.clamp(node.path("memoryKiB").asInt(MEMORY_KIB), 8 << 10, 1 << 20);
            int passes = Math.clamp(node.path("iterations").asInt(ITERATIONS), 1, 16);
            byte[] key = key(passphrase, salt, memory, passes);
            for (Map.Entry<String, JsonNode> one : node.path(SECRETS).properties()) {
                byte[] nonce = bytes(one.getValue(), "nonce");
                byte[] plain =
                        cipher(Cipher.DECRYPT_MODE, key, nonce, one.getKey()).doFinal(bytes(one.getValue(), "data"));
                all.put(one.getKey(), new String(plain, StandardCharsets.UTF_8));
                Arrays.fill(plain, (byte) 0);
            }
            Arrays.fill(key, (byte) 0);
            return all;
        } catch (AEADBadTagException e) {
            throw new SecretException("The passphrase does not open the key store " + file + ".", e);
        } catch (IOException | GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            throw new SecretException("The key store " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// What a secret is filed under: the file tells nobody whom it serves.
    private static String id(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }

    private static byte[] bytes(JsonNode node, String field) {
        return Base64.getDecoder().decode(node.path(field).asString(""));
    }

    private void seal(Map<String, String> all, char[] passphrase) {
        try {
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            byte[] key = key(passphrase, salt, MEMORY_KIB, ITERATIONS);
            ObjectNode node =
                    json.createObjectNode()
                            .put("cipher", "AES-256-GCM")
                            .put("kdf", "Argon2id")
                            .put("memoryKiB", MEMORY_KIB)
                            .put("iterations", ITERATIONS)
                            .put("salt", Base64.getEncoder().encodeToString(salt));
            ObjectNode secrets = node.putObject(SECRETS);
            for (Map.Entry<String, String> one : all.entrySet()) {
                byte[] nonce = new byte[NONCE];
                random.nextBytes(nonce);
                byte[] plain = one.getValue().getBytes(StandardCharsets.UTF_8);
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, one.getKey()).doFinal(plain);
                Arrays.fill(plain, (byte) 0);
                secrets.putObject(one.getKey())
                        .put("nonce", Base64.getEncoder().encodeToString(nonce))
                        .put("data", Base64.getEncoder().encodeToString(sealed));
            }
            Arrays.fill(key, (byte) 0);
            put(node);
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretException("The key store " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void put(ObjectNode node) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, json.writeValueAsBytes(node));
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// A sealed secret opens under its own name only.
    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("dupin responders " + id).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] key(char[] passphrase, byte[] salt, int memory, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] plain = new byte[bytes.remaining()];
        bytes.get(plain);
        byte[] key = new byte[KEY];
        generator.generateBytes(plain, key);
        Arrays.fill(plain, (byte) 0);
        return key;
    }
}
