package com.sentia.jobs.kpi.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A format of our own for one type, written out by hand: what a value is made of and in which order. What Flink asks for besides
 * is here.
 */
public abstract class CompactSerializer<T> extends TypeSerializerSingleton<T> {

    /** Whether values are never changed, so that a value is its own copy. */
    @Override
    public abstract boolean isImmutableType();

    @Override
    public final T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public T copy(T value) {
        if (!isImmutableType()) {
            throw new UnsupportedOperationException(getClass() + " has to say how its values are copied");
        }
        return value;
    }

    @Override
    public final T copy(T value, T reuse) {
        return copy(value);
    }

    @Override
    public final void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public final int getLength() {
        return -1;
    }
}
