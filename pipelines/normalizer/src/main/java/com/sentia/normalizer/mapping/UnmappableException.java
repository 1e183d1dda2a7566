package com.sentia.normalizer.mapping;

/** A payload that can't become facts; says where and by which rule, never what stood there. */
public final class UnmappableException extends Exception {
    /** Why a payload can't be mapped, as a stable code. */
    public enum Reason {
        UNMAPPABLE_PAYLOAD("unmappable-payload"),
        UNKNOWN_CURRENCY("unknown-currency"),
        /** An amount in another currency than what it is part of. */
        FOREIGN_CURRENCY("foreign-currency"),
        UNKNOWN_UNIT("unknown-unit"),
        UNKNOWN_SOURCE("unknown-source");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    UnmappableException(Reason reason, String path, String rule) {
        super(path + ": " + rule);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
