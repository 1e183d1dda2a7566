package com.sentia.simulators.retail;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZFormatException;
import org.tukaani.xz.XZInputStream;

/**
 * The lines of a retail file: CSV of the UCI Online Retail form, plain or packed with xz.
 *
 * @param accepted in file order
 * @param rejected number of lines by reason
 * @param lastLocalSecond latest local date and time, as seconds since the epoch had it been UTC
 */
public record RetailFile(
        int linesTotal, List<RetailLine> accepted, Map<Rejection, Integer> rejected, long lastLocalSecond) {
    /** The columns there are, in their order. */
    public static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();

    /** @throws BadRetailFileException when the file can't be read to its end or is not of the form */
    public static RetailFile read(Path file) {
        try (InputStream bytes = open(file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            return read(file, parser.iterator());
        } catch (IOException e) {
            throw bad(file, problem(e));
        } catch (UncheckedIOException e) {
            throw bad(file, problem(e.getCause()));
        }
    }

    /** This file and more lines behind it, told by their columns; they count on from its last. */
    public RetailFile with(List<List<String>> further) {
        LineClassifier classifier = new LineClassifier();
        List<RetailLine> all = new ArrayList<>(accepted);
        Map<Rejection, Integer> refused = new EnumMap<>(Rejection.class);
        refused.putAll(rejected);
        int lines = linesTotal;
        for (List<String> columns : further) {
            FileLine line = classifier.classify(++lines, columns);
            if (line instanceof RetailLine sale) {
                all.add(sale);
            } else if (line instanceof RejectedLine one) {
                refused.merge(one.reason(), 1, Integer::sum);
            }
        }
        return new RetailFile(lines, all, refused, Math.max(lastLocalSecond, classifier.lastLocalSecond()));
    }

    private static String problem(@Nullable Throwable failure) {
        if (failure instanceof XZFormatException) {
            return "is not an xz file, though its name says so";
        }
        return failure instanceof EOFException
                ? "ends in the middle: it was not copied whole"
                : "can't be read: " + failure;
    }

    private static RetailFile read(Path file, Iterator<CSVRecord> records) {
        checkHeader(file, records);
        LineClassifier classifier = new LineClassifier();
        List<RetailLine> accepted = new ArrayList<>();
        Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
        int lines = 0;
        while (records.hasNext()) {
            FileLine line = classifier.classify(++lines, records.next().toList());
            if (line instanceof RetailLine sale) {
                accepted.add(sale);
            } else if (line instanceof RejectedLine refused) {
                rejected.merge(refused.reason(), 1, Integer::sum);
            }
        }
        if (accepted.isEmpty()) {
            throw bad(file, "has " + lines + " lines, none of which is a sale or a cancellation");
        }
        return new RetailFile(lines, accepted, rejected, classifier.lastLocalSecond());
    }

    private static InputStream open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw bad(file, "does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw bad(file, "is not a file");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".xz") ? new BufferedInputStream(new XZInputStream(bytes), 1 << 16) : bytes;
    }

    private static void checkHeader(Path file, Iterator<CSVRecord> records) {
        if (!records.hasNext()) {
            throw bad(file, "is empty");
        }
        List<String> header = new ArrayList<>(records.next().toList());
        header.set(0, header.get(0).replace("\uFEFF", ""));
        if (header.equals(COLUMNS)) {
            return;
        }
        List<String> missing =
                COLUMNS.stream().filter(column -> !header.contains(column)).toList();
        if (missing.size() == COLUMNS.size()) {
            throw bad(file, "is not a retail file: its first line has none of the columns " + COLUMNS);
        }
        if (!missing.isEmpty()) {
            throw bad(file, "lacks the column " + String.join(", ", missing) + " in its first line");
        }
        throw bad(file, "must have exactly the columns " + COLUMNS + " in this order, not " + header);
    }

    private static BadRetailFileException bad(Path file, String problem) {
        return new BadRetailFileException("data file " + file + " " + problem);
    }
}
