package dupin.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final char[] PASS = "correct horse battery".toCharArray();

    @TempDir Path folder;

    @Test
    void secretsComeBackWithTheirPassphraseAndOnlyWithIt() throws Exception {
        Path file = folder.resolve("secrets");
        var store = new SecretStore(file);
        store.write("Defender", "s3cret-Ä".toCharArray(), PASS);
        store.write("OpenC2", "token".toCharArray(), PASS);
        assertThat(new SecretStore(file).read("Defender", PASS)).isEqualTo("s3cret-Ä".toCharArray());
        assertThat(Files.readString(file)).doesNotContain("s3cret", "token", "Defender").contains("Argon2id");
        assertThatThrownBy(() -> store.read("OpenC2", "wrong horse".toCharArray()))
                .isInstanceOf(SecretStore.SecretException.class)
                .hasMessageContaining("does not open");
        assertThatThrownBy(() -> store.write("X", "y".toCharArray(), "wrong horse".toCharArray()))
                .as("a wrong passphrase replaces nothing")
                .isInstanceOf(SecretStore.SecretException.class);
    }

    @Test
    void whoDoesNotKnowThePassphraseCanStillHaveASecretForgotten() throws Exception {
        Path file = folder.resolve("secrets");
        var store = new SecretStore(file);
        store.write("Defender", "s3cret".toCharArray(), PASS);
        store.write("OpenC2", "token".toCharArray(), PASS);
        long before = Files.size(file);
        store.remove("OpenC2");
        assertThat(Files.size(file)).isLessThan(before);
        assertThat(store.read("OpenC2", PASS)).isEmpty();
        assertThat(store.read("Defender", PASS)).isEqualTo("s3cret".toCharArray());
        store.remove("Defender");
        assertThat(store.exists()).as("with the last one the passphrase goes, too").isFalse();
        store.remove("Defender");
    }

    @Test
    void aSecretOpensUnderItsOwnNameOnly() throws Exception {
        Path file = folder.resolve("secrets");
        var store = new SecretStore(file);
        store.write("Defender", "s3cret".toCharArray(), PASS);
        store.write("OpenC2", "token".toCharArray(), PASS);
        String text = Files.readString(file);
        String[] ids = text.replaceAll("(?s).*\"secrets\":\\{\"(\\w+)\".*?\\},\"(\\w+)\".*", "$1 $2").split(" ");
        Files.writeString(
                file, text.replace(ids[0], "x").replace(ids[1], ids[0]).replace("\"x\"", "\"" + ids[1] + "\""));
        assertThatThrownBy(() -> store.read("Defender", PASS)).isInstanceOf(SecretStore.SecretException.class);
    }

    @Test
    void aChangedFileIsRefused() throws Exception {
        Path file = folder.resolve("secrets");
        new SecretStore(file).write("Defender", "s3cret".toCharArray(), PASS);
        Files.writeString(file, Files.readString(file).replace("\"data\":\"", "\"data\":\"AAAA"));
        assertThatThrownBy(() -> new SecretStore(file).read("Defender", PASS))
                .isInstanceOf(SecretStore.SecretException.class);
    }
}
