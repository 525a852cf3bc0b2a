package dupin.engine.sigma;

import dupin.model.sigma.RuleException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A network of IPv4 or IPv6; names are never looked up.
record Cidr(byte[] base, int bits) {

    static Cidr of(String text) throws RuleException {
        int slash = text.indexOf('/');
        byte @Nullable [] base = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        int bits = base == null ? -1 : base.length * 8;
        if (base != null && slash >= 0) {
            try {
                int given = Integer.parseInt(text.substring(slash + 1));
                bits = given <= bits ? given : -1;
            } catch (NumberFormatException _) {
                bits = -1;
            }
        }
        if (base == null || bits < 0) {
            throw new RuleException("`" + text + "` is not a network such as 10.0.0.0/8");
        }
        return new Cidr(base, bits);
    }

    boolean contains(String address) {
        byte @Nullable [] other = Addresses.parse(address.strip());
        if (other == null || other.length != base.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(base, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0
                || (base[whole] ^ other[whole]) >> (8 - rest) == 0
                || ((base[whole] ^ other[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
    }
}
