package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds of paging through any list, in either direction and order. */
class ConnectionPropertyTest {
    private static final int REMAINDER = 3;

    private static Connection page(List<Integer> sorted, PageRequest request) {
        return Connection.of(
                sorted, number -> new Cursor(number / 10, number), request, number -> number % REMAINDER != 0);
    }

    @Property
    void pagesForwardsGiveEachElementOnce(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 200) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 7) int size,
            @ForAll boolean reverse) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(numbers));
        List<Object> read = new ArrayList<>();
        Cursor after = null;
        Connection page;
        do {
            page = page(sorted, new PageRequest(size, false, reverse, after, null));
            read.addAll(page.nodes());
            assertThat(page.nodes()).hasSizeLessThanOrEqualTo(size);
            assertThat(page.hasPreviousPage()).isEqualTo(after != null);
            after = page.pageInfo().end();
        } while (page.hasNextPage());

        assertThat(read).isEqualTo(wanted(sorted, reverse));
    }

    @Property
    void pagesBackwardsGiveEachElementOnce(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 200) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 7) int size,
            @ForAll boolean reverse) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(numbers));
        List<Object> read = new ArrayList<>();
        Cursor before = null;
        Connection page;
        do {
            page = page(sorted, new PageRequest(size, true, reverse, null, before));
            read.addAll(0, page.nodes());
            before = page.pageInfo().start();
        } while (page.hasPreviousPage());

        assertThat(read).isEqualTo(wanted(sorted, reverse));
    }

    @Property
    void aCursorOutlivesItsElement(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 200) Integer> numbers,
            @ForAll @IntRange(min = 0, max = 200) int gone) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(numbers));
        @Nullable Cursor after = Cursor.parse(new Cursor(gone / 10, gone).text());

        Connection page = page(sorted, new PageRequest(100, false, false, after, null));

        assertThat(page.nodes())
                .isEqualTo(wanted(sorted, false).stream()
                        .filter(number -> number > gone)
                        .toList());
    }

    private static List<Integer> wanted(List<Integer> sorted, boolean reverse) {
        List<Integer> wanted = new ArrayList<>(
                sorted.stream().filter(number -> number % REMAINDER != 0).toList());
        if (reverse) {
            Collections.reverse(wanted);
        }
        return wanted;
    }
}
