package com.sentia.simulators;

import com.sentia.simulators.factory.Diary;
import com.sentia.simulators.factory.Factory;
import com.sentia.simulators.factory.FactoryPlan;
import com.sentia.simulators.factory.FactoryTroubles;
import com.sentia.simulators.operations.FactoryWriter;
import com.sentia.simulators.operations.OperationsSettings;
import com.sentia.simulators.rates.RateDiary;
import com.sentia.simulators.rates.ReferenceRates;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.RetailHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The company behind the shops, as its own database has it: a factory that makes what sells best, over the time in which there are
 * orders, and the exchange rates of each business day.
 */
final class CompanyFactory {
    private static final int ARTICLES = 12;

    private CompanyFactory() {}

    /** @param now virtual epoch milliseconds */
    static FactoryWriter writer(
            OperationsSettings settings, RetailHistory history, FactoryTroubles troubles, LongSupplier now) {
        Instant first = Instant.ofEpochSecond(history.lineTimes()[0]);
        Instant last = Instant.ofEpochSecond(history.end());
        Factory factory = new Factory(new FactoryPlan(
                settings.seed(), bestSellers(history), Factory.dayOf(first), Factory.dayOf(last), troubles));
        RateDiary rates = new RateDiary(
                new ReferenceRates(settings.seed(), Factory.dayOf(first), Factory.dayOf(last)), settings.seed());
        Diary diary = Diary.together(factory, rates);
        return new FactoryWriter(settings, diary, first, last, () -> Instant.ofEpochMilli(now.getAsLong()));
    }

    private static List<String> bestSellers(RetailHistory history) {
        Map<String, Long> units = history.orders().stream()
                .flatMap(order -> order.goods().stream())
                .collect(Collectors.groupingBy(OrderLine::sku, Collectors.summingLong(OrderLine::quantity)));
        return units.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ARTICLES)
                .map(Map.Entry::getKey)
                .toList();
    }
}
