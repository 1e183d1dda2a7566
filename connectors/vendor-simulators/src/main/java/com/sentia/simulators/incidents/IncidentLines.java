package com.sentia.simulators.incidents;

import com.sentia.simulators.retail.RetailFile;
import com.sentia.simulators.retail.RetailLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The lines that incidents add to a retail file, in its own form: they go on where it ends, in lines and in invoice numbers. */
final class IncidentLines {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private IncidentLines() {}

    /** Their columns, by time; each is an invoice of its own. */
    static List<List<String>> columns(List<AddedLine> lines, RetailFile file) {
        List<AddedLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingLong(AddedLine::localSecond)
                .thenComparing(AddedLine::sku)
                .thenComparing(AddedLine::customer));
        long invoice =
                file.accepted().stream().mapToLong(RetailLine::invoice).max().orElse(0);
        List<List<String>> columns = new ArrayList<>();
        for (AddedLine line : sorted) {
            columns.add(line.columns(++invoice));
        }
        return List.copyOf(columns);
    }

    /** As a file with a header. */
    static String csv(List<List<String>> columns) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(RetailFile.COLUMNS);
            for (List<String> line : columns) {
                printer.printRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text can't be written to", e);
        }
        return text.toString();
    }
}
