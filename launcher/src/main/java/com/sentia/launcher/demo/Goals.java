package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.status.Table;

/** What was wanted and what was seen, in the report and as a table. */
final class Goals {
    private final ArrayNode goals;
    private final Table table = new Table("goal", "wanted", "seen", "met");
    private boolean allMet = true;

    /** Goes on with the goals the check itself has set. */
    Goals(ObjectNode report) {
        this.goals = report.withArray("goals");
        goals.forEach(goal -> note(
                goal.path("goal").asText(),
                goal.path("wanted").asText(),
                goal.path("seen").asText(),
                goal.path("met").asBoolean()));
    }

    Goals atMost(String goal, double most, double seen) {
        return add(goal, "at most " + plain(most), plain(seen), seen <= most);
    }

    Goals add(String goal, String wanted, String seen, boolean met) {
        goals.addObject()
                .put("goal", goal)
                .put("wanted", wanted)
                .put("seen", seen)
                .put("met", met);
        note(goal, wanted, seen, met);
        return this;
    }

    private void note(String goal, String wanted, String seen, boolean met) {
        table.row(goal, wanted, seen, met ? "yes" : "NO");
        allMet &= met;
    }

    boolean allMet() {
        return allMet;
    }

    String table() {
        return table.text();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format("%.1f", number);
    }
}
