package com.sentia.launcher.fx;

/** What is wrong with a line, for people; says what is allowed. */
final class UnfitRateException extends Exception {
    UnfitRateException(String message) {
        super(message);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
