package com.sentia.verification.demo;

import java.nio.file.Path;
import java.util.List;

/** Computes, from the input file alone, every change point that the pipeline must come to. */
final class ExpectedValues {
    /** Each file rests on the tables of those before it. */
    private static final List<String> QUESTIONS = List.of(
            "records.sql",
            "lines.sql",
            "invoices.sql",
            "cancellations.sql",
            "facts.sql",
            "windows.sql",
            "counted.sql",
            "customers.sql",
            "expected.sql");

    private ExpectedValues() {}

    /**
     * Leaves the tables {@code line}, {@code invoice}, {@code fact}, {@code expected} and others in the workbench.
     *
     * @param csv the input file
     * @param added further lines behind it, in a file of the same form
     */
    static void compute(Workbench workbench, Path csv, Path added, int shiftWeeks) {
        workbench.set("data_file", csv);
        workbench.set("added_file", added);
        workbench.set("shift_weeks", shiftWeeks);
        QUESTIONS.forEach(workbench::answer);
    }

    /** Writes the table {@code expected} to a file: Parquet when its name says so, else CSV. */
    static void write(Workbench workbench, Path file) {
        String format = file.toString().endsWith(".parquet") ? "(format parquet)" : "(format csv, header)";
        workbench.execute(
                "copy (from expected order by all) to '" + file.toString().replace("'", "''") + "' " + format);
    }
}
