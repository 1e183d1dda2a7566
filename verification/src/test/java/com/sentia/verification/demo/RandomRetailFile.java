package com.sentia.verification.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small retail file of a seed: few customers and SKUs, so that refunds split, overlap and cancel often. */
record RandomRetailFile(List<Line> lines) {
    private static final DateTimeFormatter IN_FILE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String[] CODES = {"A", "bb ", "CC", "10002", "POST", "D", "M"};
    private static final String[] COUNTRIES = {"United Kingdom", "EIRE", "Japan", "Unspecified"};
    private static final int MINUTES = 9 * 24 * 60;

    /** One record of the file, before it is written. */
    record Line(
            String invoice,
            String code,
            long quantity,
            LocalDateTime time,
            long pennies,
            @Nullable String customer,
            String country) {
        String csv() {
            return "%s,%s,\"A \"\"THING\"\",%n OF SORTS\",%d,%s,%d.%02d,%s,%s%n"
                    .formatted(
                            invoice,
                            code,
                            quantity,
                            IN_FILE.format(time),
                            pennies / 100,
                            pennies % 100,
                            customer == null ? "" : customer + ".0",
                            country);
        }
    }

    /** Nine days from the given local time on; invoices of up to four lines, a third of them cancellations. */
    static RandomRetailFile of(long seed, LocalDateTime from) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            boolean cancels = random.nextInt(3) == 0;
            int customer = random.nextInt(5);
            String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
            LocalDateTime time = from.plusMinutes(random.nextInt(MINUTES));
            int size = 1 + random.nextInt(4);
            for (int j = 0; j < size; j++) {
                long quantity = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(cancels ? 9 : 5);
                lines.add(new Line(
                        (cancels ? "C" : "") + (2000 + i),
                        CODES[random.nextInt(CODES.length)],
                        cancels ? -quantity : quantity,
                        // The lines of an invoice need not bear the same time.
                        random.nextInt(6) == 0 ? time.plusMinutes(random.nextInt(3)) : time,
                        random.nextInt(15) == 0 ? 0 : 1 + random.nextInt(400),
                        customer == 0 ? null : "C" + customer,
                        country));
            }
        }
        return new RandomRetailFile(lines);
    }

    String csv() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.csv()));
        return text.toString();
    }
}
