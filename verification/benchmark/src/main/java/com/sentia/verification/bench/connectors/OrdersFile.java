package com.sentia.verification.bench.connectors;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The orders as a file the simulated shops play: all in one shop, but for one in each of the others, which can't be empty. */
final class OrdersFile {
    /** A winter, so that no local time comes twice. */
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 5, 0, 0);

    private static final long SECONDS = ChronoUnit.DAYS.getDuration().toSeconds() * 60;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int CUSTOMERS = 20_000;

    private OrdersFile() {}

    static void write(Path file, int orders) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
            out.write("100001,SKU1,ARTICLE,1," + DATE.format(FIRST) + ",1.00,1,France\n");
            out.write("100002,SKU1,ARTICLE,1," + DATE.format(FIRST) + ",1.00,1,Australia\n");
            for (int number = 0; number < orders; number++) {
                write(SeededOrder.of(number, SeededOrder.LINES), FIRST.plusSeconds(SECONDS * number / orders), out);
            }
        }
    }

    private static void write(SeededOrder order, LocalDateTime at, BufferedWriter out) throws IOException {
        for (SeededOrder.Line line : order.lines()) {
            out.write(order.id() + "," + line.sku() + ",ARTICLE " + line.sku() + "," + line.quantity() + ","
                    + DATE.format(at) + "," + BigDecimal.valueOf(line.priceMicros(), 6) + "," + order.id() % CUSTOMERS
                    + ",United Kingdom\n");
        }
    }
}
