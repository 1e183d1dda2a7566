package com.sentia.connectors.kit.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefreshedTokensTest {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ID = "shopify/a.myshopify.com";

    private final SetClock clock = new SetClock();
    private final RotatingVendor vendor = new RotatingVendor();
    private final MemoryTokenStore memory = new MemoryTokenStore();
    private final UnsureStore store = new UnsureStore(memory);

    @Test
    void asksOnceForAHundredWhoWantATokenAtTheSameTime() throws Exception {
        RefreshedTokens tokens = worker();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(100);
        try {
            List<Future<Secret>> got = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                got.add(callers.submit(() -> {
                    together.await();
                    return tokens.current();
                }));
            }
            together.countDown();
            for (Future<Secret> one : got) {
                assertThat(one.get(30, TimeUnit.SECONDS).reveal()).isEqualTo("a1");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(vendor.askedWith()).containsExactly("r0");
    }

    @Test
    void asksForTheNextWhenFourFifthsOfALifeAreOver() throws Exception {
        RefreshedTokens tokens = worker();

        assertThat(tokens.current().reveal()).isEqualTo("a1");
        clock.forward(Duration.ofMinutes(47));
        assertThat(tokens.current().reveal()).isEqualTo("a1");
        clock.forward(Duration.ofMinutes(2));
        assertThat(tokens.current().reveal()).isEqualTo("a2");
        assertThat(vendor.askedWith()).containsExactly("r0", "r1");
    }

    @Test
    void goesOnWithAGoodTokenWhileTheVendorGivesNoOther() throws Exception {
        RefreshedTokens tokens = worker();
        tokens.current();
        clock.forward(Duration.ofMinutes(50));
        vendor.failing(
                new SourceException.Retry("HTTP 500", null),
                new SourceException.Retry("HTTP 500", null),
                new SourceException.Retry("HTTP 500", null));

        assertThat(tokens.current().reveal()).isEqualTo("a1");
        assertThat(tokens.current().reveal()).isEqualTo("a1");
        assertThat(vendor.askedWith()).as("asked again after a while only").hasSize(2);

        clock.forward(Duration.ofMinutes(11));
        assertThatThrownBy(tokens::current).isInstanceOf(SourceException.Retry.class);
        assertThatThrownBy(tokens::current).isInstanceOf(SourceException.Retry.class);
        assertThat(tokens.current().reveal()).isEqualTo("a2");
    }

    @Test
    void renewsOnceForAllWhoWereRefused() throws Exception {
        RefreshedTokens tokens = worker();
        Secret first = tokens.current();
        clock.forward(Duration.ofMinutes(20));

        assertThat(tokens.refused(first)).isTrue();
        assertThat(tokens.refused(first)).isTrue();
        assertThat(tokens.current().reveal()).isEqualTo("a2");
        assertThat(tokens.refused(first)).as("there is another one already").isTrue();
        assertThat(tokens.current().reveal()).isEqualTo("a2");
        assertThat(vendor.askedWith()).hasSize(2);
    }

    @Test
    void doesNotAskForAnotherWhenABrandNewTokenIsRefused() throws Exception {
        RefreshedTokens tokens = worker();

        assertThat(tokens.refused(tokens.current())).isFalse();
        assertThat(vendor.askedWith()).hasSize(1);
    }

    @Test
    void handsOutNothingThatIsNotStored() throws Exception {
        RefreshedTokens tokens = worker();
        store.failAfterWriting("asking");
        store.failBeforeWriting("given");

        assertThatThrownBy(tokens::current).isInstanceOf(SourceException.Retry.class);
        assertThatThrownBy(tokens::current).as("the answer is not stored").isInstanceOf(SourceException.Retry.class);
        assertThat(memory.read(ID))
                .hasValueSatisfying(kept -> assertThat(kept.accessToken()).isNull());

        assertThat(tokens.current().reveal()).isEqualTo("a1");
        assertThat(memory.read(ID))
                .hasValueSatisfying(kept -> assertThat(kept.accessToken()).isEqualTo(new Secret("a1")));
        assertThat(vendor.askedWith()).as("what was given was not lost").containsExactly("r0");
    }

    @Test
    void asksAgainWithTheOldRefreshTokenWhenTheAnswerWasLost() throws Exception {
        RefreshedTokens tokens = worker();
        vendor.loseNextAnswer();

        assertThatThrownBy(tokens::current).isInstanceOf(SourceException.Retry.class);
        assertThat(tokens.current().reveal()).isEqualTo("a2");
        assertThat(vendor.askedWith()).containsExactly("r0", "r0");
    }

    @Test
    void takesOverFromOneWhoDiedBeforeTheAnswerWasStoredAndWaitsForItFirst() throws Exception {
        store.failBeforeWriting("given");
        assertThatThrownBy(worker()::current).isInstanceOf(SourceException.Retry.class);

        RefreshedTokens other = worker();
        assertThatThrownBy(other::current).isInstanceOf(SourceException.Wait.class);
        clock.forward(PATIENCE);
        assertThat(other.current().reveal()).isEqualTo("a2");
        assertThat(vendor.askedWith()).containsExactly("r0", "r0");
    }

    @Test
    void goesOnAfterADeathBetweenStoringAndFirstUse() throws Exception {
        worker().current();

        assertThat(worker().current().reveal()).isEqualTo("a1");
        assertThat(vendor.askedWith()).hasSize(1);
    }

    @Test
    void usesWhatAnotherWorkerWasGiven() throws Exception {
        RefreshedTokens one = worker();
        RefreshedTokens other = worker();
        one.current();
        clock.forward(Duration.ofMinutes(50));

        assertThat(other.current().reveal()).isEqualTo("a2");
        assertThat(one.current().reveal()).isEqualTo("a2");
        assertThat(vendor.askedWith()).containsExactly("r0", "r1");
    }

    @Test
    void storesItsAnswerThoughItWasTakenForDead() throws Exception {
        RefreshedTokens slow = worker();
        store.failBeforeWriting("given");
        assertThatThrownBy(slow::current).isInstanceOf(SourceException.Retry.class);
        clock.forward(PATIENCE);
        vendor.failing(new SourceException.Retry("HTTP 500", null));
        assertThatThrownBy(worker()::current).isInstanceOf(SourceException.Retry.class);

        assertThat(slow.current().reveal()).as("nobody else was given one").isEqualTo("a1");
    }

    @Test
    void saysWhatToDoWhenTheRefreshTokenIsRefusedAndWhatMayHaveBeenLost() {
        store.failBeforeWriting("given");
        assertThatThrownBy(worker()::current).isInstanceOf(SourceException.Retry.class);
        clock.forward(PATIENCE);
        RefreshedTokens other = worker();
        vendor.failing(
                new SourceException.StopUnit("invalid_grant: authorise the app anew"),
                new SourceException.StopUnit("invalid_grant: authorise the app anew"));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(other::current)
                    .isInstanceOf(SourceException.StopUnit.class)
                    .hasMessageContaining("authorise the app anew")
                    .hasMessageContaining("begun at 2026-01-01T00:00:00Z was never stored");
        }
    }

    @Test
    void doesNotSpeakOfALossWhereThereWasNone() {
        RefreshedTokens tokens = worker();
        vendor.failing(new SourceException.StopUnit("no"), new SourceException.StopUnit("no"));

        assertThatThrownBy(tokens::current).hasMessage("no");
        assertThatThrownBy(tokens::current).hasMessage("no");
    }

    @Test
    void beginsAnewWhenPeopleGiveAnotherRefreshToken() throws Exception {
        assertThatThrownBy(worker("r-of-before")::current).isInstanceOf(SourceException.StopUnit.class);

        assertThat(worker("r0").current().reveal()).isEqualTo("a1");
        assertThat(worker("r0").current().reveal()).isEqualTo("a1");
    }

    private RefreshedTokens worker() {
        return worker("r0");
    }

    private RefreshedTokens worker(String refreshToken) {
        Credential credential = new Credential(ID, Optional.of(new Secret(refreshToken)));
        return new RefreshedTokens(
                credential,
                new TokenRenewal(credential, store, vendor, PATIENCE, clock),
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(1), new Random(1)),
                clock);
    }
}
