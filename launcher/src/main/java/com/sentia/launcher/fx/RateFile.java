package com.sentia.launcher.fx;

import com.sentia.launcher.LauncherException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads files of rates, in either form, whole: one line that is wrong refuses all of them. */
public final class RateFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String name;
    private final String business;
    private final RateProblems problems;

    /**
     * @param name the file's, for people
     * @param business ISO 4217 code of the business currency
     */
    public RateFile(String name, String business) {
        this.name = name;
        this.business = business;
        this.problems = new RateProblems(name);
    }

    /** @throws LauncherException naming each line that is wrong, and what is allowed there */
    public RateSheet read(BufferedReader lines) throws IOException {
        String header = lines.readLine();
        if (header == null) {
            throw new LauncherException(name + " is empty: its first line is " + String.join(",", PairForm.HEADER)
                    + ", or Date,USD,JPY,... as the European Central Bank writes it");
        }
        GatheredRates rates = new GatheredRates();
        RateForm form = form(fields(header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header));
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                form.line(number, fields(line), rates);
            } catch (UnfitRateException e) {
                problems.at(number, e.problem());
            }
        }
        problems.refuse(number);
        return new RateSheet(name, form.source(), business, List.copyOf(rates.rates()), form.remarks());
    }

    private RateForm form(List<String> header) {
        if (header.equals(PairForm.HEADER)) {
            return new PairForm(business);
        }
        try {
            if (header.get(0).equals(EcbForm.FIRST_FIELD) && header.size() > 1) {
                return new EcbForm(business, header);
            }
            throw new UnfitRateException(
                    "the header is '" + String.join(",", header) + "': allowed are " + String.join(",", PairForm.HEADER)
                            + ", or Date,USD,JPY,... as the European Central Bank writes it");
        } catch (UnfitRateException e) {
            throw new LauncherException(name + ":1: " + e.problem() + "\nnothing was written", e);
        }
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::trim).toList();
    }
}
