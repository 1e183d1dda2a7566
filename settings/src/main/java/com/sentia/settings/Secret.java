package com.sentia.settings;

import java.util.Objects;

/** A value that must not reach a log: printing it gives stars; only {@link #reveal()} gives the text. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The text itself, for handing to the party it authenticates to. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "*****";
    }
}
