package com.sentia.verification.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The manufacturer as it stands before the first day: what it sells and uses, where, from whom.
 *
 * @param articles goods and materials
 * @param suppliers who delivers what is not made
 * @param shops where goods are sold
 * @param plants warehouses, each with a production line
 */
record Company(List<Article> articles, List<Supplier> suppliers, List<Shop> shops, List<Plant> plants) {
    static final String STOCK_UNIT = "sentia";
    static final String BOOKS_UNIT = "sentia-ltd";
    static final String FACTORY_UNIT = "factory";
    static final String BASE_CURRENCY = "GBP";
    static final long UNIT_MICROS = 1_000_000L;

    private static final long PENNY_MICROS = 10_000L;
    private static final List<String> CATEGORIES = List.of("lighting", "kitchen", "garden", "office");
    private static final int MATERIALS = 8;
    private static final int MADE = 8;
    private static final int BOUGHT = 5;

    static Company of(Chance chance) {
        List<Supplier> suppliers = List.of(
                new Supplier("SUP-NORTH", BASE_CURRENCY, 5, 10),
                new Supplier("SUP-RHINE", "EUR", 9, 20),
                new Supplier("SUP-LAKES", "USD", 14, 35));
        List<Article> materials = IntStream.rangeClosed(1, MATERIALS)
                .mapToObj(number -> material(number, suppliers, chance))
                .toList();
        Stream<Article> goods = IntStream.rangeClosed(1, MADE + BOUGHT)
                .mapToObj(number -> number <= MADE
                        ? made(number, materials, chance)
                        : bought(number, chance.pick(suppliers), chance));
        List<Article> articles = Stream.concat(goods, materials.stream()).toList();
        Plant uk = new Plant("MAIN", "L1", "M1");
        Plant usa = new Plant("WEST", "L2", "M2");
        List<Shop> shops = List.of(
                new Shop("shopify", "sentia-uk.myshopify.com", "UK", "web", BASE_CURRENCY, uk, 45, 20),
                new Shop("shopify", "sentia-eu.myshopify.com", "EU", "web", "EUR", uk, 20, 20),
                new Shop("shopify", "sentia-usa.myshopify.com", "USA", "web", "USD", usa, 20, 0),
                new Shop("amazon", "seller-1-A1F83G8C2ARO7P", "UK", "amazon", BASE_CURRENCY, uk, 15, 20));
        return new Company(articles, suppliers, shops, List.of(uk, usa));
    }

    List<Article> goods() {
        return articles.stream().filter(article -> article.priceMicros() > 0).toList();
    }

    Supplier supplier(Article article) {
        return suppliers.stream()
                .filter(supplier -> supplier.code().equals(article.supplier()))
                .findFirst()
                .orElseThrow();
    }

    Article article(String sku) {
        return articles.stream()
                .filter(article -> article.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    /** An amount of the base currency in another at the company's list rate, in whole pennies. */
    static long listed(long baseMicros, String currency) {
        long hundredths = switch (currency) {
            case "EUR" -> 117;
            case "USD" -> 127;
            default -> 100;
        };
        return baseMicros * hundredths / 100 / PENNY_MICROS * PENNY_MICROS;
    }

    private static Article material(int number, List<Supplier> suppliers, Chance chance) {
        long cost = chance.between(40, 400) * PENNY_MICROS;
        return new Article(
                "RAW-" + number,
                "Material " + number,
                "materials",
                0,
                cost,
                suppliers.get(number % suppliers.size()).code(),
                List.of());
    }

    private static Article made(int number, List<Article> materials, Chance chance) {
        List<Component> recipe = new ArrayList<>();
        recipe.add(new Component(materials.get(number % MATERIALS), chance.between(1, 3) * UNIT_MICROS));
        recipe.add(new Component(materials.get((number + 3) % MATERIALS), UNIT_MICROS / 2));
        long cost = recipe.stream()
                        .mapToLong(part -> part.article().costMicros() * part.microUnits() / UNIT_MICROS)
                        .sum()
                + chance.between(50, 200) * PENNY_MICROS;
        return new Article(
                "SKU-" + number, "Article " + number, category(number), price(cost, chance), cost, null, recipe);
    }

    private static Article bought(int number, Supplier supplier, Chance chance) {
        long cost = chance.between(200, 2000) * PENNY_MICROS;
        return new Article(
                "SKU-" + number,
                "Article " + number,
                category(number),
                price(cost, chance),
                cost,
                supplier.code(),
                List.of());
    }

    private static String category(int number) {
        return CATEGORIES.get(number % CATEGORIES.size());
    }

    private static long price(long costMicros, Chance chance) {
        return costMicros * chance.between(170, 260) / 100 / PENNY_MICROS * PENNY_MICROS;
    }

    /** What is sold or used; a price of 0 marks a material, an empty recipe what is bought. */
    record Article(
            String sku,
            String title,
            String category,
            long priceMicros,
            long costMicros,
            @Nullable String supplier,
            List<Component> recipe) {
        boolean isMade() {
            return !recipe.isEmpty();
        }
    }

    record Component(Article article, long microUnits) {}

    record Supplier(String code, String currency, int leadDays, int latePercent) {}

    record Shop(
            String source,
            String unit,
            String region,
            String channel,
            String currency,
            Plant plant,
            int sharePercent,
            int taxPercent) {}

    record Plant(String warehouse, String line, String machine) {}
}
