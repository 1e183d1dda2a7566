package com.sentia.gateway.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a request: the address it comes from, or what a proxy of ours says it came from. */
final class Senders {
    /** Whoever has an IPv6 address has a whole network of them. */
    private static final int NETWORK_BYTES = 8;

    private final Set<String> trustedProxies;

    Senders(Set<String> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    /**
     * The sender, as penalties know it.
     *
     * @param address of the connection
     * @param forwardedFor the header X-Forwarded-For, to which each proxy adds behind what it got
     */
    String of(String address, @Nullable String forwardedFor) {
        if (forwardedFor == null || !trustedProxies.contains(address)) {
            return network(address);
        }
        List<String> hops =
                Arrays.stream(forwardedFor.split(",")).map(String::strip).toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!trustedProxies.contains(hops.get(i))) {
                return network(hops.get(i));
            }
        }
        return network(address);
    }

    /** Looks up no name: text with a colon is an address or refused. */
    private static String network(String address) {
        if (!address.contains(":") || address.contains("%")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length <= NETWORK_BYTES
                    ? address
                    : HexFormat.ofDelimiter(":").formatHex(bytes, 0, NETWORK_BYTES);
        } catch (UnknownHostException expected) {
            return address;
        }
    }
}
