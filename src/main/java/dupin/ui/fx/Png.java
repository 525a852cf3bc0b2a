package dupin.ui.fx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/// Writes pixels as PNG, 8 bits with alpha; the same pixels give the same bytes. Spares the program the AWT.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int UP = 2;

    private Png() {}

    static void write(PixelReader pixels, int width, int height, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0}).array());
        chunk(out, "IDAT", rows(pixels, width, height));
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] rows(PixelReader pixels, int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream(1 << 16);
        try (var deflate = new DeflaterOutputStream(packed)) {
            int[] row = new int[width];
            byte[] above = new byte[width * 4];
            byte[] bytes = new byte[width * 4];
            byte[] filtered = new byte[width * 4 + 1];
            filtered[0] = UP;
            for (int y = 0; y < height; y++) {
                pixels.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                for (int x = 0; x < width; x++) {
                    int argb = row[x];
                    bytes[4 * x] = (byte) (argb >> 16);
                    bytes[4 * x + 1] = (byte) (argb >> 8);
                    bytes[4 * x + 2] = (byte) argb;
                    bytes[4 * x + 3] = (byte) (argb >> 24);
                }
                for (int i = 0; i < bytes.length; i++) {
                    filtered[i + 1] = (byte) (bytes[i] - above[i]);
                }
                deflate.write(filtered);
                byte[] swap = above;
                above = bytes;
                bytes = swap;
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(OutputStream out, String name, byte[] data) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        crc.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(type);
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
