package com.sentia.simulators.retail;

/** One line of the file after classification. */
public sealed interface FileLine permits RetailLine, RejectedLine {
    /** Position in the file, the first line after the header being 1. */
    int number();
}
