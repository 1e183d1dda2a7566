package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.runtime.JobEnvironment;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle.Mode;
import org.apache.flink.runtime.state.OperatorStateHandle.StateMetaInfo;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A savepoint as a folder, what it holds, and what lies beside it. */
record SavepointFile(Path folder) {
    /** The one every later change must restore. */
    static final SavepointFile COMMITTED =
            new SavepointFile(Path.of("src/test/resources/savepoint").toAbsolutePath());

    private static final String METADATA = "_metadata";

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    void replaceBy(Path written) throws IOException {
        try (var files = Files.list(written)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("all of the savepoint is in its metadata")
                    .containsExactly(METADATA);
        }
        Files.copy(written.resolve(METADATA), folder.resolve(METADATA), StandardCopyOption.REPLACE_EXISTING);
    }

    private Collection<OperatorState> operators() {
        try (DataInputStream file = new DataInputStream(Files.newInputStream(folder.resolve(METADATA)))) {
            return Checkpoints.loadCheckpointMetadata(file, SavepointFile.class.getClassLoader(), folder.toString())
                    .getOperatorStates();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError when it holds state of a step that the job, as it is defined there, has not */
    void requireFits(StreamExecutionEnvironment environment) {
        Set<String> steps = Uids.of(environment.getStreamGraph(false));
        assertThat(operators().stream()
                        .map(operator -> operator.getOperatorUid().orElseThrow())
                        .filter(uid -> !steps.contains(uid))
                        .sorted())
                .as(
                        "steps of the savepoint in %s that the job has no more; it has %s. A uid that goes or changes breaks every"
                                + " savepoint: give it back, or write the savepoint anew and say so in the CHANGELOG",
                        folder, steps)
                .isEmpty();
    }

    /** The states that have entries, by the uid of their step. */
    Map<String, Set<String>> filledStates() throws Exception {
        Map<String, Set<String>> filled = new TreeMap<>();
        for (OperatorState operator : operators()) {
            Set<String> names = new TreeSet<>();
            for (OperatorSubtaskState subtask : operator.getStates()) {
                for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
                    names.addAll(filledOperatorStates(handle));
                }
                names.addAll(filledKeyedStates(subtask.getManagedKeyedState()));
            }
            if (!names.isEmpty()) {
                filled.put(operator.getOperatorUid().orElseThrow(), names);
            }
        }
        return filled;
    }

    private static Set<String> filledOperatorStates(OperatorStateHandle handle) throws IOException {
        Set<String> filled = new TreeSet<>();
        try (FSDataInputStream file = handle.openInputStream()) {
            for (Map.Entry<String, StateMetaInfo> state :
                    handle.getStateNameToPartitionOffsets().entrySet()) {
                if (hasEntries(state.getValue(), file)) {
                    filled.add(state.getKey());
                }
            }
        }
        return filled;
    }

    /** A list has a place for each entry; what is broadcast has one place, where the number of its entries comes first. */
    private static boolean hasEntries(StateMetaInfo state, FSDataInputStream file) throws IOException {
        if (state.getDistributionMode() != Mode.BROADCAST) {
            return state.getOffsets().length > 0;
        }
        file.seek(state.getOffsets()[0]);
        return new DataInputStream(file).readInt() > 0;
    }

    private static Set<String> filledKeyedStates(Collection<KeyedStateHandle> handles) throws Exception {
        Set<String> filled = new TreeSet<>();
        try (ThrowingIterator<SavepointRestoreResult> parts = new FullSnapshotRestoreOperation<>(
                        KeyGroupRange.of(0, JobEnvironment.MAX_PARALLELISM - 1),
                        SavepointFile.class.getClassLoader(),
                        handles,
                        StateSerializerProvider.fromNewRegisteredSerializer(StringSerializer.INSTANCE))
                .restore()) {
            while (parts.hasNext()) {
                SavepointRestoreResult part = parts.next();
                List<String> names = part.getStateMetaInfoSnapshots().stream()
                        .map(StateMetaInfoSnapshot::getName)
                        .toList();
                for (int state : statesWithEntries(part)) {
                    filled.add(names.get(state));
                }
            }
        }
        return filled;
    }

    private static Set<Integer> statesWithEntries(SavepointRestoreResult part) throws Exception {
        Set<Integer> states = new TreeSet<>();
        try (ThrowingIterator<KeyGroup> groups = part.getRestoredKeyGroups()) {
            while (groups.hasNext()) {
                try (ThrowingIterator<KeyGroupEntry> entries = groups.next().getKeyGroupEntries()) {
                    while (entries.hasNext()) {
                        states.add(entries.next().getKvStateId());
                    }
                }
            }
        }
        return states;
    }
}
