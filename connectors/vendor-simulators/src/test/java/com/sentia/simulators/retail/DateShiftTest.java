package com.sentia.simulators.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateShiftTest {
    private static long local(String text) {
        return LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    }

    private static long instant(String text) {
        return Instant.parse(text).getEpochSecond();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-01-15T08:26:00, 2011-01-15T08:26:00Z",
        "2011-07-15T08:26:00, 2011-07-15T07:26:00Z",
        "2011-10-30T01:30:00, 2011-10-30T00:30:00Z",
        "2011-03-27T01:30:00, 2011-03-27T01:30:00Z"
    })
    void takesTheEarlierInstantInAnOverlapAndMovesOnInAGap(String localDate, String expected) {
        assertThat(new DateShift(0).instant(local(localDate))).isEqualTo(instant(expected));
    }

    @Test
    void movesTheLocalDateAndThenAsksForItsOffset() {
        // Winter becomes summer: the clock on the wall stays, the instant does not.
        assertThat(new DateShift(26).instant(local("2011-01-15T08:26:00"))).isEqualTo(instant("2011-07-16T07:26:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-01-31T16:00:00, 2011-02-07T15:59:59Z, 0",
        "2011-01-31T16:00:00, 2011-02-07T16:00:00Z, 1",
        "2011-01-31T16:00:00, 2011-07-04T14:59:59Z, 21",
        "2011-01-31T16:00:00, 2011-07-04T15:00:00Z, 22",
        "2011-01-31T16:00:00, 2011-01-31T15:00:00Z, -1"
    })
    void endsAtMostAWeekBeforeNowByTheClockOnTheWall(String last, String now, int weeks) {
        assertThat(DateShift.endingBy(instant(now), local(last))).isEqualTo(new DateShift(weeks));
    }
}
