package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
    private static final List<Integer> ONE_MORE =
            IntStream.rangeClosed(1, Connection.MOST + 1).boxed().toList();

    @Test
    void givesTheLastPageThatBeginsWithinTheLimit() {
        assertThat(pageAfter(Connection.MOST - 1, false).nodes())
                .isEqualTo(List.of(Connection.MOST, Connection.MOST + 1));
    }

    @Test
    void refusesAPageThatBeginsBehindIt() {
        assertThatThrownBy(() -> pageAfter(Connection.MOST, false))
                .isInstanceOfSatisfying(
                        QueryRefused.class,
                        refused -> assertThat(refused.errors().get(0).get("extensions"))
                                .hasToString("{code=BAD_REQUEST}"));
        assertThatThrownBy(() -> pageAfter(2, true)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void isNoLimitToABulkOperation() {
        PageRequest page = new PageRequest(10, false, false, new Cursor(0, Connection.MOST), null, true);

        assertThat(Connection.of(ONE_MORE, each -> new Cursor(0, each), page).nodes())
                .hasSize(1);
    }

    private static Connection pageAfter(int number, boolean reverse) {
        return Connection.of(
                ONE_MORE,
                each -> new Cursor(0, each),
                new PageRequest(10, false, reverse, new Cursor(0, number), null));
    }
}
