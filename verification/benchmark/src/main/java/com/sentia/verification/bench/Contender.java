package com.sentia.verification.bench;

import com.sentia.verification.bench.WindowValues.Form;
import java.util.Optional;

/** Who runs. Each has a folder of jars and a main class, so that one with other libraries can stand beside these. */
public enum Contender {
    /** The same source, decoded and thrown away. */
    LIMIT("benchmark", "com.sentia.verification.bench.flink.FlinkContender", Optional.empty()),
    /** The steps of the KPI job. */
    ENGINE("benchmark", "com.sentia.verification.bench.flink.FlinkContender", Optional.of(Form.CHANGE_POINTS)),
    /** Sliding event-time windows of the DataStream API with an incremental aggregate. */
    DATASTREAM("benchmark", "com.sentia.verification.bench.flink.FlinkContender", Optional.of(Form.EVERY_WINDOW));

    private final String library;
    private final String main;

    @SuppressWarnings("ImmutableEnumChecker") // An Optional of an enum is as good as immutable.
    private final Optional<Form> form;

    Contender(String library, String main, Optional<Form> form) {
        this.library = library;
        this.main = main;
        this.form = form;
    }

    /** Folder of its jars in the distribution. */
    String library() {
        return library;
    }

    String main() {
        return main;
    }

    /** The rows it writes; empty when it writes none. */
    Optional<Form> form() {
        return form;
    }
}
