package com.sentia.simulators.retail;

import java.util.Set;

/** The shop, and so the region, that a country's orders belong to. */
public enum Region {
    UK,
    EU,
    USA;

    private static final Set<String> EU_COUNTRIES = Set.of(
            "Austria",
            "Belgium",
            "Bulgaria",
            "Cyprus",
            "Czech Republic",
            "Denmark",
            "EIRE",
            "Ireland",
            "Estonia",
            "Finland",
            "France",
            "Germany",
            "Greece",
            "Hungary",
            "Italy",
            "Latvia",
            "Lithuania",
            "Luxembourg",
            "Malta",
            "Netherlands",
            "Poland",
            "Portugal",
            "Romania",
            "Slovakia",
            "Slovenia",
            "Spain",
            "Sweden");

    /** Region of a country as the file names it; what is in no list is USA. */
    public static Region ofCountry(String country) {
        if (country.equals("United Kingdom")) {
            return UK;
        }
        return EU_COUNTRIES.contains(country) ? EU : USA;
    }
}
