package com.sentia.simulators.retail;

/** Shipping charged or given back, or a discount: the file's line, what it is called, a positive amount in millionths. */
public record Charge(int number, String title, long amountMicros) {}
