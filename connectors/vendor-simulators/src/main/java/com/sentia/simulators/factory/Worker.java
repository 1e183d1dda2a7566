package com.sentia.simulators.factory;

import java.util.List;
import java.util.Locale;

/** Who writes something down: nobody in truth, and there so that what must not leave the database can be looked for. */
record Worker(String name, String badge) {
    private static final List<String> FIRST_NAMES = List.of("Ada", "Bram", "Carys", "Dev", "Elin", "Farid");
    private static final List<String> LAST_NAMES =
            List.of("Abbott", "Berger", "Castell", "Dalby", "Eriksen", "Ferrant", "Gallo", "Hartley");

    static Worker of(Chance chance) {
        int first = (int) chance.between(0, FIRST_NAMES.size() - 1);
        int last = (int) chance.between(0, LAST_NAMES.size() - 1);
        return new Worker(
                FIRST_NAMES.get(first) + " " + LAST_NAMES.get(last),
                String.format(Locale.ROOT, "badge-%02d%02d", first, last));
    }
}
