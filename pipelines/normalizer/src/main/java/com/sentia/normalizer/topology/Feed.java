package com.sentia.normalizer.topology;

import com.sentia.normalizer.facts.FactChanges;
import com.sentia.normalizer.facts.Succession;
import com.sentia.normalizer.mapping.PayloadMapper;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.List;

/**
 * One raw topic and what is made of it.
 *
 * @param name names the feed's processor and store; renaming it loses the state
 * @param canonical the topics its facts and progress go to; the first one's dead letters take what can't be mapped
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

    Topic rejected() {
        return Topics.rejectedOf(canonical.get(0));
    }

    String storeName() {
        return name + "-facts";
    }
}
