package com.sentia.launcher.status;

import com.sentia.database.PostgresServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Looks at a running stack from outside; a part that is down leaves its share of the last snapshot as it was. */
public final class Lookout implements AutoCloseable {
    private final String simulatorUrl;
    private final KafkaLook kafka;
    private final DatabaseLook database;
    private Snapshot last = Snapshot.NOTHING;

    public Lookout(String simulatorUrl, String kafkaServers, PostgresServer server) {
        this.simulatorUrl = simulatorUrl;
        this.kafka = new KafkaLook(kafkaServers);
        this.database = new DatabaseLook(server);
    }

    public Snapshot look() throws InterruptedException {
        last = new Snapshot(simulator(), hops(), progress(), last.headlines());
        return last;
    }

    /** As {@link #look}, with the KPIs' newest values. */
    public Snapshot lookWithHeadlines() throws InterruptedException {
        Snapshot seen = look();
        try {
            last = new Snapshot(seen.simulator(), seen.hops(), seen.database(), database.headlines());
        } catch (SQLException expected) {
            // Not up yet, or down for a moment.
        }
        return last;
    }

    public DatabaseLook database() {
        return database;
    }

    private Optional<SimulatorStatus> simulator() {
        try {
            return Optional.of(SimulatorStatus.of(simulatorUrl));
        } catch (IOException | java.time.DateTimeException expected) {
            return last.simulator();
        }
    }

    private KafkaLook.Hops hops() throws InterruptedException {
        try {
            return kafka.look(Hop.allTopics());
        } catch (ExecutionException | TimeoutException expected) {
            return last.hops();
        }
    }

    private DatabaseLook.Progress progress() {
        try {
            return database.progress();
        } catch (SQLException expected) {
            return last.database();
        }
    }

    @Override
    public void close() {
        kafka.close();
        database.close();
    }
}
