package com.sentia.launcher.database;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.RegistryUnavailableException;
import com.sentia.schemas.codec.UndecodableRecordException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One record, with where it stands, where it came from and what it was. */
// Rows are shown and sent, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        String stage,
        String reason,
        String detail,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        String rejectedAt,
        String redrivenAt) {
    private static final int SHOWN_BYTES = 2_000;

    public String id() {
        return topic + "/" + partition + "/" + offset;
    }

    public String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** All of it, lines with their ends. */
    public String text(URI registry) {
        return String.join(
                "\n",
                "id        " + id(),
                "from      " + sourceTopic + "/" + sourcePartition + "/" + sourceOffset,
                "stage     " + stage,
                "reason    " + reason,
                "detail    " + detail,
                "rejected  " + rejectedAt,
                "redriven  " + redrivenAt,
                "key       " + keyText(),
                "value     " + valueText(registry),
                "");
    }

    /** The value as JSON if it is a record of ours, else its text or bytes. */
    public String valueText(URI registry) {
        if (value == null) {
            return "";
        }
        try {
            return RecordCodec.connectedTo(registry).decode(value).toString();
        } catch (UndecodableRecordException | RegistryUnavailableException expected) {
            String text = new String(value, StandardCharsets.UTF_8);
            boolean readable = text.chars().noneMatch(c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\t'));
            String shown = readable ? text : HexFormat.of().formatHex(value);
            return shown.substring(0, Math.min(shown.length(), SHOWN_BYTES));
        }
    }
}
