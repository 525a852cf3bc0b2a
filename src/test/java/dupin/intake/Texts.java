package dupin.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A file that is only text in a test.
public record Texts(String name, byte[] bytes) implements Source {

    public static Texts of(String text) {
        return new Texts("test.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String sha256() {
        return "5".repeat(64);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
