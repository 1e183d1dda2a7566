package com.sentia.launcher.fx;

import com.sentia.analytics.rate.RateBounds;
import com.sentia.launcher.status.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The European Central Bank's reference rates: {@code Date,USD,JPY,…}, a line for each day with the units of each currency for one
 * euro, {@code N/A} for none. Rates in the business currency are made by crossing two of them, rounded half-even to the
 * billionth.
 */
final class EcbForm implements RateForm {
    static final String FIRST_FIELD = "Date";
    private static final String EURO = "EUR";
    private static final Set<String> NONE = Set.of("N/A", "");

    private final String business;
    private final List<String> currencies;
    private final Map<String, Integer> beyond = new LinkedHashMap<>();
    private int daysOutside;
    private int daysWithout;

    /**
     * @param business ISO 4217 code of the business currency
     * @param header the fields of the first line
     */
    EcbForm(String business, List<String> header) throws UnfitRateException {
        this.business = business;
        this.currencies =
                withoutEmptyEnd(header).subList(1, withoutEmptyEnd(header).size());
        Set<String> seen = new HashSet<>(Set.of(EURO));
        for (String currency : currencies) {
            if (!seen.add(RateText.currency(currency))) {
                throw new UnfitRateException("a second column of " + currency);
            }
        }
        if (!seen.contains(business)) {
            throw new UnfitRateException(
                    "there is no column of the business currency " + business + ", by which the others are crossed");
        }
    }

    @Override
    public String source() {
        return "ecb";
    }

    @Override
    public void line(int number, List<String> fields, GatheredRates rates) throws UnfitRateException {
        List<String> values = fields.size() == currencies.size() + 2 ? withoutEmptyEnd(fields) : fields;
        if (values.size() != currencies.size() + 1) {
            throw new UnfitRateException(
                    "the line has " + values.size() + " fields, the header " + (currencies.size() + 1));
        }
        LocalDate day = RateText.day(values.get(0));
        Map<String, BigDecimal> perEuro = perEuro(values);
        if (!RateBounds.isDay(day)) {
            daysOutside++;
            return;
        }
        BigDecimal own = perEuro.remove(business);
        if (own == null) {
            daysWithout++;
            return;
        }
        for (Map.Entry<String, BigDecimal> one : perEuro.entrySet()) {
            BigDecimal rate = RateText.cross(own, one.getValue());
            if (RateText.isPlausible(rate)) {
                rates.add(new DayRate(one.getKey(), day, RateText.nanos(rate), number));
            } else {
                beyond.merge(one.getKey(), 1, Integer::sum);
            }
        }
    }

    private Map<String, BigDecimal> perEuro(List<String> values) throws UnfitRateException {
        Map<String, BigDecimal> perEuro = new LinkedHashMap<>();
        perEuro.put(EURO, BigDecimal.ONE);
        for (int column = 0; column < currencies.size(); column++) {
            String value = values.get(column + 1);
            if (!NONE.contains(value)) {
                perEuro.put(currencies.get(column), decimal(currencies.get(column), value));
            }
        }
        return perEuro;
    }

    private static BigDecimal decimal(String currency, String value) throws UnfitRateException {
        try {
            return RateText.decimal(value);
        } catch (UnfitRateException e) {
            throw new UnfitRateException("column " + currency + ": " + e.problem() + ", or N/A for none");
        }
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (daysOutside > 0) {
            remarks.add("left out: " + Words.count(daysOutside, "day") + " not from " + RateBounds.EARLIEST_DAY + " to "
                    + RateBounds.LATEST_DAY);
        }
        if (daysWithout > 0) {
            remarks.add("left out: " + Words.count(daysWithout, "day") + " without a rate of " + business);
        }
        beyond.forEach((currency, days) -> remarks.add("left out: " + currency + " on " + Words.count(days, "day")
                + ", when it was worth less than a millionth, or more than a million, of " + business));
        return remarks;
    }

    /** The bank's lines end with a comma. */
    private static List<String> withoutEmptyEnd(List<String> fields) {
        int last = fields.size() - 1;
        return fields.get(last).isEmpty() ? fields.subList(0, last) : fields;
    }
}
