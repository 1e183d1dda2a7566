package com.sentia.normalizer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.hooks.HookSource;
import com.sentia.hooks.HookSources;
import com.sentia.schemas.Feed;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The declarations of {@code jobs-config/hooks}, each with the golden pairs in the folder of its name. */
class DeclaredSourcesTest {
    private static final Path DECLARATIONS = Path.of("..", "..", "jobs-config", "hooks");
    private static final String UNKNOWN = "refused-unknown-source";

    private final DeclaredMapper mapper = new DeclaredMapper(declared());

    @TestFactory
    Stream<DynamicTest> mapsEachSourceAsItsGoldenPairsSay() {
        return declared().stream().flatMap(this::checks);
    }

    @Test
    void namesTheTopicWhoseDeadLettersTakeWhatCannotBeMapped() {
        assertThat(mapper.targets()).containsExactly(Topics.QUALITY_INSPECTION);
    }

    private Stream<DynamicTest> checks(HookSource source) {
        List<GoldenPair> pairs = GoldenPair.in("declared", source.name());
        assertThat(pairs).isNotEmpty();
        return pairs.stream()
                .map(pair -> DynamicTest.dynamicTest(source.name() + " " + pair.name(), () -> {
                    String vendor = pair.name().equals(UNKNOWN) ? "nobody" : source.name();
                    RawRecord raw =
                            pair.raw(vendor, source.unit(), source.entity(), source.rawId(pair.name()), Feed.WEBHOOK);
                    JsonNode now = pair.mappedBy(mapper, raw);
                    assertThat(now).isEqualTo(pair.expected(now));
                    assertThat(now.isObject()).isEqualTo(pair.name().startsWith("refused"));
                }));
    }

    private static List<HookSource> declared() {
        List<String> problems = new ArrayList<>();
        List<HookSource> sources = HookSources.in(DECLARATIONS, problems);
        assertThat(problems).isEmpty();
        return sources;
    }
}
