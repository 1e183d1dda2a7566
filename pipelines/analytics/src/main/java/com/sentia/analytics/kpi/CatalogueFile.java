package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.FormulaParser.Formula;
import com.sentia.analytics.kpi.FormulaParser.FormulaException;
import com.sentia.analytics.kpi.Window.Rolling;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of {@code jobs-config/kpis.yaml}, which explains its own form. */
public final class CatalogueFile {
    private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1_000;
    private static final List<String> KPI_FIELDS = List.of(
            "title",
            "description",
            "unit",
            "owner",
            "version",
            "fact",
            "where",
            "measure",
            "formula",
            "counts",
            "sets");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

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
                SetLimits.complaint(set, member, kpi).ifPresent(complaint -> {
                    throw definition.wrong("sets", complaint);
                });
                member.add(kpi);
            }
        }
        List<DimensionSet> read =
                sets.names().stream().map(set -> set(set, sets)).toList();
        if (read.stream().noneMatch(set -> set.name().equals(DimensionSet.TOTAL))) {
            throw sets.wrong(DimensionSet.TOTAL, "is missing: values over everything are always kept");
        }
        read.forEach(set -> requireOnce(set, read, sets));
        return new KpiCatalogue(read, zone);
    }

    /** Two series of one name would overwrite each other's values. */
    private static void requireOnce(DimensionSet set, List<DimensionSet> all, YamlFields sets) {
        for (DimensionSet other : all.subList(0, all.indexOf(set))) {
            List<String> windows = names(set);
            windows.retainAll(names(other));
            boolean isSame = !windows.isEmpty() && Set.copyOf(set.dimensions()).equals(Set.copyOf(other.dimensions()));
            for (Kpi kpi : isSame ? set.kpis() : List.<Kpi>of()) {
                if (other.kpis().contains(kpi)) {
                    throw sets.wrong(
                            set.name(),
                            "keeps " + kpi.name() + " over " + windows + ", and so does " + other.name()
                                    + " by the same dimensions");
                }
            }
        }
    }

    private static List<String> names(DimensionSet set) {
        return set.windows().stream().map(Window::name).collect(Collectors.toCollection(ArrayList::new));
    }

    private DimensionSet set(String name, YamlFields sets) {
        YamlFields fields = sets.mapping(name);
        fields.allow(List.of("by", "windows", "wide"));
        List<Attribute> dimensions =
                fields.list("by").stream().map(by -> dimension(by, fields)).toList();
        if (name.equals(DimensionSet.TOTAL) && !dimensions.isEmpty()) {
            throw fields.wrong("by", "must be empty in the set total");
        }
        List<Window> windows = fields.list("windows").stream()
                .map(window -> window(window, fields))
                .toList();
        if (windows.size() > SetLimits.MOST_WINDOWS) {
            throw fields.wrong(
                    "windows", "has " + windows.size() + " windows; a set has at most " + SetLimits.MOST_WINDOWS);
        }
        List<Kpi> kept = members.getOrDefault(name, List.of());
        if (kept.isEmpty() || windows.isEmpty()) {
            throw sets.wrong(name, "needs at least one window, and one KPI that names it");
        }
        for (Kpi kpi : kept) {
            if (kpi.measures().stream()
                    .noneMatch(measure -> measure.fact().attributes().containsAll(dimensions))) {
                throw fields.wrong("by", "tells apart what no fact of " + kpi.name() + " carries");
            }
        }
        kept.forEach(kpi -> windows.forEach(window -> requireFit(kpi, window, fields)));
        boolean isWide = fields.optional("wide").map(wide -> flag(wide, fields)).orElse(false);
        return new DimensionSet(name, dimensions, kept, windows, isWide);
    }

    private static void requireFit(Kpi kpi, Window window, YamlFields fields) {
        List<Measure> measures = kpi.measures();
        boolean isClocked = measures.stream().anyMatch(Measure::isClocked);
        boolean isLevel = isClocked || measures.stream().anyMatch(Measure::isLevel);
        if (isLevel && !(window instanceof Rolling)) {
            throw fields.wrong(
                    "windows", "has " + window.name() + ", for which the level " + kpi.name() + " isn't kept");
        }
        if (isClocked && window instanceof Rolling rolling && rolling.step() % DAY_MICROS != 0) {
            throw fields.wrong(
                    "windows",
                    "has " + window.name() + ": " + kpi.name()
                            + " changes by time alone, and is kept by steps of days");
        }
        if (window instanceof Rolling rolling
                && rolling.isInstant()
                && measures.stream().anyMatch(one -> !one.isLevel())) {
            throw fields.wrong("windows", "has " + window.name() + ", which is for levels: " + kpi.name() + " is none");
        }
    }

    private static Attribute dimension(String by, YamlFields fields) {
        return Attribute.of(by)
                .orElseThrow(() ->
                        fields.wrong("by", "names the unknown dimension " + by + "; there are " + Attribute.KEYS));
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
        Measure measure = MeasureParser.parse(fields);
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
                List.of(),
                List.of(measure));
    }

    private Kpi derived(String name, YamlFields fields) {
        for (String field : List.of("fact", "where")) {
            if (fields.has(field)) {
                throw fields.wrong(field, "goes with a measure: a formula takes its facts from the KPIs it names");
            }
        }
        String text = fields.text("formula");
        Formula formula;
        try {
            formula = FormulaParser.parse(text, kpis);
        } catch (FormulaException e) {
            throw fields.wrong("formula", String.valueOf(e.getMessage()));
        }
        Kpi all = new Kpi(
                name,
                version(fields),
                fields.text("title"),
                unit(fields),
                fields.text("owner"),
                fields.text("description"),
                text,
                formula.value(),
                formula.components(),
                List.of());
        return all.counting(fields.has("counts") ? counted(fields) : all.measures());
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
