package com.sentia.simulators.retail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line's columns and accepts it or names the first rule against it; equal texts become one object. */
final class LineClassifier {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);
    /** At most 15 digits, so that order and refund ids made of it stay in a long. */
    private static final Pattern INVOICE = Pattern.compile("(C?)([0-9]{1,15})");

    private static final Set<String> NOT_PRODUCTS = Set.of(
            "",
            "M",
            "S",
            "B",
            "AMAZONFEE",
            "BANK CHARGES",
            "CRUK",
            "ADJUST",
            "ADJUST2",
            "TEST001",
            "TEST002",
            "SP1002");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> dates = new HashMap<>();
    private final Map<String, Long> prices = new HashMap<>();
    private long lastLocalSecond = Long.MIN_VALUE;

    /** The latest local date and time seen on a readable line, rejected ones included. */
    long lastLocalSecond() {
        return lastLocalSecond;
    }

    FileLine classify(int number, List<String> columns) {
        if (columns.size() != RetailFile.COLUMNS.size()) {
            return new RejectedLine(number, Rejection.UNREADABLE_LINE);
        }
        int quantity;
        long localSecond;
        long price;
        try {
            quantity = Integer.parseInt(columns.get(3).strip());
            localSecond = cached(dates, columns.get(4), LineClassifier::localSecond);
            price = cached(prices, columns.get(5), LineClassifier::micros);
            checkAmount(quantity, price);
        } catch (DateTimeException | ArithmeticException | NumberFormatException expected) {
            return new RejectedLine(number, Rejection.UNREADABLE_LINE);
        }
        lastLocalSecond = Math.max(lastLocalSecond, localSecond);
        return judge(number, columns, quantity, localSecond, price);
    }

    private FileLine judge(int number, List<String> columns, int quantity, long localSecond, long price) {
        String invoice = columns.get(0);
        if (invoice.startsWith("A")) {
            return new RejectedLine(number, Rejection.ADJUSTMENT_INVOICE);
        }
        Matcher digits = INVOICE.matcher(invoice);
        if (!digits.matches()) {
            return new RejectedLine(number, Rejection.UNKNOWN_INVOICE_NUMBER);
        }
        String code = shared(columns.get(1).strip().toUpperCase(Locale.ROOT));
        if (NOT_PRODUCTS.contains(code)) {
            return new RejectedLine(number, Rejection.NOT_A_PRODUCT);
        }
        if (price <= 0) {
            return new RejectedLine(number, Rejection.PRICE_NOT_POSITIVE);
        }
        boolean cancellation = invoice.startsWith("C");
        if (cancellation ? quantity >= 0 : quantity <= 0) {
            return new RejectedLine(
                    number,
                    cancellation ? Rejection.QUANTITY_POSITIVE_IN_CANCELLATION : Rejection.QUANTITY_NOT_POSITIVE);
        }
        String customer = customer(columns.get(6).strip());
        String title = columns.get(2).strip();
        return new RetailLine(
                number,
                Long.parseLong(digits.group(2)),
                cancellation,
                LineKind.ofCode(code),
                code,
                title.isEmpty() ? code : shared(title),
                Math.absExact(quantity),
                price,
                localSecond,
                customer.isEmpty() ? null : shared(customer),
                shared(columns.get(7).strip()));
    }

    /** A line whose amount is beyond any money is a broken one. */
    private static void checkAmount(int quantity, long price) {
        Math.multiplyExact(price, (long) Math.absExact(quantity));
    }

    private static String customer(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private String shared(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static long cached(Map<String, Long> cache, String text, Function<String, Long> reader) {
        return cache.computeIfAbsent(text, reader);
    }

    private static long localSecond(String text) {
        return LocalDateTime.parse(text.strip(), DATE).toEpochSecond(ZoneOffset.UTC);
    }

    private static long micros(String text) {
        return new BigDecimal(text.strip()).movePointRight(6).longValueExact();
    }
}
