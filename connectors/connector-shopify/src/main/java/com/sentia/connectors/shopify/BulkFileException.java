package com.sentia.connectors.shopify;

/** Why a bulk operation's file can't be read on, by what is to be done. */
final class BulkFileException extends Exception {
    /** What is the matter. */
    enum Kind {
        /** Its address is refused: ask for a fresh one. */
        ADDRESS,
        /** What it holds is no line of it: ask for another operation. */
        CONTENT,
        /** It can't be had part by part: read by pages. */
        PARTS
    }

    private final Kind kind;

    BulkFileException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
