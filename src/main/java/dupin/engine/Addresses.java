package dupin.engine;

import dupin.model.Canonical;
import java.net.InetAddress;

/// What an IP literal says of itself.
public final class Addresses {
    private Addresses() {}

    /// Whether the text is an address of the open internet; anything else, text that is no address too, is not.
    public static boolean isPublic(String value) {
        String text = Canonical.ip(value);
        if (!Canonical.isIpLiteral(text)) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(text);
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (b.length == 4) {
            boolean shared = first == 100 && (second & 0xc0) == 64;
            boolean testing = first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 240 && !shared && !testing;
        }
        // Unique local addresses, fc00::/7.
        return (first & 0xfe) != 0xfc;
    }
}
