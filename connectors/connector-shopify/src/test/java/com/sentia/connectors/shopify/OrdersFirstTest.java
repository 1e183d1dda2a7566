package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.SourceException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OrdersFirstTest {
    private static final int POINTS = 1700;

    private final RateBudget budget = new RateBudget(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), duration -> {
        throw new AssertionError("nobody may wait here");
    });

    @Test
    void waitsWhileTheOrdersAreBehind() {
        assertThatThrownBy(() -> new OrdersFirst(() -> true, budget, POINTS).check())
                .isInstanceOf(SourceException.Wait.class)
                .hasMessageContaining("orders");
    }

    @Test
    void waitsUntilThePointsAreEnoughForTheOrdersToo() {
        budget.tell(1000, 2000, 100, 0);
        assertThatThrownBy(() -> new OrdersFirst(() -> false, budget, POINTS).check())
                .isInstanceOfSatisfying(
                        SourceException.Wait.class,
                        wait -> assertThat(wait.time()).hasSeconds(7));
    }

    @Test
    void letsAStepGoWithEnoughPointsAndOrdersCaughtUp() {
        budget.tell(1700, 2000, 100, 0);
        assertThatCode(() -> new OrdersFirst(() -> false, budget, POINTS).check())
                .doesNotThrowAnyException();
    }
}
