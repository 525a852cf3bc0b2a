package dupin.engine.analyzer;

import dupin.model.Canonical;
import java.net.Inet4Address;
import java.net.InetAddress;

/// Kinds of IP addresses. Pure: literals only.
final class Addresses {
    private Addresses() {}

    /// Private, loopback, link-local, shared, documentation-free ranges of one's own network; not the internet.
    static boolean internal(String ip) {
        if (!Canonical.isIpLiteral(ip)) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(ip);
        if (address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            int first = bytes[0] & 0xff;
            return first == 100 && (bytes[1] & 0xc0) == 64 || first >= 224 || first == 0;
        }
        return (bytes[0] & 0xfe) == 0xfc;
    }

    /// Says nothing of anybody: this machine itself, everybody, nobody.
    static boolean nobody(String ip) {
        if (!Canonical.isIpLiteral(ip)) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(ip);
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.isLinkLocalAddress()
                || ip.equals("255.255.255.255");
    }
}
