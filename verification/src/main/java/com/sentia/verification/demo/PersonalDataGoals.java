package com.sentia.verification.demo;

import com.sentia.verification.privacy.LogSweep;
import com.sentia.verification.privacy.Sweep;
import com.sentia.verification.privacy.TableSweep;
import com.sentia.verification.privacy.TopicSweep;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Nothing of a person may stand anywhere: the shops tell names, mails, telephones and addresses with each order. */
final class PersonalDataGoals {
    private PersonalDataGoals() {}

    static List<Goal> of(DemoCheckSettings.Pipeline pipeline) {
        try (Connection database = DriverManager.getConnection(
                PipelineTables.jdbc(pipeline.databaseUrl()),
                pipeline.databaseUser(),
                pipeline.databasePassword().reveal())) {
            Sweep all = TopicSweep.of(pipeline.kafkaServers()).and(TableSweep.of(database));
            if (pipeline.logsFolder().isPresent()) {
                all = all.and(logs(pipeline.logsFolder().get()));
            }
            return goals(all);
        } catch (SQLException | IllegalStateException e) {
            throw new CheckException("the search for personal data could not be made: " + e.getMessage(), e);
        }
    }

    private static Sweep logs(Path folder) {
        try {
            return LogSweep.of(folder);
        } catch (IOException e) {
            throw new CheckException("the logs in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    private static List<Goal> goals(Sweep all) {
        int places = all.found().size();
        String seen = places == 0 ? "0" : places + ", first: " + all.found().get(0);
        return List.of(
                Goal.positive("records, rows and lines searched for personal data", all.looked()),
                new Goal("places with personal data", "0", seen, places == 0));
    }
}
