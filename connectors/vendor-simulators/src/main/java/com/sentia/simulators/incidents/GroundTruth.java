package com.sentia.simulators.incidents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.simulators.retail.DateShift;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was done to the company, told to those who score how well it is found; docs/reference/incidents.md describes it. */
public record GroundTruth(IncidentPlan plan) {
    /** Its name in the state folder. */
    public static final String FILE = "ground-truth.json";

    /** Name, in the state folder, of the lines that were added to the retail file. */
    public static final String LINES_FILE = "incident-lines.csv";

    private static final int VERSION = 1;

    /** Both files, written over what was there. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(LINES_FILE), plan.linesCsv());
        Files.write(folder.resolve(FILE), json());
    }

    /** What the file holds. */
    public byte[] json() {
        List<Map<String, Object>> incidents = new ArrayList<>();
        plan.incidents().forEach(incident -> incidents.add(told(incident)));
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("version", VERSION);
        truth.put("zone", DateShift.ZONE.getId());
        truth.put("incidents", incidents);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(truth);
        } catch (IOException e) {
            throw new UncheckedIOException("the ground truth can't be written down", e);
        }
    }

    /** The added lines as a file with a header. */
    public byte[] lines() {
        return plan.linesCsv().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> told(Incident incident) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id(incident));
        told.put("kind", incident.kind().label());
        told.put("start", incident.start().toString());
        told.put("end", incident.end().toString());
        told.put("root", Map.of(incident.root().dimension(), incident.root().value()));
        told.put("within", incident.within());
        told.put("kpis", incident.kind().kpis());
        Map<String, Object> magnitude = new LinkedHashMap<>();
        magnitude.put("value", incident.magnitude());
        magnitude.put("of", incident.kind().counts());
        told.put("magnitude", magnitude);
        told.put("sentence", incident.sentence());
        return told;
    }

    /** Kind, start and root, which no two have in common. */
    private static String id(Incident incident) {
        Instant start = incident.start();
        return incident.kind().label() + "-" + start.toString().replace(":", "").replace("-", "") + "-"
                + incident.root().value();
    }
}
