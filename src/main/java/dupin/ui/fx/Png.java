package dupin.ui.fx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/// Writes pixels as PNG, 8 bits, with alpha where some pixel is not opaque; the same pixels give the same bytes. Spares the
/// program the AWT. Rows are not filtered: pictures of windows repeat themselves and pack best so.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int RGB = 2;
    private static final int RGBA = 6;

    private Png() {}

    static void write(PixelReader pixels, int width, int height, OutputStream out) throws IOException {
        boolean opaque = opaque(pixels, width, height);
        byte[] format = {8, (byte) (opaque ? RGB : RGBA), 0, 0, 0};
        out.write(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(format).array());
        chunk(out, "IDAT", rows(pixels, width, height, opaque ? 3 : 4));
        chunk(out, "IEND", new byte[0]);
    }

    private static boolean opaque(PixelReader pixels, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixels.getArgb(x, y) >>> 24 != 0xFF) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] rows(PixelReader pixels, int width, int height, int depth) throws IOException {
        var packed = new ByteArrayOutputStream(1 << 16);
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION);
                var deflate = new DeflaterOutputStream(packed, deflater)) {
            int[] row = new int[width];
            byte[] bytes = new byte[width * depth + 1];
            for (int y = 0; y < height; y++) {
                pixels.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                for (int x = 0; x < width; x++) {
                    int argb = row[x];
                    int at = 1 + depth * x;
                    bytes[at] = (byte) (argb >> 16);
                    bytes[at + 1] = (byte) (argb >> 8);
                    bytes[at + 2] = (byte) argb;
                    if (depth == 4) {
                        bytes[at + 3] = (byte) (argb >> 24);
                    }
                }
                deflate.write(bytes);
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
