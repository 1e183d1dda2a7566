package com.sentia.jobs.kpi.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.runtime.UnfitRecordException;
import java.time.ZoneId;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What the mappers make of a record, for a business in London that keeps its books in pounds. */
final class MappedFacts {
    static final CanonicalFacts FACTS = new CanonicalFacts("GBP", ZoneId.of("Europe/London"));

    private MappedFacts() {}

    static List<Fact> facts(SpecificRecord record) {
        return FACTS.of(record).facts().facts();
    }

    /** The only one of its kind. */
    static Fact one(List<Fact> facts, FactKind kind) {
        List<Fact> found = facts.stream().filter(fact -> fact.kind() == kind).toList();
        assertThat(found).as("facts of kind %s", kind).hasSize(1);
        return found.get(0);
    }

    static void assertUnfit(SpecificRecord record, String reason) {
        assertThatThrownBy(() -> FACTS.of(record))
                .isInstanceOfSatisfying(
                        UnfitRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
