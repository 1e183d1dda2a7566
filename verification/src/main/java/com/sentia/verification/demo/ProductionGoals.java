package com.sentia.verification.demo;

import com.sentia.schemas.FxRate;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.Op;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.QualityInspection;
import com.sentia.schemas.topics.Topics;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.duckdb.DuckDBAppender;

/** Whether every row of the operations database stands in its canonical topic, in its last version, and nothing else does. */
final class ProductionGoals {
    private ProductionGoals() {}

    private record Entity(String kind, String id, Instant updatedAt) {}

    /** @param workbench has the tables {@code run}, {@code reading}, {@code inspection} and {@code rate} */
    static List<Goal> of(Workbench workbench, DemoCheckSettings.Pipeline pipeline) {
        workbench.execute("create table canonical_entity (entity varchar, id varchar, updated_at bigint)");
        append(
                workbench,
                NewestRecords.read(
                        pipeline,
                        List.of(
                                Topics.PRODUCTION_RUN,
                                Topics.MACHINE_READING,
                                Topics.QUALITY_INSPECTION,
                                Topics.FX_RATE),
                        ProductionGoals::entity));
        return workbench
                .list(
                        "production-entities.sql",
                        row -> List.of(
                                Goal.positive("production entities", row.getLong("entities")),
                                Goal.zero("production entities missing", row.getLong("missing")),
                                Goal.zero("production entities that are no more", row.getLong("extra")),
                                Goal.zero("production entities not in their last version", row.getLong("otherwise"))))
                .get(0);
    }

    private static Optional<Entity> entity(SpecificRecord record) {
        if (record instanceof ProductionRun run && run.getOp() != Op.DELETE) {
            return Optional.of(new Entity("run", run.getRunId(), run.getUpdatedAt()));
        }
        if (record instanceof MachineReading reading && reading.getOp() != Op.DELETE) {
            return Optional.of(new Entity("reading", reading.getReadingId(), reading.getUpdatedAt()));
        }
        if (record instanceof QualityInspection inspection && inspection.getOp() != Op.DELETE) {
            return Optional.of(new Entity("inspection", inspection.getInspectionId(), inspection.getUpdatedAt()));
        }
        if (record instanceof FxRate rate && rate.getOp() != Op.DELETE) {
            return Optional.of(new Entity("rate", rate.getRateId() + "=" + rate.getRateNanos(), rate.getUpdatedAt()));
        }
        return Optional.empty();
    }

    private static void append(Workbench workbench, List<Entity> entities) {
        try (DuckDBAppender rows = workbench.connection().createAppender("main", "canonical_entity")) {
            for (Entity entity : entities) {
                rows.beginRow();
                rows.append(entity.kind());
                rows.append(entity.id());
                rows.append(ChronoUnit.MICROS.between(Instant.EPOCH, entity.updatedAt()));
                rows.endRow();
            }
        } catch (SQLException e) {
            throw new CheckException("canonical entities can't be kept: " + e.getMessage(), e);
        }
    }
}
