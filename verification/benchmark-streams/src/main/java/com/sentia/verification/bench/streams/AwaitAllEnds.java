package com.sentia.verification.bench.streams;

import com.sentia.verification.bench.OrderLine;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Lets the end of the input pass only when it has come from every partition of the input: the first one would close windows
 * that another partition still has lines for.
 *
 * @param end stands for the end of a partition
 * @param inputs partitions of the input
 * @param ended counts the partitions behind this step whose windows are all closed
 */
record AwaitAllEnds(OrderLine end, int inputs, CountDownLatch ended)
        implements FixedKeyProcessorSupplier<String, OrderLine, OrderLine> {

    @Override
    public FixedKeyProcessor<String, OrderLine, OrderLine> get() {
        return new ContextualFixedKeyProcessor<>() {
            private int ends;

            @Override
            public void process(FixedKeyRecord<String, OrderLine> line) {
                boolean isEnd = line.value().equals(end);
                if (!isEnd || ++ends == inputs) {
                    context().forward(line);
                }
                if (isEnd && ends == inputs) {
                    ended.countDown();
                }
            }
        };
    }
}
