package com.sentia.launcher.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.status.Table;

/** What was wanted and what was seen, in the report and as a table. */
final class Goals {
    private final ArrayNode goals;
    private final ArrayNode targets;
    private final Table table = new Table("goal", "wanted", "seen", "met");
    private boolean allMet = true;

    /** Goes on with the goals the check itself has set. */
    Goals(ObjectNode report) {
        this.goals = report.withArray("goals");
        this.targets = report.putArray("targets");
        goals.forEach(goal -> note(
                goal.path("goal").asText(),
                goal.path("wanted").asText(),
                goal.path("seen").asText(),
                goal.path("met").asBoolean()));
    }

    /** A figure of speed or size: told with its target, which says more about the machine than about the stack. */
    Goals tell(String figure, double target, double seen) {
        String wanted = "at most " + plain(target);
        targets.addObject()
                .put("figure", figure)
                .put("wanted", wanted)
                .put("seen", plain(seen))
                .put("met", seen <= target);
        table.row(figure, wanted, plain(seen), seen <= target ? "yes" : "no (told only)");
        return this;
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
