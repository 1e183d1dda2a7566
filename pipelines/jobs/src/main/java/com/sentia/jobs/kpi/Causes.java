package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Format of a cause that may be missing: whether it is there, key, version, kind. */
final class Causes {
    /** A kind's number is its place here. */
    private static final List<CauseKind> KINDS = List.of(CauseKind.values());

    private Causes() {}

    static void write(@Nullable Cause cause, DataOutputView out) throws IOException {
        out.writeBoolean(cause != null);
        if (cause != null) {
            StringValue.writeString(cause.key(), out);
            EntityFactsSerializer.write(cause.version(), out);
            out.writeByte(KINDS.indexOf(cause.kind()));
        }
    }

    static @Nullable Cause read(DataInputView in) throws IOException {
        return in.readBoolean()
                ? new Cause(StringValue.readString(in), EntityFactsSerializer.version(in), KINDS.get(in.readByte()))
                : null;
    }
}
