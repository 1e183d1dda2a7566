package com.sentia.launcher.fx;

import com.sentia.launcher.status.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * What a file of rates says, checked whole.
 *
 * @param name the file's
 * @param source lower-case name of who says so
 * @param quote ISO 4217 code of the currency the rates are in
 * @param rates one for each currency and day
 * @param remarks what was left out of the file, and why, for people
 */
public record RateSheet(String name, String source, String quote, List<DayRate> rates, List<String> remarks) {
    public RateSheet {
        rates = List.copyOf(rates);
        remarks = List.copyOf(remarks);
    }

    /** Of how many rates, currencies and days it tells. */
    public String summary() {
        long currencies = rates.stream().map(DayRate::currency).distinct().count();
        LongSummaryStatistics days =
                rates.stream().mapToLong(rate -> rate.day().toEpochDay()).summaryStatistics();
        String span = rates.isEmpty()
                ? ""
                : ", " + LocalDate.ofEpochDay(days.getMin()) + " to " + LocalDate.ofEpochDay(days.getMax());
        return name + ": " + Words.count(rates.size(), "rate") + " of " + currencies
                + (currencies == 1 ? " currency" : " currencies") + " in " + quote + span;
    }
}
