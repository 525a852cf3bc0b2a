package dupin.respond.runbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Signs runbooks with an Ed25519 key of this user's settings folder, made at the first use. The key tells that a runbook
/// comes from this console and was not changed since; it is not protected by a passphrase.
public final class RunbookSigner {
    private static final String ALGORITHM = "Ed25519";

    private final Path secret;
    private final Path open;

    public RunbookSigner(Path home) {
        secret = home.resolve("runbook.key");
        open = home.resolve("runbook.pub");
    }

    /// The signature of a text, as Base64.
    ///
    /// @throws IOException when the key can be neither read nor made
    public String sign(String text) throws IOException {
        try {
            if (!Files.isRegularFile(secret)) {
                make();
            }
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(decoded(Files.readString(secret))));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the key " + secret + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// The key with which others check, as Base64.
    ///
    /// @throws IOException when it cannot be read
    public String publicKey() throws IOException {
        return Files.readString(open).strip();
    }

    /// Whether the text is the one that was signed.
    public static boolean verifies(String text, String signature, String publicKey) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(publicKey)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private void make() throws GeneralSecurityException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(secret.toAbsolutePath().getParent());
        Files.writeString(secret, "");
        if (Files.getFileStore(secret).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(secret, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        Files.writeString(open, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.strip());
    }
}
