package com.sentia.verification.demo;

/** One thing that must hold for the check to pass. */
record Goal(String name, boolean met, String found) {
    static Goal zero(String name, long found) {
        return new Goal(name + " = 0", found == 0, name + " = " + found);
    }

    static Goal positive(String name, long found) {
        return new Goal(name + " > 0", found > 0, name + " = " + found);
    }

    static Goal equal(String name, long left, long right) {
        return new Goal(name, left == right, left + " and " + right);
    }
}
