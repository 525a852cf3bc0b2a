package dupin.service;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An operator's signing key under a passphrase: AES-256-GCM, its key from Argon2id. No hash of the passphrase is kept:
/// that the key opens is the proof. Stateless but for the source of randomness, which is thread-safe.
final class KeyVault {
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();

    /// A sealed key, its parts in Base64.
    record Sealed(Hardness hardness, String salt, String nonce, String key, String publicKey) {}

    /// A fresh key pair, sealed.
    Sealed create(String name, char[] passphrase, Hardness hardness) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return seal(name, passphrase, hardness, pair.getPrivate(), base64(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks Ed25519", e);
        }
    }

    Sealed seal(String name, char[] passphrase, Hardness hardness, PrivateKey key, String publicKey) {
        byte[] salt = random(SALT);
        byte[] nonce = random(NONCE);
        byte[] secret = stretch(passphrase, salt, hardness);
        byte[] plain = key.getEncoded();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret, nonce, name, publicKey);
            return new Sealed(hardness, base64(salt), base64(nonce), base64(cipher.doFinal(plain)), publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// The key; empty when the passphrase is another one, or name or keys were changed since.
    Optional<PrivateKey> open(String name, char[] passphrase, Sealed sealed) {
        byte[] secret = stretch(passphrase, bytes(sealed.salt()), sealed.hardness());
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, bytes(sealed.nonce()), name, sealed.publicKey());
            byte[] plain = cipher.doFinal(bytes(sealed.key()));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(plain));
            Arrays.fill(plain, (byte) 0);
            return Optional.of(key);
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed key cannot be read", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce, String name, String publicKey)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((name + "\n" + publicKey).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] stretch(char[] passphrase, byte[] salt, Hardness hardness) {
        var buffer = ByteBuffer.allocate(4 * passphrase.length);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(passphrase), buffer, true);
        byte[] text = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), (byte) 0);
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(hardness.memory())
                        .withIterations(hardness.passes())
                        .withParallelism(1)
                        .build());
        byte[] key = new byte[KEY];
        generator.generateBytes(text, key);
        Arrays.fill(text, (byte) 0);
        return key;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
