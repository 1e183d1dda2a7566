package com.sentia.launcher.fx;

import java.util.List;

/** One of the forms a file of rates can have. */
interface RateForm {
    /** Lower-case name of who says so. */
    String source();

    /** Takes the rates of a line, but for a header. */
    void line(int number, List<String> fields, GatheredRates rates) throws UnfitRateException;

    /** What was left out so far, and why. */
    List<String> remarks();
}
