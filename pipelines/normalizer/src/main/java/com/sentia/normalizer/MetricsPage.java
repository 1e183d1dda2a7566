package com.sentia.normalizer;

import com.sentia.normalizer.topology.Counters;
import com.sentia.schemas.topics.Topics;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** The counters and the consumer's lag in Prometheus' text form. */
final class MetricsPage {
    private static final String LAG = "records-lag";

    private MetricsPage() {}

    static String of(Counters counters, boolean ready, long replacements, Map<MetricName, ? extends Metric> kafka) {
        StringBuilder page = new StringBuilder(1024);
        page.append("# TYPE sentia_normalizer_records_total counter\n");
        counters.now()
                .forEach((count, value) -> line(
                        page,
                        "sentia_normalizer_records_total",
                        "outcome=\"" + count.outcome() + "\",subject=\"" + count.subject() + "\"",
                        value));
        page.append("# TYPE sentia_normalizer_thread_replacements_total counter\n");
        line(page, "sentia_normalizer_thread_replacements_total", "", replacements);
        page.append("# TYPE sentia_normalizer_ready gauge\n");
        line(page, "sentia_normalizer_ready", "", ready ? 1 : 0);
        page.append("# TYPE sentia_normalizer_lag_records gauge\n");
        lags(kafka).forEach((partition, lag) -> line(page, "sentia_normalizer_lag_records", partition, lag));
        return page.toString();
    }

    private static Map<String, Long> lags(Map<MetricName, ? extends Metric> kafka) {
        Map<String, Long> lags = new TreeMap<>();
        kafka.forEach((name, metric) -> {
            String topic = name.tags().get("topic");
            String partition = name.tags().get("partition");
            if (name.name().equals(LAG)
                    && topic != null
                    && partition != null
                    && Topics.named(topic).isPresent()
                    && metric.metricValue() instanceof Double lag
                    && !lag.isNaN()) {
                lags.put("topic=\"" + topic + "\",partition=\"" + partition + "\"", Math.round(lag));
            }
        });
        return lags;
    }

    private static void line(StringBuilder page, String name, String labels, long value) {
        page.append(name);
        if (!labels.isEmpty()) {
            page.append('{').append(labels).append('}');
        }
        page.append(' ').append(value).append('\n');
    }
}
