package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.SalesSums;
import com.sentia.verification.bench.ValueLine;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.AggregatePhaseStrategy;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.OptimizerConfigOptions;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.util.Collector;

/**
 * Flink SQL's hopping windows: it adds up slices, first in each source task, and each window from its slices. Rows are in the
 * form SQL itself uses, so that none is converted.
 */
final class HopGraph {
    private static final long MICROS_PER_MS = 1_000;
    private static final int MILLISECONDS = 3;
    private static final Duration BATCH_LATENCY = Duration.ofSeconds(1);
    private static final long BATCH_ROWS = 20_000;

    private final StreamTableEnvironment tables;
    private final ContenderSettings settings;

    private HopGraph(StreamTableEnvironment tables, ContenderSettings settings) {
        this.tables = tables;
        this.settings = settings;
    }

    static DataStream<ValueLine> of(
            StreamExecutionEnvironment environment, DataStream<OrderLine> lines, ContenderSettings settings) {
        StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
        configure(tables);
        tables.createTemporaryView("order_lines", table(tables, lines));
        HopGraph graph = new HopGraph(tables, settings);
        DataStream<ValueLine> values =
                graph.windows(HopSql.TOTAL, SalesSums::values).union(graph.windows("region", SalesSums::values));
        return settings.breakdown().hasSkus() ? values.union(graph.windows("sku", SalesSums::valuesOfArticle)) : values;
    }

    private static void configure(StreamTableEnvironment tables) {
        tables.getConfig().setLocalTimeZone(ZoneOffset.UTC);
        Configuration options = new Configuration();
        options.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ENABLED, true);
        options.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ALLOW_LATENCY, BATCH_LATENCY);
        options.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_SIZE, BATCH_ROWS);
        options.set(OptimizerConfigOptions.TABLE_OPTIMIZER_AGG_PHASE_STRATEGY, AggregatePhaseStrategy.TWO_PHASE);
        tables.getConfig().addConfiguration(options);
    }

    private static Table table(StreamTableEnvironment tables, DataStream<OrderLine> lines) {
        LogicalType text = VarCharType.STRING_TYPE;
        LogicalType number = new BigIntType(false);
        InternalTypeInfo<RowData> rows = InternalTypeInfo.ofFields(
                new LogicalType[] {text, text, number, number, number},
                new String[] {"region", "sku", "net_micros", "units", "orders"});
        Schema schema = Schema.newBuilder()
                .columnByMetadata("placed_at", DataTypes.TIMESTAMP_LTZ(MILLISECONDS), "rowtime")
                .watermark("placed_at", "SOURCE_WATERMARK()")
                .build();
        return tables.fromDataStream(lines.map(HopGraph::row).returns(rows), schema);
    }

    private static RowData row(OrderLine line) {
        return GenericRowData.of(
                StringData.fromString(line.region()),
                StringData.fromString(line.sku()),
                line.amountMicros(),
                line.units(),
                line.isFirst() ? 1L : 0L);
    }

    private DataStream<ValueLine> windows(String label, KpisOfSums kpis) {
        Table windows = tables.sqlQuery(HopSql.text(label, settings.window()));
        return tables.toDataStream(
                        windows,
                        windows.getResolvedSchema().toPhysicalRowDataType().bridgedTo(RowData.class))
                .flatMap((Object row, Collector<ValueLine> out) -> values((RowData) row, kpis, out))
                .returns(TypeInformation.of(ValueLine.class));
    }

    private static void values(RowData row, KpisOfSums kpis, Collector<ValueLine> out) {
        SalesSums sums = new SalesSums();
        sums.netMicros = row.getLong(2);
        sums.units = row.getLong(3);
        sums.orders = row.getLong(4);
        long end = row.getTimestamp(1, MILLISECONDS).getMillisecond() * MICROS_PER_MS;
        kpis.values(sums, row.getString(0).toString(), end).forEach(out::collect);
    }
}
