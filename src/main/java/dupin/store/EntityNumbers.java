package dupin.store;

/// A sorted set of entity numbers as bytes.
final class EntityNumbers {

    private EntityNumbers() {}

    static byte[] write(long[] sorted) {
        var out = new ByteWriter();
        long last = 0;
        for (long number : sorted) {
            out.number(number - last);
            last = number;
        }
        return out.toArray();
    }

    static void read(byte[] stored, java.util.function.LongConsumer each) {
        var in = new ByteReader(stored);
        long number = 0;
        while (in.more()) {
            number += in.number();
            each.accept(number);
        }
    }
}
