package com.sentia.launcher.status;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("-?[\\d.,]+( ?(%|MB|GB|s|ms|m|h|d))?");

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.heads = List.of(heads);
    }

    public Table(List<String> heads) {
        this.heads = List.copyOf(heads);
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The table, each line with its end. */
    public String text() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            int widest = heads.get(column).length();
            for (List<String> row : rows) {
                widest = Math.max(widest, row.get(column).length());
            }
            widths.add(widest);
        }
        StringBuilder text = new StringBuilder();
        line(text, heads, widths, false);
        line(text, widths.stream().map("-"::repeat).toList(), widths, false);
        rows.forEach(row -> line(text, row, widths, true));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, List<Integer> widths, boolean alignNumbers) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths.get(column) - cell.length());
            boolean right = alignNumbers && NUMBER.matcher(cell).matches();
            line.append(column == 0 ? "" : "  ").append(right ? space + cell : cell + space);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
