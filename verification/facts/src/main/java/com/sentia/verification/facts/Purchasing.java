package com.sentia.verification.facts;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.DefectDisposition;
import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Plant;
import com.sentia.verification.facts.Company.Supplier;
import com.sentia.verification.facts.Inspection.Finding;
import com.sentia.verification.facts.Invoice.Item;
import com.sentia.verification.facts.Invoice.Party;
import com.sentia.verification.facts.Purchase.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What runs low is ordered; suppliers deliver, some late, some in two parts, some with faults. */
final class Purchasing {
    private static final Duration LOOK = Duration.ofHours(6);
    private static final Duration SECOND_PART = Duration.ofDays(4);

    private final Scene scene;
    private final Books books;
    private final Chance chance;
    private final int enoughGoods;
    private final int enoughMaterials;
    private int purchases;

    /** Keeps so many units of each article, on the shelf or on the way. */
    Purchasing(Scene scene, Books books, Chance chance, int enoughGoods, int enoughMaterials) {
        this.scene = scene;
        this.books = books;
        this.chance = chance;
        this.enoughGoods = enoughGoods;
        this.enoughMaterials = enoughMaterials;
    }

    /** Arranges one morning's look at the shelves. */
    void open(LocalDate day) {
        scene.timetable().at(scene.startOf(day).plus(LOOK), () -> {
            for (Plant plant : scene.company().plants()) {
                for (Supplier supplier : scene.company().suppliers()) {
                    order(plant, supplier);
                }
            }
        });
    }

    private void order(Plant plant, Supplier supplier) {
        List<Wish> wishes = new ArrayList<>();
        for (Article article : scene.company().articles()) {
            Stock.Shelf shelf = scene.stock().shelf(plant.warehouse(), article);
            if (supplier.code().equals(article.supplier()) && shelf.position() < enough(article)) {
                long units = 2L * enough(article) - shelf.position();
                wishes.add(new Wish(Integer.toString(wishes.size() + 1), article, units));
            }
        }
        if (wishes.isEmpty()) {
            return;
        }
        Instant now = scene.timetable().now();
        Instant promisedAt = now.plus(Duration.ofDays(supplier.leadDays()));
        Purchase purchase = new Purchase("PO-" + ++purchases, supplier, plant.warehouse(), now, promisedAt, wishes);
        wishes.forEach(wish -> shelf(purchase, wish).expect(wish.units()));
        scene.journal().changed(purchase);
        if (chance.in(4)) {
            scene.after(chance.between(Duration.ofHours(1), Duration.ofDays(2)), () -> cancel(purchase));
            return;
        }
        int percentOfPromise = chance.in(supplier.latePercent()) ? chance.between(105, 180) : chance.between(80, 99);
        Duration journey = Duration.ofHours(supplier.leadDays() * 24L * percentOfPromise / 100);
        if (chance.in(20)) {
            scene.after(journey, () -> receive(purchase, 60, false));
            scene.after(journey.plus(SECOND_PART), () -> receive(purchase, 60, true));
            return;
        }
        scene.after(journey, () -> receive(purchase, 0, true));
    }

    private Stock.Shelf shelf(Purchase purchase, Wish wish) {
        return scene.stock().shelf(purchase.warehouse(), wish.article());
    }

    private void cancel(Purchase purchase) {
        purchase.cancel(scene.timetable().now());
        purchase.wishes().forEach(wish -> shelf(purchase, wish).expect(-wish.units()));
        scene.journal().changed(purchase);
    }

    /** The first so many per cent, or, as the last delivery, the rest after them. */
    private void receive(Purchase purchase, int firstPercent, boolean isLast) {
        Instant now = scene.timetable().now();
        List<Item> items = new ArrayList<>();
        for (Wish wish : purchase.wishes()) {
            long first = wish.units() * firstPercent / 100;
            long arrived = isLast ? wish.units() - first : first;
            if (arrived == 0) {
                continue;
            }
            long rejected = chance.in(6) ? Math.min(arrived, chance.between(1, 3)) : 0;
            long taken = arrived - rejected;
            shelf(purchase, wish).expect(-arrived);
            shelf(purchase, wish).put(taken);
            purchase.receive(wish, taken, rejected, now);
            items.add(new Item(
                    AccountClass.INVENTORY,
                    wish.article().sku(),
                    taken,
                    taken * purchase.unitPriceMicros(wish.article())));
            List<Finding> findings = rejected == 0
                    ? List.of()
                    : List.of(new Finding("damaged-in-transit", rejected, DefectDisposition.RETURN_TO_SUPPLIER));
            scene.journal().changed(Inspection.ofGoods(purchase, wish, now, arrived, findings));
        }
        if (isLast) {
            purchase.complete(now);
        }
        scene.journal().changed(purchase);
        Supplier supplier = purchase.supplier();
        books.buy(new Party(supplier.currency(), null, supplier.code(), purchase.id()), items);
    }

    /** Fills a plant's shelves before the first day. */
    void stockUp(Plant plant) {
        for (Article article : scene.company().articles()) {
            scene.stock()
                    .shelf(plant.warehouse(), article)
                    .put(enough(article) + chance.between(0, enough(article) / 2));
        }
    }

    private int enough(Article article) {
        return article.priceMicros() == 0 ? enoughMaterials : enoughGoods;
    }
}
