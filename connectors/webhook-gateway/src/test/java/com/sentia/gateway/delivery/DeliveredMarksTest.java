package com.sentia.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.gateway.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveredMarksTest {
    private final SetClock clock = new SetClock();
    private final DeliveredMarks marks = new DeliveredMarks(Duration.ofHours(6), 4, clock);

    @Test
    void knowsADeliveryByEitherMark() {
        marks.remember(List.of(mark(1), mark(2)));

        assertThat(marks.isKnown(List.of(mark(1), mark(9)))).isTrue();
        assertThat(marks.isKnown(List.of(mark(8), mark(2)))).isTrue();
        assertThat(marks.isKnown(List.of(mark(8), mark(9)))).isFalse();
        assertThat(marks.isKnown(List.of())).isFalse();
    }

    @Test
    void forgetsAfterAWhile() {
        marks.remember(List.of(mark(1)));
        clock.pass(Duration.ofHours(6));
        assertThat(marks.isKnown(List.of(mark(1)))).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(marks.isKnown(List.of(mark(1)))).isFalse();

        marks.remember(List.of(mark(2)));
        assertThat(marks.size()).isEqualTo(1);
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        marks.remember(List.of(mark(1), mark(2), mark(3), mark(4)));
        marks.remember(List.of(mark(1)));
        marks.remember(List.of(mark(5)));

        assertThat(marks.size()).isEqualTo(4);
        assertThat(marks.isKnown(List.of(mark(2)))).isFalse();
        assertThat(marks.isKnown(List.of(mark(1)))).isTrue();
    }

    private static UUID mark(long number) {
        return new UUID(0, number);
    }
}
