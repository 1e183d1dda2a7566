package com.sentia.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.SourceProgress;
import org.junit.jupiter.api.Test;

class TopicsTest {
    /** A signal that can't be read is refused by a notice; nobody reads notices to go on with them. */
    @Test
    void giveEveryTopicThatIsNoDeadLetterItsDeadLetters() {
        assertThat(Topics.catalogue())
                .filteredOn(topic -> !topic.name().endsWith(".rejected"))
                .filteredOn(topic -> !topic.name().startsWith("connector."))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(Topics.rejectedOf(topic).name()).isEqualTo(topic.name() + ".rejected"));
    }

    @Test
    void giveRawAndCanonicalTopicsTheSamePartitionsAndProgress() {
        assertThat(Topics.catalogue())
                .filteredOn(topic -> !topic.name().matches("(kpi|connector|privacy)\\..*"))
                .extracting(Topic::partitions)
                .containsOnly(4);
        assertThat(Topics.SALES_REFUND.values()).contains(SourceProgress.getClassSchema());
        assertThat(Topics.RAW_SHOPIFY_ORDER.values()).contains(SourceProgress.getClassSchema());
    }

    @Test
    void keepRawByTimeAndCanonicalByKey() {
        assertThat(Topics.RAW_SHOPIFY_ORDER.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "34560000000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(Topics.SALES_ORDER.settings())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void keepSealedBodiesForTwoWeeksAndWhatCanBeReadForThreeMonths() {
        assertThat(Topics.RAW_SHOPIFY_ORDER_REJECTED.settings()).containsEntry("retention.ms", "1209600000");
        assertThat(Topics.SALES_ORDER_REJECTED.settings()).containsEntry("retention.ms", "7776000000");
    }

    @Test
    void leaveWhatIsReservedOutOfAStack() {
        assertThat(Topics.RESERVED).isNotEmpty().doesNotContainAnyElementsOf(Topics.ALL);
        assertThat(Topics.named(Topics.FINANCE_BALANCE.name())).isEmpty();
        assertThat(Topics.catalogue()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void nameSubjectsByTopicAndRecord() {
        assertThat(Topics.SALES_ORDER.subjects())
                .containsExactly(
                        "sales.order.v1-com.sentia.schemas.SalesOrder",
                        "sales.order.v1-com.sentia.schemas.SourceProgress");
    }
}
