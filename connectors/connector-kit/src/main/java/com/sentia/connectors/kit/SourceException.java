package com.sentia.connectors.kit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failed read, in one of the four classes that decide what happens next. The client decides the class, nobody else. */
public abstract sealed class SourceException extends Exception
        permits SourceException.Wait, SourceException.Retry, SourceException.StopUnit, SourceException.SetAside {

    private SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The vendor asks for patience: ask again after a time it told. */
    public static final class Wait extends SourceException {
        private final transient Duration time;

        public Wait(Duration time, String message) {
            super(message, null);
            this.time = time;
        }

        /** How long to wait. */
        public Duration time() {
            return time;
        }
    }

    /** Something that passes by itself: ask again, less and less often. */
    public static final class Retry extends SourceException {
        public Retry(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Nothing of this unit can be read until somebody changes something; other units go on. */
    public static final class StopUnit extends SourceException {
        public StopUnit(String message) {
            super(message, null);
        }
    }

    /** An answer or record that can't be used: it goes, whole, to the dead letters. */
    public static final class SetAside extends SourceException {
        private final String reason;
        private final transient byte[] raw;

        /**
         * @param reason stable code, kebab-case
         * @param message what was wrong, without personal data
         * @param raw the bytes as they came
         */
        public SetAside(String reason, String message, byte[] raw) {
            super(message, null);
            this.reason = reason;
            this.raw = raw.clone();
        }

        /** Stable code, kebab-case. */
        public String reason() {
            return reason;
        }

        /** The bytes as they came. */
        public byte[] raw() {
            return raw.clone();
        }
    }
}
