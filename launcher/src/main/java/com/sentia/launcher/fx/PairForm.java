package com.sentia.launcher.fx;

import java.time.LocalDate;
import java.util.List;

/** A line for each day and pair of currencies: {@code day,base,quote,rate}. */
final class PairForm implements RateForm {
    static final List<String> HEADER = List.of("day", "base", "quote", "rate");

    private final String business;

    /** @param business ISO 4217 code of the business currency, the only one rates may be in */
    PairForm(String business) {
        this.business = business;
    }

    @Override
    public String source() {
        return "file";
    }

    @Override
    public void line(int number, List<String> fields, GatheredRates rates) throws UnfitRateException {
        if (fields.size() != HEADER.size()) {
            throw new UnfitRateException(
                    "the line has " + fields.size() + " fields: " + String.join(",", HEADER) + " are " + HEADER.size());
        }
        LocalDate day = RateText.plausible(RateText.day(fields.get(0)));
        String base = RateText.currency(fields.get(1));
        String quote = RateText.currency(fields.get(2));
        if (!quote.equals(business)) {
            throw new UnfitRateException("a rate in " + quote + " is of no use: the business currency is " + business
                    + ", which quote must be");
        }
        if (base.equals(quote)) {
            throw new UnfitRateException(base + " has no rate in itself");
        }
        rates.add(new DayRate(base, day, RateText.nanos(RateText.decimal(fields.get(3))), number));
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }
}
