package com.sentia.simulators.shopify;

import com.sentia.simulators.company.Site;
import com.sentia.simulators.company.Stock;
import com.sentia.simulators.company.StockLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The fields of what a place holds of an article. */
final class LevelFields {
    private static final Map<String, ToIntFunction<Stock>> FIGURES = Map.of(
            "available",
            Stock::available,
            "on_hand",
            Stock::onHand,
            "committed",
            Stock::committed,
            "incoming",
            Stock::incoming,
            "reserved",
            stock -> 0,
            "damaged",
            stock -> 0,
            "safety_stock",
            stock -> 0,
            "quality_control",
            stock -> 0);

    /** A level as it stood at a moment. */
    record LevelOf(StockLevel level, Stock stock) {
        String gid() {
            return new LevelGid(level.site().id(), level.article()).text();
        }
    }

    /** One of its figures. */
    record QuantityOf(LevelOf level, String name) {
        private ToIntFunction<Stock> figure() {
            ToIntFunction<Stock> figure = FIGURES.get(name);
            if (figure == null) {
                throw new QueryRefused("The quantity name '" + name + "' is invalid.", "BAD_USER_INPUT");
            }
            return figure;
        }
    }

    private LevelFields() {}

    static ObjectType<LevelOf> level() {
        return ObjectType.of(LevelOf.class, "InventoryLevel")
                .with("id", LevelOf::gid)
                .with("isActive", level -> level.level().site().isActive())
                .with("createdAt", level -> OrderFields.time(level.level().createdAt()))
                .with("updatedAt", level -> OrderFields.time(level.stock().since()))
                .with("location", level -> level.level().site())
                .with(
                        "item",
                        (level, arguments, moment) ->
                                ItemFields.item(level.level().article(), moment))
                .with("quantities", (level, arguments, moment) -> quantities(level, arguments))
                .with("canDeactivate", level -> level.level().site().isActive())
                .always(null, "deactivationAlert");
    }

    static ObjectType<QuantityOf> quantity() {
        return ObjectType.of(QuantityOf.class, "InventoryQuantity")
                .with(
                        "id",
                        quantity -> quantity.level()
                                .gid()
                                .replace("/InventoryLevel/", "/InventoryQuantity/")
                                .concat("&name=" + quantity.name()))
                .with("name", QuantityOf::name)
                .with(
                        "quantity",
                        quantity ->
                                quantity.figure().applyAsInt(quantity.level().stock()))
                .with(
                        "updatedAt",
                        (quantity, arguments, moment) ->
                                OrderFields.time(quantity.level().level().since(quantity.figure(), moment.second())));
    }

    /** A page of a place's levels, in the order of their articles' ids. Shopify tells no order and has no sort key. */
    static Connection ofSite(Site site, Map<String, Object> arguments, Moment moment) {
        SearchQuery search =
                SearchQuery.parse(arguments.get("query"), moment.second()).allowOnly("updated_at", "created_at");
        boolean shown = site.isActive() || Boolean.TRUE.equals(arguments.get("includeInactive"));
        List<StockLevel> levels = shown ? moment.stock().ledger().levelsAt(site.id()) : List.of();
        return Connection.of(
                        levels,
                        level -> new Cursor(0, level.article()),
                        PageRequest.of(arguments),
                        level -> isFound(level, search, moment.second()))
                .map(level -> now(level, moment), StockLevel.class);
    }

    static @Nullable LevelOf ofSiteAndItem(Site site, Map<String, Object> arguments, Moment moment) {
        Gid item = Gid.parse(String.valueOf(arguments.get("inventoryItemId")));
        return level(site.id(), item.number(), moment);
    }

    /** The levels of an article, a page of them. */
    static Connection ofItem(long article, Map<String, Object> arguments, Moment moment) {
        SearchQuery.parse(arguments.get("query"), moment.second()).allowOnly();
        List<LevelOf> levels = new ArrayList<>();
        for (Site site : moment.stock().sites()) {
            LevelOf level = level(site.id(), article, moment);
            if (level != null && (site.isActive() || Boolean.TRUE.equals(arguments.get("includeInactive")))) {
                levels.add(level);
            }
        }
        return Connection.of(levels, level -> new Cursor(0, level.level().site().id()), PageRequest.of(arguments));
    }

    static @Nullable LevelOf level(long site, long article, Moment moment) {
        return moment.stock()
                .ledger()
                .level(article, site)
                .filter(level -> level.at(moment.second()).isPresent())
                .map(level -> now(level, moment))
                .orElse(null);
    }

    private static LevelOf now(StockLevel level, Moment moment) {
        return new LevelOf(level, level.at(moment.second()).orElseThrow());
    }

    private static boolean isFound(StockLevel level, SearchQuery search, long second) {
        return level.at(second)
                .filter(stock -> search.range("updated_at").contains(stock.since()))
                .filter(stock -> search.range("created_at").contains(level.createdAt()))
                .isPresent();
    }

    private static List<QuantityOf> quantities(LevelOf level, Map<String, Object> arguments) {
        List<QuantityOf> quantities = new ArrayList<>();
        if (arguments.get("names") instanceof List<?> names) {
            names.forEach(name -> quantities.add(new QuantityOf(level, String.valueOf(name))));
        }
        return quantities;
    }
}
