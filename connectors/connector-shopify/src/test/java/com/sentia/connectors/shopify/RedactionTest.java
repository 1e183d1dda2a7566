package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("k1", new Secret("0123456789abcdef"));

    @Test
    void leavesNeitherIdsOfCustomersNorPositionsAmongThemInWhatIsSetAside() {
        byte[] cut = """
                {"data":{"customers":{"nodes":[{"id":"gid://shopify/Customer/7"}],
                 "pageInfo":{"hasNextPage":true,"endCursor" : "eyJsYXN0X2lkIjo3""".getBytes(StandardCharsets.UTF_8);

        String kept = new String(new Redaction(PSEUDONYMS).of(cut), StandardCharsets.UTF_8);

        assertThat(kept)
                .contains(PSEUDONYMS.of("shopify", "7"))
                .doesNotContain("Customer/7", "eyJsYXN0X2lk")
                .endsWith("\"endCursor\":\"\"");
    }
}
