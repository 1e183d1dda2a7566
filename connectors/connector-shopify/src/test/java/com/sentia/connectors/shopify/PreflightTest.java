package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.shopify.Preflight.Finding;
import com.sentia.connectors.shopify.Preflight.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T21:00:00Z"), ZoneOffset.UTC);
    private static final String TOKEN = "shpat_not_to_be_seen";

    @Test
    void namesEverySettingThatIsWrong() {
        List<Finding> findings =
                Preflight.of(Map.of("shops", "no domain", "access.token", TOKEN, "registry.url", "nowhere"), CLOCK);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.MISSING);
            assertThat(finding.seen()).contains("shops", "registry.url", "pseudonym.key");
            assertThat(finding.toString()).doesNotContain(TOKEN);
        });
    }

    @Test
    void saysThatAShopCannotBeReached() {
        List<Finding> findings = Preflight.of(
                Map.of(
                        "shops", "example.myshopify.com",
                        "base.url", "http://127.0.0.1:1",
                        "access.token", TOKEN,
                        "registry.url", "http://127.0.0.1:1",
                        "pseudonym.key", "sixteen characters at least"),
                CLOCK);

        assertThat(findings).extracting(Finding::check).containsExactly("access-token", "webhooks-callback");
        assertThat(findings.get(0).outcome()).isEqualTo(Outcome.MISSING);
        assertThat(findings.toString()).doesNotContain(TOKEN);
    }
}
