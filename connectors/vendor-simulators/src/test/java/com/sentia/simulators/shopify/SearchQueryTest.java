package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    private static final long NOW = 1_000_000_000;
    private static final long NEW_YEAR = 1_293_840_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "updated_at:>=2011-01-01T00:00:00Z     | 0 | ",
                "updated_at:>2011-01-01T00:00:00Z      | 1 | ",
                "updated_at:<=2011-01-01T00:00:00Z     |   | 0",
                "updated_at:<2011-01-01T00:00:00Z      |   | -1",
                "updated_at:2011-01-01T00:00:00Z       | 0 | 0",
                "updated_at:>='2011-01-01T00:00:00Z'   | 0 | ",
                "updated_at:>=\"2011-01-01T01:00:00+01:00\" | 0 | ",
                "updated_at:>=2011-01-01               | 0 | ",
                "updated_at:>=2011-01-01T00:00:00.5Z   | 1 | ",
                "updated_at:<2011-01-01T00:00:00.5Z    |   | 0",
                "updated_at:>2010-12-31T23:59:59Z AND updated_at:<=2011-01-01T00:00:09Z | 0 | 9",
                "updated_at:>2010-12-31T23:59:59Z updated_at:<=2011-01-01T00:00:09Z | 0 | 9"
            })
    void readsRangesOfSeconds(String text, Long least, Long most) {
        SearchQuery.Range range = SearchQuery.parse(text, NOW).range("updated_at");

        assertThat(range.least()).isEqualTo(least == null ? Long.MIN_VALUE : NEW_YEAR + least);
        assertThat(range.most()).isEqualTo(most == null ? Long.MAX_VALUE : NEW_YEAR + most);
    }

    @Test
    void knowsNowAndIds() {
        assertThat(SearchQuery.parse("created_at:<now", NOW).range("created_at").most())
                .isEqualTo(NOW - 1);
        assertThat(SearchQuery.parse("id:>=1234", NOW).range("id").least()).isEqualTo(1234);
        assertThat(SearchQuery.parse("  ", NOW).range("id")).isEqualTo(SearchQuery.Range.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:open",
                "updated_at:>=2011-01-01 OR id:1",
                "(updated_at:>=2011-01-01)",
                "-updated_at:>=2011-01-01",
                "smith",
                "id:abc",
                "updated_at:>=yesterday"
            })
    void refusesWhatItWouldNotFilterBy(String text) {
        assertThatThrownBy(() -> SearchQuery.parse(text, NOW)).isInstanceOf(QueryRefused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updated_at:>=2000-01-01 | true",
                "updated_at:>=2000-01-01 AND updated_at:<2001-01-01 | false",
                "updated_at:>=2000-01-01 AND updated_at:<=2030-01-01 | true",
                "updated_at:>=2000-01-01 AND created_at:>=2000-01-01 | false",
                "id:>0 | false"
            })
    void knowsAFeedThatReachesUpToNow(String text, boolean isFeed) {
        assertThat(SearchQuery.parse(text, NOW).isOpenEndedFeed(NOW)).isEqualTo(isFeed);
    }
}
