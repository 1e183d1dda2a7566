package com.sentia.launcher.database;

import com.sentia.launcher.LauncherException;
import com.sentia.schemas.topics.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The table of records that could not go on. */
public final class DeadLetters {
    private static final String COLUMNS = "select topic, partition, \"offset\", stage, reason, detail, source_topic,"
            + " source_partition, source_offset, key, value, rejected_at, coalesce(redriven_at::text, '-')"
            + " from dead_letter ";
    private static final String MARK =
            "update dead_letter set redriven_at = now() where topic = ? and partition = ? and \"offset\" = ?";
    private static final int MOST = 10_000;

    private final Connection connection;

    public DeadLetters(Connection connection) {
        this.connection = connection;
    }

    /** The newest, at most so many. */
    public List<DeadLetter> newest(int count, boolean redrivenToo) {
        return query(
                (redrivenToo ? "" : "where redriven_at is null ") + "order by rejected_at desc limit ?",
                statement -> statement.setInt(1, count));
    }

    /** The newest of one stage, at most so many. */
    public List<DeadLetter> newest(String stage, int count, boolean redrivenToo) {
        return query(
                "where stage = ? " + (redrivenToo ? "" : "and redriven_at is null ")
                        + "order by rejected_at desc limit ?",
                statement -> {
                    statement.setString(1, stage);
                    statement.setInt(2, count);
                });
    }

    /** Notes that these were read, or sent, again. */
    public void markRedriven(List<DeadLetter> letters) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            for (DeadLetter letter : letters) {
                mark(mark, letter);
            }
        }
    }

    /** All with that reason that weren't sent again, in the order they were read. */
    public List<DeadLetter> waiting(String reason) {
        return query(
                "where redriven_at is null and reason = ? order by source_topic, source_partition, source_offset limit "
                        + MOST,
                statement -> statement.setString(1, reason));
    }

    /** The one with that id. */
    public DeadLetter one(String id) {
        String[] place = id.split("/", -1);
        if (place.length != 3 || !place[1].matches("\\d{1,9}") || !place[2].matches("\\d{1,18}")) {
            throw new LauncherException("'" + id + "' is no id: it is topic/partition/offset, see dead-letters list");
        }
        List<DeadLetter> found = query("where topic = ? and partition = ? and \"offset\" = ?", statement -> {
            statement.setString(1, place[0]);
            statement.setInt(2, Integer.parseInt(place[1]));
            statement.setLong(3, Long.parseLong(place[2]));
        });
        if (found.isEmpty()) {
            throw new LauncherException("there is no dead letter " + id + ": see dead-letters list");
        }
        return found.get(0);
    }

    /** Writes the original bytes to the partition they came from and marks the letters; returns how many. */
    public int redrive(List<DeadLetter> letters, String servers) throws SQLException {
        letters.forEach(DeadLetters::requirePlace);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                8 << 20,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            for (DeadLetter letter : letters) {
                producer.send(new ProducerRecord<>(
                                letter.sourceTopic(), letter.sourcePartition(), letter.key(), letter.value()))
                        .get();
                mark(mark, letter);
            }
            return letters.size();
        } catch (ExecutionException e) {
            throw new LauncherException("the broker didn't take a record: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted while sending", e);
        }
    }

    /** What a source set aside never stood in a topic. */
    private static void requirePlace(DeadLetter letter) {
        if (letter.sourcePartition() < 0) {
            boolean isOfHook = letter.sourceTopic().equals(Topics.RAW_HOOK_EVENT.name());
            throw new LauncherException(letter.id() + " was set aside before it was on a topic: "
                    + (isOfHook
                            ? "only its sender has it, and has to send it again"
                            : "have it read again with sentia connector dead-letters redrive NAME " + letter.id()));
        }
    }

    private static void mark(PreparedStatement mark, DeadLetter letter) throws SQLException {
        mark.setString(1, letter.topic());
        mark.setInt(2, letter.partition());
        mark.setLong(3, letter.offset());
        mark.executeUpdate();
    }

    @FunctionalInterface
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<DeadLetter> query(String condition, Binder binder) {
        List<DeadLetter> letters = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + condition)) {
            binder.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(new DeadLetter(
                            row.getString(1),
                            row.getInt(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getInt(8),
                            row.getLong(9),
                            row.getBytes(10),
                            row.getBytes(11),
                            row.getString(12),
                            row.getString(13)));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new LauncherException("dead letters can't be read: " + e.getMessage(), e);
        }
    }
}
