package com.sentia.verification.architecture;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The modules by their packages, and which others each may use; docs/ARCHITECTURE.md says the same in words. */
enum Part {
    SETTINGS("settings", Set.of()),
    SCHEMAS("schemas", Set.of()),
    HOOK_SOURCES("hooks", Set.of("settings", "schemas")),
    DATABASE_GROUND("database", Set.of("settings")),
    CONNECTOR_KIT("connectors.kit", Set.of("settings", "schemas")),
    CONNECTOR_SHOPIFY("connectors.shopify", Set.of("settings", "schemas", "connectors.kit")),
    CHANGE_CAPTURE("capture", Set.of("settings", "schemas", "connectors.kit")),
    WEBHOOK_GATEWAY("gateway", Set.of("settings", "schemas", "hooks", "connectors.kit")),
    VENDOR_SIMULATORS("simulators", Set.of("settings")),
    ANALYTICS("analytics", Set.of()),
    NORMALIZER("normalizer", Set.of("settings", "schemas", "hooks", "analytics")),
    RUNTIME("runtime", Set.of("settings", "schemas")),
    JOBS("jobs", Set.of("settings", "schemas", "analytics", "runtime", "timescale")),
    TIMESCALE("timescale", Set.of("settings", "schemas")),
    QUERY_API("queryapi", Set.of("settings", "schemas")),
    LAUNCHER("launcher", Set.of("settings", "schemas", "connectors.kit", "analytics", "database")),
    TESTKIT("testkit", Set.of("settings", "schemas", "database")),
    VERIFICATION("verification", Set.of("settings", "schemas", "analytics", "runtime", "jobs", "timescale"));

    static final String ROOT = "com.sentia.";

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // Only Set.of is ever given.
    private final Set<String> usable;

    Part(String name, Set<String> usable) {
        this.name = name;
        this.usable = usable;
    }

    /** This part's package and all below it. */
    String packages() {
        return ROOT + name + "..";
    }

    /** Everything of ours this part may use, itself included. */
    String[] usablePackages() {
        return Stream.concat(Stream.of(packages()), usable.stream().map(other -> ROOT + other + ".."))
                .toArray(String[]::new);
    }

    static String[] allPackages() {
        return Arrays.stream(values()).map(Part::packages).toArray(String[]::new);
    }
}
