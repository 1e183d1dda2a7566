package com.sentia.launcher.parts;

import com.sentia.launcher.deployments.DefinitionTopic;
import com.sentia.launcher.deployments.Deployments;
import com.sentia.launcher.deployments.ShownKpis;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.launcher.deployments.VersionTables;
import com.sentia.launcher.home.Home;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/** The definitions a stack shows, and the topic that tells of them. */
public final class Definitions {
    private final Home home;
    private final Deployments deployments;
    private final VersionTables tables;
    private final DefinitionTopic topic;

    private Definitions(Home home, Deployments deployments, VersionTables tables, DefinitionTopic topic) {
        this.home = home;
        this.deployments = deployments;
        this.tables = tables;
        this.topic = topic;
    }

    public static Definitions of(Stack stack) {
        return new Definitions(
                stack.home(),
                new Deployments(stack.home()),
                new VersionTables(stack.database()),
                new DefinitionTopic(stack.kafka(), URI.create(stack.registryUrl())));
    }

    /** By name. */
    public Map<String, ShownKpi> shown() throws IOException, SQLException {
        return ShownKpis.of(tables.shown(), deployments.all(), Catalogues.of(home));
    }

    /** Tells the world what is shown now, if it doesn't know; returns the number of records that took. */
    public int tell() throws IOException, InterruptedException, SQLException {
        return topic.bringUpToDate(shown().values());
    }
}
