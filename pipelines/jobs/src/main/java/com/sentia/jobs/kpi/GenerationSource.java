package com.sentia.jobs.kpi;

import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.WriterGeneration;
import java.io.Serializable;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Gives each start of a writer its generation, greater than all before. */
@FunctionalInterface
public interface GenerationSource extends Serializable {

    /** @param restoredFinalToMicros how far windows were final in the state the start begins with; null for none */
    long take(int subtask, int parallelism, @Nullable Long restoredFinalToMicros) throws Exception;

    /** Takes generations from the database the values go to. */
    static GenerationSource of(DatabaseAddress database, String job) {
        return (subtask, parallelism, restoredFinalTo) -> {
            try (Connection connection = database.connect("sentia-" + job)) {
                return WriterGeneration.take(connection, job, subtask, parallelism, restoredFinalTo);
            }
        };
    }
}
