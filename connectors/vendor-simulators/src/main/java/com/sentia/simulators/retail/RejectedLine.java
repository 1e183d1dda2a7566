package com.sentia.simulators.retail;

/** A line that takes no part, and why. */
public record RejectedLine(int number, Rejection reason) implements FileLine {}
