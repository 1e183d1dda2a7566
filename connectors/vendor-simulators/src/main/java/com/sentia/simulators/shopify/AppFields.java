package com.sentia.simulators.shopify;

import java.util.List;

/** The fields of the app that the access token belongs to. */
final class AppFields {
    private static final List<Scope> GRANTED =
            List.of(new Scope("read_orders"), new Scope("read_all_orders"), new Scope("read_products"));

    /** The app as the shop has it. */
    record Installation() {}

    /** Something the app may do. */
    record Scope(String handle) {}

    private AppFields() {}

    static ObjectType<Installation> installation() {
        return ObjectType.of(Installation.class, "AppInstallation")
                .with("id", installation -> Gid.of("AppInstallation", 1))
                .always(GRANTED, "accessScopes");
    }

    static ObjectType<Scope> scope() {
        return ObjectType.of(Scope.class, "AccessScope")
                .with("handle", Scope::handle)
                .with("description", Scope::handle);
    }
}
