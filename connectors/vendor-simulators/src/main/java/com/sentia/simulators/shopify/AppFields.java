package com.sentia.simulators.shopify;

import java.util.List;
import java.util.stream.Stream;

/** The fields of the app that the access token belongs to. */
final class AppFields {
    private static final List<Scope> GRANTED = Stream.of(
                    "read_orders",
                    "read_all_orders",
                    "read_products",
                    "read_customers",
                    "read_inventory",
                    "read_locations",
                    "read_merchant_managed_fulfillment_orders")
            .map(Scope::new)
            .toList();

    /** The app as the shop has it. */
    record Installation() {}

    /** Something the app may do. */
    record Scope(String handle) {}

    private AppFields() {}

    static ObjectType<Installation> installation() {
        return ObjectType.of(Installation.class, "AppInstallation")
                .with("id", installation -> Gid.of("AppInstallation", 1))
                .with(
                        "accessScopes",
                        (installation, arguments, moment) -> GRANTED.stream()
                                .filter(scope -> !moment.app().withheld().contains(scope.handle()))
                                .toList());
    }

    static ObjectType<Scope> scope() {
        return ObjectType.of(Scope.class, "AccessScope")
                .with("handle", Scope::handle)
                .with("description", Scope::handle);
    }
}
