package com.sentia.simulators.retail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small retail files and builds histories of them. */
public final class Retail {
    public static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private Retail() {}

    /** A file with the header and these lines. */
    public static Path file(Path folder, String... lines) {
        try {
            return Files.writeString(
                    Files.createTempFile(folder, "retail", ".csv"), HEADER + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What these lines mean, their dates left as they are. */
    public static RetailHistory history(String... lines) {
        try {
            Path folder = Files.createTempDirectory("retail");
            Path file = file(folder, lines);
            RetailHistory history = RetailHistory.of(RetailFile.read(file), new DateShift(0));
            Files.delete(file);
            Files.delete(folder);
            return history;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of customer 17850 in the United Kingdom on 1 February 2011, when London keeps UTC. */
    public static String line(String invoice, String code, int quantity, String time, String price) {
        return line(invoice, code, quantity, "2011-02-01 " + time, price, "17850.0", "United Kingdom");
    }

    public static String line(
            String invoice, String code, int quantity, String date, String price, String customer, String country) {
        return String.join(
                ",", invoice, code, "THING " + code, Integer.toString(quantity), date, price, customer, country);
    }
}
