package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Kpi.Component;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code jobs-config/kpis.yaml}, which explains its own form. */
public final class CatalogueFile {
    private static final List<String> KPI_FIELDS =
            List.of("title", "description", "unit", "owner", "version", "fact", "measure", "formula", "counts", "sets");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern SUM = Pattern.compile("[a-z0-9_]+(?: *[-+] *[a-z0-9_]+)*");
    private static final Pattern OPERAND = Pattern.compile("([-+]?) *([a-z0-9_]+)");
    private static final Pattern RATIO = Pattern.compile("([a-z0-9_]+) */ *([a-z0-9_]+)");
    private static final Map<String, Quantity> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("count", Quantity.ONE);
        MEASURES.put("sum(amount)", Quantity.AMOUNT);
        MEASURES.put("sum(units)", Quantity.UNITS);
        MEASURES.put("distinct(customer)", Quantity.DISTINCT_CUSTOMERS);
    }

    private final ZoneId zone;
    private final String currency;
    private final Map<String, Kpi> kpis = new LinkedHashMap<>();
    private final Map<String, List<Kpi>> members = new LinkedHashMap<>();

    private CatalogueFile(ZoneId zone, String currency) {
        this.zone = zone;
        this.currency = currency;
    }

    /**
     * Reads a catalogue.
     *
     * @param name the file's, for complaints
     * @param zone of calendar windows
     * @param currency of amounts
     * @throws CatalogueException naming line and field of the first thing that is wrong
     */
    public static KpiCatalogue read(String name, String text, ZoneId zone, String currency) {
        YamlFields file = YamlFields.of(name, text);
        file.allow(List.of("sets", "kpis"));
        return new CatalogueFile(zone, currency).read(file.mapping("sets"), file.mapping("kpis"));
    }

    private KpiCatalogue read(YamlFields sets, YamlFields definitions) {
        sets.names().forEach(set -> members.put(set, new ArrayList<>()));
        for (String name : definitions.names()) {
            if (!NAME.matcher(name).matches()) {
                throw definitions.wrong(name, "must be lower case letters, digits and _, beginning with a letter");
            }
            YamlFields definition = definitions.mapping(name);
            definition.allow(KPI_FIELDS);
            Kpi kpi = kpi(name, definition);
            kpis.put(name, kpi);
            for (String set : definition.list("sets")) {
                List<Kpi> member = members.get(set);
                if (member == null) {
                    throw definition.wrong("sets", "names the unknown set " + set + "; there are " + members.keySet());
                }
                member.add(kpi);
            }
        }
        List<DimensionSet> read =
                sets.names().stream().map(set -> set(set, sets)).toList();
        if (read.stream().noneMatch(set -> set.name().equals(DimensionSet.TOTAL))) {
            throw sets.wrong(DimensionSet.TOTAL, "is missing: values over everything are always kept");
        }
        return new KpiCatalogue(read);
    }

    private DimensionSet set(String name, YamlFields sets) {
        YamlFields fields = sets.mapping(name);
        fields.allow(List.of("by", "windows", "wide"));
        List<Dimension> dimensions =
                fields.list("by").stream().map(by -> dimension(by, fields)).toList();
        if (name.equals(DimensionSet.TOTAL) != dimensions.isEmpty()) {
            throw fields.wrong("by", "must be empty in the set total, and in no other");
        }
        List<Window> windows = fields.list("windows").stream()
                .map(window -> window(window, fields))
                .toList();
        List<Kpi> kept = members.getOrDefault(name, List.of());
        if (kept.isEmpty() || windows.isEmpty()) {
            throw sets.wrong(name, "needs at least one window, and one KPI that names it");
        }
        boolean isWide = fields.optional("wide").map(wide -> flag(wide, fields)).orElse(false);
        return new DimensionSet(name, dimensions, kept, windows, isWide);
    }

    private static Dimension dimension(String by, YamlFields fields) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.key().equals(by))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "by",
                        "names the unknown dimension " + by + "; there are "
                                + Arrays.stream(Dimension.values())
                                        .map(Dimension::key)
                                        .toList()));
    }

    private Window window(String text, YamlFields fields) {
        try {
            return Window.of(text, zone);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("windows", String.valueOf(e.getMessage()));
        }
    }

    private static boolean flag(String text, YamlFields fields) {
        if (!text.equals("true") && !text.equals("false")) {
            throw fields.wrong("wide", "is true or false");
        }
        return text.equals("true");
    }

    private Kpi kpi(String name, YamlFields fields) {
        if (fields.has("formula") == fields.has("measure")) {
            throw fields.wrong("formula", "or measure: a KPI has one of the two");
        }
        return fields.has("formula") ? derived(name, fields) : measured(name, fields);
    }

    private Kpi measured(String name, YamlFields fields) {
        Quantity quantity = MEASURES.get(fields.text("measure"));
        if (quantity == null) {
            throw fields.wrong("measure", "is one of " + MEASURES.keySet());
        }
        Measure measure = new Measure(name, fact(fields), quantity);
        if (fields.has("counts")) {
            throw fields.wrong("counts", "goes with a formula: a measure counts its own facts");
        }
        return new Kpi(
                name,
                version(fields),
                fields.text("title"),
                unit(fields),
                fields.text("owner"),
                fields.text("description"),
                fields.text("description"),
                Linear.of(measure),
                null,
                List.of(),
                List.of(measure));
    }

    private static FactKind fact(YamlFields fields) {
        String fact = fields.text("fact");
        return Arrays.stream(FactKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(fact))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "fact",
                        "is one of "
                                + Arrays.stream(FactKind.values())
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }

    private Kpi derived(String name, YamlFields fields) {
        if (fields.has("fact")) {
            throw fields.wrong("fact", "goes with a measure: a formula takes its facts from the KPIs it names");
        }
        String formula = fields.text("formula");
        Matcher ratio = RATIO.matcher(formula);
        Linear numerator;
        Linear denominator = null;
        List<Component> components;
        if (ratio.matches()) {
            numerator = operand(ratio.group(1), fields);
            denominator = operand(ratio.group(2), fields);
            components = List.of(new Component(ratio.group(1), numerator), new Component(ratio.group(2), denominator));
        } else if (SUM.matcher(formula).matches()) {
            components = new ArrayList<>();
            numerator = sum(formula, components, fields);
        } else {
            throw fields.wrong("formula", "is a - b + c or a / b over names of KPIs, not '" + formula + "'");
        }
        Kpi all = new Kpi(
                name,
                version(fields),
                fields.text("title"),
                unit(fields),
                fields.text("owner"),
                fields.text("description"),
                formula,
                numerator,
                denominator,
                components,
                List.of());
        return all.counting(fields.has("counts") ? counted(fields) : all.measures());
    }

    private Linear sum(String formula, List<Component> components, YamlFields fields) {
        List<Measure> plus = new ArrayList<>();
        List<Measure> minus = new ArrayList<>();
        Matcher operands = OPERAND.matcher(formula);
        while (operands.find()) {
            Linear operand = operand(operands.group(2), fields);
            boolean isTaken = operands.group(1).equals("-");
            (isTaken ? minus : plus).addAll(operand.plus());
            (isTaken ? plus : minus).addAll(operand.minus());
            components.add(new Component(operands.group(2), operand));
        }
        try {
            return new Linear(plus, minus);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("formula", "adds what can't be added, such as amounts and counts: " + formula);
        }
    }

    private Linear operand(String name, YamlFields fields) {
        Kpi kpi = kpis.get(name);
        if (kpi == null) {
            throw fields.wrong(
                    "formula", "names " + name + ", which no KPI before it is called; there are " + kpis.keySet());
        }
        if (kpi.denominator() != null) {
            throw fields.wrong("formula", "rests on the ratio " + name + ": ratios can't be added or divided again");
        }
        return kpi.numerator();
    }

    private List<Measure> counted(YamlFields fields) {
        List<Measure> counted = new ArrayList<>();
        for (String name : fields.list("counts")) {
            Kpi kpi = kpis.get(name);
            if (kpi == null || !kpi.components().isEmpty()) {
                throw fields.wrong("counts", "names " + name + ", which is no KPI with a measure before it");
            }
            counted.addAll(kpi.counted());
        }
        return counted;
    }

    private static int version(YamlFields fields) {
        String version = fields.optional("version").orElse("1");
        if (!version.matches("[1-9]\\d{0,5}")) {
            throw fields.wrong("version", "is a whole number from 1 on");
        }
        return Integer.parseInt(version);
    }

    private String unit(YamlFields fields) {
        String unit = fields.text("unit");
        return unit.equals("currency") ? currency : unit;
    }
}
