package com.sentia.normalizer.mapping;

import com.sentia.normalizer.mapping.UnmappableException.Reason;
import com.sentia.schemas.RawRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The payload of a captured row: its columns under their own names. */
final class CapturedRow {
    private final Payload payload;

    private CapturedRow(Payload payload) {
        this.payload = payload;
    }

    /** @throws UnmappableException when the columns of its key, joined by slashes, are not the raw record's id */
    static CapturedRow of(RawRecord raw, String... key) throws UnmappableException {
        Payload payload = Payload.parse(raw.getPayload());
        StringBuilder id = new StringBuilder();
        for (String column : key) {
            id.append(id.isEmpty() ? "" : "/").append(payload.text(column));
        }
        if (!id.toString().equals(raw.getId())) {
            throw payload.broken(key[0], "must be the id of the raw record");
        }
        return new CapturedRow(payload);
    }

    Payload payload() {
        return payload;
    }

    /** A text that says nothing when it is blank. */
    @Nullable
    String textOrNull(String column) throws UnmappableException {
        @Nullable String text = payload.textOrNull(column);
        return text == null || text.isBlank() ? null : text;
    }

    /** A whole number of 0 or more. */
    long count(String column) throws UnmappableException {
        return payload.wholeNumber(column, 0);
    }

    /** A whole number of 0 or more, or nothing. */
    @Nullable
    Long countOrNull(String column) throws UnmappableException {
        return payload.has(column) ? count(column) : null;
    }

    /** A stock keeping unit that is there. */
    static String sku(Payload owner) throws UnmappableException {
        owner.text("sku");
        return Skus.of(owner);
    }

    /** A currency's code. */
    String currency(String column) throws UnmappableException {
        return Amounts.inCurrencyOf(payload, column).currency();
    }

    /** One of an enumeration's symbols but UNKNOWN, which is for readers that are older than the writer. */
    static <E extends Enum<E>> E choice(Payload owner, String column, Class<E> type) throws UnmappableException {
        String text = owner.text(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(symbol -> symbol.name().equals(text) && !text.equals("UNKNOWN"))
                .findFirst()
                .orElseThrow(() -> owner.broken(Reason.UNMAPPABLE_PAYLOAD, column, "must be one of those known"));
    }
}
