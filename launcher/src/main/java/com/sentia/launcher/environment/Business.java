package com.sentia.launcher.environment;

import com.sentia.launcher.home.Home;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What every number of a stack rests on, and so never changes in a home.
 *
 * @param currency ISO 4217 code of what amounts are told in
 * @param zone whose days, weeks and months calendar windows are
 */
public record Business(String currency, ZoneId zone) {
    /** Sentia's own, and the demo's. */
    public static final Business STANDARD = new Business("GBP", ZoneId.of("Europe/London"));

    /** What the home was begun with. */
    public static Business of(Home home) {
        return new EnvironmentRecord(home)
                .read()
                .map(EnvironmentRecord.Entry::business)
                .orElse(STANDARD);
    }

    /** Whether a text is the code of a currency. */
    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }
}
