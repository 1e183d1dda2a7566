package com.sentia.runtime;

/** A record that was decoded but can't be counted; it is set aside under the reason's code. */
public final class UnfitRecordException extends RuntimeException {
    private final String reason;

    /**
     * @param reason stable code, kebab-case
     * @param detail for people; nothing of the record's contents
     */
    public UnfitRecordException(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
