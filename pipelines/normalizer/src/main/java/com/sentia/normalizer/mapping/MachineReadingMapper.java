package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.MachineReading;
import com.sentia.schemas.MachineState;
import com.sentia.schemas.Measurement;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/** A row of Sentia's machine readings as one MachineReading. */
public final class MachineReadingMapper implements PayloadMapper {
    private static final String ID = "reading_id";

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        CapturedRow row = CapturedRow.of(raw, ID);
        Payload payload = row.payload();
        MachineReading reading = MachineReading.newBuilder()
                .setSource(raw.getVendor())
                .setUnit(raw.getUnit())
                .setReadingId(payload.text(ID))
                .setVersion(raw.getVersion())
                .setOp(Op.UPSERT)
                .setMachine(payload.text("machine"))
                .setLine(payload.text("line"))
                .setRunId(row.textOrNull("run_id"))
                .setReadAt(payload.instant("read_at"))
                .setCoveredMillis(row.count("covered_millis"))
                .setState(CapturedRow.choice(payload, "state", MachineState.class))
                .setFailureId(row.textOrNull("failure_id"))
                .setUnits(row.count("units"))
                .setCycleMillis(row.countOrNull("cycle_millis"))
                .setMeasurements(measurements(payload))
                .setUpdatedAt(payload.instant("updated_at"))
                .build();
        return List.of(new Fact(Topics.MACHINE_READING, raw.getUnit() + "/" + reading.getReadingId(), reading));
    }

    private static List<Measurement> measurements(Payload payload) throws UnmappableException {
        List<Measurement> measurements = new ArrayList<>();
        for (Payload measurement : payload.objects("measurements")) {
            measurements.add(Measurement.newBuilder()
                    .setName(measurement.text("name"))
                    .setValueMicros(Decimals.signedMicros(measurement, "value"))
                    .build());
        }
        return measurements;
    }
}
