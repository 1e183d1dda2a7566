package com.sentia.normalizer.topology;

import com.sentia.normalizer.facts.FactChanges;
import com.sentia.normalizer.facts.Succession;
import com.sentia.normalizer.mapping.PayloadMapper;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One raw topic and what is made of it.
 *
 * @param name names the feed's processor and store; renaming it loses the state
 * @param canonical the topics its facts and progress go to; the first one's dead letters take what can't be mapped, unless the mapper knows
 *     better
 * @param succession how the facts of a record's versions follow on one another
 */
public record Feed(String name, Topic raw, List<Topic> canonical, PayloadMapper mapper, Succession succession) {
    /** A feed of records that stand for what is so now: what a version no longer says has ended. */
    public Feed(String name, Topic raw, List<Topic> canonical, PayloadMapper mapper) {
        this(name, raw, canonical, mapper, FactChanges::between);
    }

    public Feed {
        canonical = List.copyOf(canonical);
        for (Topic topic : canonical) {
            if (topic.partitions() != raw.partitions()) {
                throw new IllegalArgumentException(topic.name() + " must have as many partitions as " + raw.name());
            }
        }
    }

    /** Where a record goes that can't be mapped, or could not even be read. */
    Topic rejected(@Nullable RawRecord raw) {
        Topic target = raw == null ? canonical.get(0) : mapper.target(raw).orElse(canonical.get(0));
        return Topics.rejectedOf(target);
    }

    /** All that can come out. */
    List<Topic> outputs() {
        return Stream.concat(canonical.stream(), canonical.stream().map(Topics::rejectedOf))
                .toList();
    }

    /** Names the way to a topic; several feeds may fill one. */
    String sink(Topic topic) {
        return name + "-" + topic.name();
    }

    String storeName() {
        return name + "-facts";
    }
}
