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
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
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

/// Secrets of responders in one file of the user's, never in a case: AES-256-GCM under a key that Argon2id makes of a
/// passphrase. Each writing takes a new salt and a new nonce. One process at a time.
public final class SecretStore {
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
        return open(passphrase).getOrDefault(name, "").toCharArray();
    }

    /// Keeps a secret beside the others, which the same passphrase must open.
    ///
    /// @throws SecretException when the passphrase is wrong, or the file is damaged or cannot be written
    public void write(String name, char[] secret, char[] passphrase) {
        Map<String, String> all = exists() ? open(passphrase) : new TreeMap<>();
        all.put(name, new String(secret));
        seal(all, passphrase);
    }

    /// Forgets a secret.
    public void remove(String name, char[] passphrase) {
        Map<String, String> all = exists() ? open(passphrase) : new TreeMap<>();
        all.remove(name);
        seal(all, passphrase);
    }

    private Map<String, String> open(char[] passphrase) {
        if (!exists()) {
            return new TreeMap<>();
        }
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new IOException("it is too large");
            }
            JsonNode node = json.readTree(Files.readAllBytes(file));
            byte[] salt = Base64.getDecoder().decode(node.path("salt").asString(""));
            byte[] nonce = Base64.getDecoder().decode(node.path("nonce").asString(""));
            byte[] sealed = Base64.getDecoder().decode(node.path("data").asString(""));
            // What the file says of memory and passes is bounded: it could have been swapped for one that never ends.
            int memory = Math.clamp(node.path("memoryKiB").asInt(MEMORY_KIB), 8 << 10, 1 << 20);
            int passes = Math.clamp(node.path("iterations").asInt(ITERATIONS), 1, 16);
            byte[] key = key(passphrase, salt, memory, passes);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed);
            Arrays.fill(key, (byte) 0);
            var all = new TreeMap<String, String>();
            json.readTree(plain).properties().forEach(p -> all.put(p.getKey(), p.getValue().asString("")));
            Arrays.fill(plain, (byte) 0);
            return all;
        } catch (AEADBadTagException e) {
            throw new SecretException("The passphrase does not open the key store " + file + ".", e);
        } catch (IOException | GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            throw new SecretException("The key store " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void seal(Map<String, String> all, char[] passphrase) {
        try {
            byte[] salt = new byte[SALT];
            byte[] nonce = new byte[NONCE];
            random.nextBytes(salt);
            random.nextBytes(nonce);
            ObjectNode plain = json.createObjectNode();
            all.forEach(plain::put);
            byte[] key = key(passphrase, salt, MEMORY_KIB, ITERATIONS);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(json.writeValueAsBytes(plain));
            Arrays.fill(key, (byte) 0);
            ObjectNode node =
                    json.createObjectNode()
                            .put("cipher", "AES-256-GCM")
                            .put("kdf", "Argon2id")
                            .put("memoryKiB", MEMORY_KIB)
                            .put("iterations", ITERATIONS)
                            .put("salt", Base64.getEncoder().encodeToString(salt))
                            .put("nonce", Base64.getEncoder().encodeToString(nonce))
                            .put("data", Base64.getEncoder().encodeToString(sealed));
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, json.writeValueAsBytes(node));
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretException("The key store " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD("dupin responders".getBytes(StandardCharsets.UTF_8));
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
