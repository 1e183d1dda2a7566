package com.sentia.connectors.kit;

import com.sentia.schemas.codec.RegistryUnavailableException;
import com.sentia.schemas.codec.UnregisteredSchemaException;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Turns a record into the bytes a topic holds. */
@FunctionalInterface
public interface RecordEncoder {
    /** The value's bytes, in the registry's wire format, by the topic's subject for the record's schema. */
    byte[] encode(String topic, SpecificRecord value);

    /**
     * Does work that encodes records. Feeds change nothing of theirs before it has returned.
     *
     * @throws SourceException when the registry does not answer or does not know a record
     */
    static <T> T guarded(Supplier<T> work) throws SourceException {
        try {
            return work.get();
        } catch (RegistryUnavailableException e) {
            throw new SourceException.Retry("the schema registry does not answer", e);
        } catch (UnregisteredSchemaException e) {
            throw new SourceException.StopUnit(String.valueOf(e.getMessage()));
        }
    }
}
