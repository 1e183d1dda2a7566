package com.sentia.connectors.shopify;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A retail file in the making; its lines come out in the order of their time, as in the real one. */
final class RetailFileText {
    static final LocalDateTime OPENING = LocalDateTime.of(2011, 1, 3, 10, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final List<Line> lines = new ArrayList<>();

    private record Line(LocalDateTime at, String text) {}

    /** Adds lines of one piece each at a price of 1.25, with SKUs counted up from the first. */
    RetailFileText order(int invoice, int count, LocalDateTime at, String country) {
        for (int i = 0; i < count; i++) {
            add(Integer.toString(invoice), sku(i), 1, at, "1.25", country);
        }
        return this;
    }

    /** Takes back the first lines of orders of the country's one customer. */
    RetailFileText cancellation(int invoice, int count, LocalDateTime at, String country) {
        for (int i = 0; i < count; i++) {
            add("C" + invoice, sku(i), -1, at, "1.25", country);
        }
        return this;
    }

    RetailFileText add(String invoice, String code, int quantity, LocalDateTime at, String price, String country) {
        return add(10_000 + country.length(), invoice, code, quantity, at, price, country);
    }

    /** One piece bought in the United Kingdom by a customer. */
    RetailFileText addOf(int customer, String invoice, LocalDateTime at) {
        return add(customer, invoice, "20000", 1, at, "1.25", "United Kingdom");
    }

    private RetailFileText add(
            int customer, String invoice, String code, int quantity, LocalDateTime at, String price, String country) {
        lines.add(new Line(
                at,
                String.join(
                        ",",
                        invoice,
                        code,
                        "THING " + code,
                        Integer.toString(quantity),
                        TIME.format(at),
                        price,
                        Integer.toString(customer),
                        country)));
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        lines.stream()
                .sorted(Comparator.comparing(Line::at))
                .forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    private static String sku(int number) {
        return Integer.toString(20_000 + number);
    }
}
