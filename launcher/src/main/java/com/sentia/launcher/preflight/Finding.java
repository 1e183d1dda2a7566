package com.sentia.launcher.preflight;

/**
 * What was found of one thing.
 *
 * @param connector whose
 * @param unit the shop or database it is about; {@code all} where it is about none in particular
 * @param check what was looked at
 * @param seen what is so; never a secret
 * @param advice what to do; empty when nothing
 */
public record Finding(String connector, String unit, String check, Outcome outcome, String seen, String advice) {
    /** Of no unit in particular. */
    static final String ALL = "all";

    /** What a finding means for who wants to start. */
    public enum Outcome {
        /** As it has to be. */
        OK,
        /** It runs, but not as well as it could. */
        WARNING,
        /** It does not run until something is done. */
        MISSING
    }
}
