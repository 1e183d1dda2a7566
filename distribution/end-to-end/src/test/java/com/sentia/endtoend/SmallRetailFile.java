package com.sentia.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A seeded retail file small enough for a test and yet with every kind of line: six days of three shops over the night in
 * which London's clocks go forward, an order of several pages, returns of all kinds, and all that has to be rejected.
 */
final class SmallRetailFile {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final LocalDate FIRST_DAY = LocalDate.of(2011, 3, 24);
    private static final int DAYS = 6;
    private static final int ORDERS_A_DAY = 36;
    private static final int LINES_OF_THE_LONG_ORDER = 300;
    private static final DateTimeFormatter IN_FILE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> COUNTRIES = List.of(
            "United Kingdom", "United Kingdom", "United Kingdom", "EIRE", "France", "Germany", "Japan", "Unspecified");

    private final Random random;
    private final List<Invoice> invoices = new ArrayList<>();
    private int nextNumber = 500_000;

    private record Line(String code, int quantity, String price) {}

    private record Invoice(String number, LocalDateTime at, String customer, String country, List<Line> lines) {}

    private SmallRetailFile(long seed) {
        this.random = new Random(seed);
    }

    static Path write(Path file, long seed) throws IOException {
        SmallRetailFile retail = new SmallRetailFile(seed);
        retail.sell();
        retail.takeBack();
        retail.spoil();
        retail.invoices.sort(Comparator.comparing(Invoice::at));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        retail.invoices.forEach(invoice -> invoice.lines().forEach(line -> lines.add(csv(invoice, line))));
        lines.addAll(retail.broken());
        return Files.write(file, lines);
    }

    private void sell() {
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < ORDERS_A_DAY; i++) {
                int size = day == 1 && i == 0 ? LINES_OF_THE_LONG_ORDER : 1 + random.nextInt(14);
                List<Line> lines = new ArrayList<>();
                for (int j = 0; j < size; j++) {
                    lines.add(new Line(code(), 1 + random.nextInt(12), price()));
                }
                if (random.nextInt(6) == 0) {
                    lines.add(new Line("POST", 1, "18.00"));
                }
                if (random.nextInt(12) == 0) {
                    lines.add(new Line("D", 1, "7.25"));
                }
                String customer = random.nextInt(6) == 0 ? "" : 12_000 + random.nextInt(40) + ".0";
                add("", at(FIRST_DAY.plusDays(day)), customer, country(customer), lines);
            }
        }
    }

    /** Whole orders within a day, some units much later, more than was bought, without customer, with postage. */
    private void takeBack() {
        List<Invoice> orders = new ArrayList<>(invoices);
        Collections.shuffle(orders, random);
        for (Invoice order : orders.subList(0, 12)) {
            add(
                    "C",
                    order.at().plusMinutes(20 + random.nextInt(600)),
                    order.customer(),
                    order.country(),
                    negated(order, 1, 1));
        }
        for (Invoice order : orders.subList(12, 40)) {
            List<Line> lines = new ArrayList<>(negated(order, 2, random.nextInt(3) == 0 ? 5 : 1));
            lines.add(new Line("POST", -1, "9.00"));
            lines.add(new Line("D", -1, "1.50"));
            add("C", order.at().plusMinutes(30 + random.nextInt(2_000)), order.customer(), order.country(), lines);
        }
        add("C", at(FIRST_DAY.plusDays(2)), "99999.0", "France", List.of(new Line("NEVER SOLD", -3, "2.10")));
        add("C", at(FIRST_DAY.plusDays(3)), "", "United Kingdom", List.of(new Line(code(), -2, price())));
        add("C", at(FIRST_DAY.plusDays(3)), "12001.0", "Japan", List.of(new Line("D", -1, "20.00")));
    }

    private void spoil() {
        LocalDateTime noon = FIRST_DAY.plusDays(4).atTime(12, 0);
        add(
                "",
                noon,
                "12001.0",
                "United Kingdom",
                List.of(
                        new Line("M", 1, "10.00"),
                        new Line("amazonfee", 1, "10.00"),
                        new Line(code(), 1, "0"),
                        new Line(code(), 0, "1.00"),
                        new Line(code(), -4, "1.00")));
        add("C", noon, "12001.0", "United Kingdom", List.of(new Line(code(), 4, "1.00")));
        add("A", noon, "", "United Kingdom", List.of(new Line("B", 1, "-11062.06")));
        add("X", noon, "", "United Kingdom", List.of(new Line(code(), 1, "1.00")));
    }

    private List<String> broken() {
        return List.of(
                "599001,SKU-1,NO QUANTITY,many,2011-03-29 12:00:00,1.00,,United Kingdom",
                "599002,SKU-1,NO DATE,1,29/03/2011,1.00,,United Kingdom",
                "599003,SKU-1,TOO SHORT",
                "");
    }

    private void add(String prefix, LocalDateTime at, String customer, String country, List<Line> lines) {
        invoices.add(new Invoice(prefix + nextNumber++, at, customer, country, lines));
    }

    private static List<Line> negated(Invoice order, int everyNth, int times) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i += everyNth) {
            Line sold = order.lines().get(i);
            lines.add(new Line(sold.code(), -sold.quantity() * times, sold.price()));
        }
        return lines;
    }

    private LocalDateTime at(LocalDate day) {
        return day.atTime(0, 5).plusSeconds(random.nextInt(23 * 3600));
    }

    private String code() {
        return "SKU-" + random.nextInt(120);
    }

    private String price() {
        return "%d.%02d".formatted(random.nextInt(20), 1 + random.nextInt(99));
    }

    private String country(String customer) {
        int index = customer.isEmpty() ? random.nextInt(COUNTRIES.size()) : customer.charAt(4) % COUNTRIES.size();
        return COUNTRIES.get(index);
    }

    private static String csv(Invoice invoice, Line line) {
        return "%s,%s,\"A \"\"THING\"\",%nIN TWO LINES\",%d,%s,%s,%s,%s"
                .formatted(
                        invoice.number(),
                        line.code(),
                        line.quantity(),
                        IN_FILE.format(invoice.at()),
                        line.price(),
                        invoice.customer(),
                        invoice.country());
    }
}
