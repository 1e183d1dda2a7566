package com.sentia.hooks.mapping;

/** A payload lacks a value, or has one that can't be taken; says where and by which rule, never what stood there. */
public final class UnfitValueException extends Exception {
    private final String pointer;
    private final String rule;

    UnfitValueException(String pointer, String rule) {
        super(pointer + ": " + rule);
        this.pointer = pointer;
        this.rule = rule;
    }

    /** Where, as a JSON pointer into the payload. */
    public String pointer() {
        return pointer;
    }

    /** What must be there. */
    public String rule() {
        return rule;
    }
}
