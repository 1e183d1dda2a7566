package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.Region;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of reading a shop's feed of updates while it changes. */
class ShopTimelinePropertyTest {
    private static final SearchQuery ALL = SearchQuery.parse("", 0);

    /** Orders with ids from 1; each list is an order's placing and its refunds, in any order. */
    private static List<RetailOrder> orders(List<Set<Integer>> histories) {
        List<RetailOrder> orders = new ArrayList<>();
        for (Set<Integer> times : histories) {
            TreeSet<Integer> sorted = new TreeSet<>(times);
            List<Refund> refunds = sorted.tailSet(sorted.first(), false).stream()
                    .map(at -> new Refund(orders.size() * 1000L + at, at, List.of(), List.of(), List.of()))
                    .toList();
            orders.add(new RetailOrder(
                    orders.size() + 1,
                    Region.UK,
                    sorted.first(),
                    RetailOrder.NEVER,
                    null,
                    "United Kingdom",
                    List.of(),
                    List.of(),
                    List.of(),
                    refunds,
                    false));
        }
        return orders;
    }

    @Property
    void aFeedReadWhileTimePassesEndsWithTheLatestVersionOfEveryOrder(
            @ForAll @Size(max = 12) List<@Size(min = 1, max = 4) Set<@IntRange(min = 0, max = 40) Integer>> histories,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 10) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 3) int size) {
        List<RetailOrder> orders = orders(histories);
        ShopTimeline timeline = new ShopTimeline(orders);
        Map<Long, Long> latest = new HashMap<>();
        Cursor after = null;
        long second = 0;
        for (int pages = 0; pages < 200; pages++) {
            second = Math.min(40, second + pauses.get(pages % pauses.size()));
            Connection page = timeline.orders(
                    new PageRequest(size, false, false, after, null), OrderSort.UPDATED_AT, ALL, second);
            for (Object node : page.nodes()) {
                ShopTimeline.Entry entry = (ShopTimeline.Entry) node;
                assertThat(entry.value()).isLessThanOrEqualTo(second);
                latest.put(entry.order().id(), entry.value());
            }
            after = page.pageInfo().end() == null ? after : page.pageInfo().end();
        }
        Connection rest =
                timeline.orders(new PageRequest(250, false, false, after, null), OrderSort.UPDATED_AT, ALL, 40);
        rest.nodes()
                .forEach(node ->
                        latest.put(((ShopTimeline.Entry) node).order().id(), ((ShopTimeline.Entry) node).value()));

        Map<Long, Long> expected = new HashMap<>();
        orders.forEach(order -> expected.put(order.id(), order.updatedAt(40)));
        assertThat(latest).isEqualTo(expected);
    }

    @Property
    void aSearchFindsWhatALookAtEveryOrderFinds(
            @ForAll @Size(max = 12) List<@Size(min = 1, max = 4) Set<@IntRange(min = 0, max = 40) Integer>> histories,
            @ForAll @IntRange(min = 0, max = 40) int second,
            @ForAll @IntRange(min = 0, max = 40) int from,
            @ForAll @IntRange(min = 0, max = 40) int to,
            @ForAll OrderSort sort) {
        List<RetailOrder> orders = orders(histories);
        SearchQuery search = SearchQuery.parse(
                "updated_at:>=1970-01-01T00:00:" + (from < 10 ? "0" : "") + from
                        + "Z AND created_at:<=1970-01-01T00:00:" + (to < 10 ? "0" : "") + to + "Z",
                second);

        Connection found =
                new ShopTimeline(orders).orders(new PageRequest(250, false, false, null, null), sort, search, second);

        assertThat(found.nodes().stream()
                        .map(node -> ((ShopTimeline.Entry) node).order().id()))
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .filter(order -> order.placedAt() <= second && order.placedAt() <= to)
                        .filter(order -> order.updatedAt(second) >= from)
                        .map(RetailOrder::id)
                        .toList());
    }
}
