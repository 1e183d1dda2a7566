package com.sentia.simulators.clock;

/**
 * How virtual time passes. SPEED: always, so many times faster than real time. DRAIN: like SPEED until every shop was
 * read to its end once, then in steps, each taken when every shop has been read to its end at the present time.
 */
public enum ClockMode {
    SPEED,
    DRAIN
}
