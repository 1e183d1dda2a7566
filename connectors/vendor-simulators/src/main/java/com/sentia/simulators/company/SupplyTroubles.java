package com.sentia.simulators.company;

import java.util.List;

/** What goes wrong with supply; times are epoch seconds, the last of them not included. */
public record SupplyTroubles(List<Missing> missing, List<Late> late) {
    /** Nothing does. */
    public static final SupplyTroubles NONE = new SupplyTroubles(List.of(), List.of());

    /** A delivery of an article that was booked in has not come: nobody has any of it until it does, and no other comes before. */
    public record Missing(String sku, long from, long to) {
        boolean holds(long second) {
            return from <= second && second < to;
        }
    }

    /** What is due from a supplier comes some days later. */
    public record Late(String supplier, long from, long to, int days) {
        boolean holds(long second) {
            return from <= second && second < to;
        }
    }

    public SupplyTroubles {
        missing = List.copyOf(missing);
        late = List.copyOf(late);
    }

    /** Those of one article. */
    SupplyTroubles of(String sku) {
        String supplier = Suppliers.of(sku);
        return new SupplyTroubles(
                missing.stream().filter(one -> one.sku().equals(sku)).toList(),
                late.stream().filter(one -> one.supplier().equals(supplier)).toList());
    }
}
