package com.sentia.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.gateway.SetClock;
import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.delivery.DeliveredMarks;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.limits.SenderPenalties;
import com.sentia.gateway.limits.UnitRates;
import com.sentia.gateway.shopify.ShopifyHook;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final String SENDER = "192.0.2.1";

    private final SetClock clock = new SetClock();
    private final HmacSignatures signatures = Gateways.signatures();
    private final ShopifyHook hook = Gateways.shopify(signatures);
    private final DeliveredMarks delivered = new DeliveredMarks(Duration.ofHours(6), 100, clock);
    private final Gate gate = new Gate(
            hook,
            new SenderPenalties(Gateways.LIMITS.badPerSender(), clock),
            new UnitRates(Gateways.LIMITS.perUnit(), clock),
            delivered,
            Gateways.LIMITS,
            clock);

    @Test
    void letsAGenuineWebhookPass() {
        assertThat(outcome(SignedWebhook.order("1"))).isEmpty();
        assertThat(signatures.hashes()).isEqualTo(1);
    }

    @Test
    void refusesALargeBodyBeforeAllElse() {
        assertThat(knock(SignedWebhook.order("1").without("X-Shopify-Shop-Domain"), 1_025))
                .isEqualTo(new Gate.Knock.Refused(Outcome.TOO_LARGE));
        assertThat(knock(SignedWebhook.order("1"), 1_024)).isInstanceOf(Gate.Knock.Admitted.class);
    }

    @Test
    void refusesStrangersWithoutHashing() {
        SignedWebhook stranger = SignedWebhook.order("1").with("X-Shopify-Shop-Domain", "other.myshopify.com");

        assertThat(outcome(stranger)).hasValue(Outcome.NOT_OURS);
        assertThat(signatures.hashes()).isZero();
    }

    /** Anybody's Shopify shop may send us webhooks, from the machines that send ours. */
    @Test
    void penalisesNobodyForAStrangersShop() {
        SignedWebhook stranger = SignedWebhook.order("1").with("X-Shopify-Shop-Domain", "other.myshopify.com");
        for (int i = 0; i < 10; i++) {
            outcome(stranger);
        }

        assertThat(outcome(SignedWebhook.order("1"))).isEmpty();
    }

    @Test
    void hashesOnlySoManyBadSignaturesOfASender() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(outcome(SignedWebhook.order("1").forged()))
                    .hasValue(i < 2 ? Outcome.BAD_SIGNATURE : Outcome.SENDER_LIMITED);
        }

        assertThat(signatures.hashes()).isEqualTo(2);
    }

    @Test
    void looksAgainAtASenderWhoseBodiesCameInTogether() {
        Claim claim = admitted(SignedWebhook.order("1").forged());
        byte[] body = SignedWebhook.order("1").body();

        assertThat(gate.refuse(claim, SENDER, body)).hasValue(Outcome.BAD_SIGNATURE);
        assertThat(gate.refuse(claim, SENDER, body)).hasValue(Outcome.BAD_SIGNATURE);
        assertThat(gate.refuse(claim, SENDER, body)).hasValue(Outcome.SENDER_LIMITED);
        assertThat(signatures.hashes()).isEqualTo(2);
    }

    @Test
    void refusesAChangedBody() {
        assertThat(gate.refuse(
                        admitted(SignedWebhook.order("1")),
                        SENDER,
                        SignedWebhook.order("2").body()))
                .hasValue(Outcome.BAD_SIGNATURE);
    }

    @Test
    void limitsEachShopByWhatIsGenuineOnly() {
        outcome(SignedWebhook.order("0").forged());
        for (int i = 1; i <= 3; i++) {
            assertThat(outcome(SignedWebhook.order("" + i))).isEmpty();
        }

        assertThat(outcome(SignedWebhook.order("4"))).hasValue(Outcome.SOURCE_LIMITED);
        clock.pass(Duration.ofSeconds(1));
        assertThat(outcome(SignedWebhook.order("4"))).isEmpty();
    }

    @Test
    void knowsWhatWasDelivered() {
        SignedWebhook webhook = SignedWebhook.order("1");
        assertThat(outcome(webhook)).isEmpty();
        assertThat(outcome(webhook)).isEmpty();
        delivered.remember(admitted(webhook).marks());

        assertThat(outcome(webhook)).hasValue(Outcome.DUPLICATE);
    }

    @Test
    void believesNoForgedDuplicate() {
        delivered.remember(admitted(SignedWebhook.order("1")).marks());

        assertThat(outcome(SignedWebhook.order("1").forged())).hasValue(Outcome.BAD_SIGNATURE);
    }

    @Test
    void leavesOldEventsToThePoll() {
        assertThat(outcome(SignedWebhook.order("1").with("X-Shopify-Triggered-At", "2026-03-01T06:00:00Z")))
                .isEmpty();
        assertThat(outcome(SignedWebhook.order("1").with("X-Shopify-Triggered-At", "2026-03-01T05:59:59Z")))
                .hasValue(Outcome.STALE);
    }

    @Test
    void countsSlowBodiesAsBadSignatures() {
        gate.penaliseSlow(SENDER);
        gate.penaliseSlow(SENDER);

        assertThat(outcome(SignedWebhook.order("1"))).hasValue(Outcome.SENDER_LIMITED);
    }

    private Optional<Outcome> outcome(SignedWebhook webhook) {
        Gate.Knock knock = knock(webhook, webhook.body().length);
        if (knock instanceof Gate.Knock.Refused refused) {
            return Optional.of(refused.outcome());
        }
        return gate.refuse(((Gate.Knock.Admitted) knock).claim(), SENDER, webhook.body());
    }

    private Claim admitted(SignedWebhook webhook) {
        return ((Gate.Knock.Admitted) knock(webhook, webhook.body().length)).claim();
    }

    private Gate.Knock knock(SignedWebhook webhook, long declared) {
        return gate.knock(webhook.headers(), declared, SENDER);
    }
}
