package com.sentia.verification.facts;

import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Puts the company together and lets its days pass. */
final class Simulation {
    private static final Duration BEFORE_OPENING = Duration.ofHours(1);
    private static final int DAYS_OF_GOODS = 3;
    private static final int DAYS_OF_MATERIALS = 35;

    private final FactSettings settings;
    private final Journal journal;
    private final Scene scene;
    private final int enoughGoods;
    private final int enoughMaterials;

    Simulation(FactSettings settings) {
        this.settings = settings;
        this.journal = new Journal(chance("journal"));
        Instant start =
                settings.from().atStartOfDay(settings.zone()).toInstant().minus(BEFORE_OPENING);
        Stock stock = new Stock();
        Timetable timetable = new Timetable(start, this::settle);
        this.scene = new Scene(Company.of(chance("company")), timetable, journal, stock, settings.zone());
        this.enoughGoods = settings.ordersADay() * DAYS_OF_GOODS;
        this.enoughMaterials = settings.ordersADay() * DAYS_OF_MATERIALS;
    }

    List<Arrival> run() {
        Cash cash = new Cash(scene);
        Books books = new Books(scene, cash, chance("books"));
        Returns returns = new Returns(scene, books, chance("returns"));
        Fulfilment fulfilment = new Fulfilment(scene, books, returns, chance("fulfilment"));
        Sales sales = new Sales(scene, fulfilment, chance("sales"), settings.ordersADay());
        Purchasing purchasing = new Purchasing(scene, books, chance("purchasing"), enoughGoods, enoughMaterials);
        Production production = new Production(scene, chance("production"), enoughGoods);
        Closing closing = new Closing(scene, books, cash, chance("closing"));
        Rates rates = new Rates(scene, chance("rates"));

        scene.timetable().at(scene.timetable().now(), () -> {
            list();
            rates.publish(settings.from().minusDays(1));
            scene.company().plants().forEach(purchasing::stockUp);
        });
        LocalDate end = settings.from().plusDays(settings.days());
        for (LocalDate day = settings.from(); day.isBefore(end); day = day.plusDays(1)) {
            if (day.equals(settings.from()) || day.getDayOfMonth() == 1) {
                LocalDate planned = day;
                scene.timetable()
                        .at(
                                scene.startOf(day),
                                () -> closing.plan(planned, settings.ordersADay() * 2_500L * Company.UNIT_MICROS));
            }
            sales.open(day);
            purchasing.open(day);
            production.open(day);
            rates.open(day);
            closing.open(day);
            misreadStock(day, chance("misreading" + day));
        }
        scene.timetable().runUntil(scene.startOf(end).plusMillis(1));
        return journal.arrivals();
    }

    private Chance chance(String part) {
        return new Chance(settings.seed(), part);
    }

    private void settle() {
        scene.stock().settle(scene.timetable().now(), journal);
        journal.settle(scene.timetable().now());
    }

    /** Every article in the stock system and, if it is sold, in each shop; some titles change, one shop delists one. */
    private void list() {
        Chance chance = chance("catalogue");
        String base = Company.BASE_CURRENCY;
        for (Article article : scene.company().articles()) {
            journal.changed(new CatalogEntry("unleashed", Company.STOCK_UNIT, base, article, article.title()));
        }
        for (Shop shop : scene.company().shops()) {
            for (Article article : scene.company().goods()) {
                CatalogEntry entry =
                        new CatalogEntry(shop.source(), shop.unit(), shop.currency(), article, article.title());
                journal.changed(entry);
                Duration someTime = chance.between(Duration.ofHours(2), Duration.ofDays(settings.days()));
                if (chance.in(10)) {
                    scene.after(
                            someTime,
                            () -> journal.changed(new CatalogEntry(
                                    shop.source(), shop.unit(), shop.currency(), article, article.title() + ", new")));
                } else if (chance.in(4)) {
                    scene.after(someTime, () -> journal.deleted(entry));
                }
            }
        }
    }

    /** Now and then a level is told wrong, and taken back. */
    private void misreadStock(LocalDate day, Chance chance) {
        if (!chance.in(40)) {
            return;
        }
        Article article = chance.pick(scene.company().articles());
        String warehouse = chance.pick(scene.company().plants()).warehouse();
        scene.timetable().at(scene.startOf(day).plus(chance.between(Duration.ofHours(1), Duration.ofHours(12))), () -> {
            Stock.Level wrong = scene.stock()
                    .shelf(warehouse, article)
                    .level(scene.timetable().now(), 1000);
            journal.changed(wrong);
            scene.after(chance.between(Duration.ofMinutes(2), Duration.ofHours(9)), () -> journal.deleted(wrong));
        });
    }
}
