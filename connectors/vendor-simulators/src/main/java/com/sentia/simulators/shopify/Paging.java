package com.sentia.simulators.shopify;

import org.jspecify.annotations.Nullable;

/** The types that make up paging and money. */
final class Paging {
    private Paging() {}

    static ObjectType<Connection> connection() {
        return ObjectType.structure(Connection.class)
                .with("nodes", Connection::nodes)
                .with("edges", Connection::edges)
                .with("pageInfo", Connection::pageInfo);
    }

    static ObjectType<Connection.Edge> edge() {
        return ObjectType.structure(Connection.Edge.class)
                .with("cursor", edge -> edge.cursor().text())
                .with("node", Connection.Edge::node);
    }

    static ObjectType<Connection.PageInfo> pageInfo() {
        return ObjectType.structure(Connection.PageInfo.class)
                .with("hasNextPage", Connection.PageInfo::hasNextPage)
                .with("hasPreviousPage", Connection.PageInfo::hasPreviousPage)
                .with("startCursor", page -> text(page.start()))
                .with("endCursor", page -> text(page.end()));
    }

    static ObjectType<Money> money() {
        return ObjectType.of(Money.class, "MoneyV2")
                .with("amount", Money::amount)
                .always(Money.CURRENCY, "currencyCode");
    }

    static ObjectType<Money.Bag> bag() {
        return ObjectType.of(Money.Bag.class, "MoneyBag")
                .with("shopMoney", Money.Bag::money)
                .with("presentmentMoney", Money.Bag::money);
    }

    private static @Nullable String text(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.text();
    }
}
