package com.sentia.timescale;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One parameter of a statement that takes its rows as arrays, a column each ({@code select … from unnest(?, ?)}). */
@FunctionalInterface
public interface Column<T> extends Serializable {
    /** Sets the parameter at {@code index} to this column's values of all rows. */
    void bind(PreparedStatement statement, int index, List<T> rows) throws SQLException;

    /** A serialisable function to a value that may be missing. */
    interface Text<T> extends Function<T, @Nullable String>, Serializable {}

    /** A serialisable function to bytes that may be missing. */
    interface Bytes<T> extends Serializable {
        byte @Nullable [] of(T row);
    }

    /** A serialisable function to a value of whatever array type. */
    interface Value<T> extends Function<T, @Nullable Object>, Serializable {}

    /** A serialisable function to a whole number. */
    interface Whole<T> extends ToLongFunction<T>, Serializable {}

    /** A serialisable function to a small whole number. */
    interface Small<T> extends ToIntFunction<T>, Serializable {}

    static <T> Column<T> text(Text<T> value) {
        return values("text", value::apply);
    }

    static <T> Column<T> bigint(Whole<T> value) {
        return (statement, index, rows) ->
                statement.setObject(index, rows.stream().mapToLong(value).toArray());
    }

    static <T> Column<T> integer(Small<T> value) {
        return (statement, index, rows) ->
                statement.setObject(index, rows.stream().mapToInt(value).toArray());
    }

    /** Values of the database type named. */
    static <T> Column<T> values(String type, Value<T> value) {
        return (statement, index, rows) -> statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }

    static <T> Column<T> bytes(Bytes<T> value) {
        return (statement, index, rows) -> {
            byte[][] values = new byte[rows.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.of(rows.get(i));
            }
            statement.setObject(index, values);
        };
    }
}
