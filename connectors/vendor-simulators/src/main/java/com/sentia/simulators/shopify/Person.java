package com.sentia.simulators.shopify;

import java.util.List;
import java.util.Locale;

/**
 * The invented person behind a customer number: always the same for the same number, and nobody in truth. There so that
 * what must not leave a connector can be looked for.
 */
record Person(long id, String firstName, String lastName, int house) {
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bram", "Carys", "Dev", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Keira", "Luca", "Maren",
            "Nils", "Oona", "Piet", "Rosa", "Sami", "Tove", "Yusuf");
    private static final List<String> LAST_NAMES = List.of(
            "Abbott",
            "Berger",
            "Castell",
            "Dalby",
            "Eriksen",
            "Ferrant",
            "Gallo",
            "Hartley",
            "Ivers",
            "Jansen",
            "Kowal",
            "Lindqvist",
            "Moreau",
            "Norrby",
            "Osgood",
            "Pereira",
            "Quill",
            "Rourke",
            "Sandor",
            "Thorne");
    private static final int HOUSES = 200;

    static Person of(String customer) {
        long id = customer.matches("[0-9]{1,15}")
                ? Long.parseLong(customer)
                : Integer.toUnsignedLong(customer.hashCode());
        return new Person(
                id,
                FIRST_NAMES.get((int) (id % FIRST_NAMES.size())),
                LAST_NAMES.get((int) (id / FIRST_NAMES.size() % LAST_NAMES.size())),
                (int) (id % HOUSES) + 1);
    }

    String name() {
        return firstName + " " + lastName;
    }

    String email() {
        return (firstName + "." + lastName).toLowerCase(Locale.ROOT) + "." + id + "@customer.example";
    }

    /** A number in the range that is kept free for fiction. */
    String phone() {
        return "+44 7700 9" + String.format(Locale.ROOT, "%05d", id % 100_000);
    }
}
