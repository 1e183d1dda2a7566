package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.JobCursor.Job;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.shopify.BulkRecords.Chunk;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of a file that a store hands out part by part, put together as records. */
class BulkRecordsTest {
    private static final Job FROM_THE_START = Job.asked("job", Instant.EPOCH);
    private static final String FIRST = order(1) + line(11, 1) + line(12, 1);
    private static final String SECOND = order(2) + line(21, 2);

    private final HttpExchange http = new HttpExchange(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private final BulkRecords records = new BulkRecords(ShopifyStream.ORDERS);

    @SuppressWarnings("NullAway.Init") // started before each test
    private HttpServer store;

    private byte[] content = new byte[0];
    private int status = 206;

    @BeforeEach
    void startStore() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
            if (from >= content.length) {
                exchange.sendResponseHeaders(416, -1);
                exchange.close();
                return;
            }
            byte[] part = status == 200 ? content : Arrays.copyOfRange(content, from, content.length);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            exchange.sendResponseHeaders(status, part.length);
            exchange.getResponseBody().write(part);
            exchange.close();
        });
        store.start();
    }

    @AfterEach
    void stopStore() {
        store.stop(0);
        http.close();
    }

    @Test
    void putsChildrenToTheirRecords() throws Exception {
        Chunk chunk = read(FIRST + SECOND, FROM_THE_START, 10);

        assertThat(chunk.records()).hasSize(2);
        assertThat(chunk.records().get(0).path("lineItems").path("nodes")).hasSize(2);
        assertThat(chunk.records()
                        .get(1)
                        .path("lineItems")
                        .path("nodes")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("gid://shopify/LineItem/21");
        assertThat(chunk.job().lines()).isEqualTo(5);
        assertThat(chunk.isEnd()).isTrue();
    }

    @Test
    void stopsBetweenRecordsAndGoesOnThere() throws Exception {
        Chunk first = read(FIRST + SECOND, FROM_THE_START, 1);
        assertThat(first.records()).hasSize(1);
        assertThat(first.job().bytes()).isEqualTo(FIRST.length());
        assertThat(first.isEnd()).isFalse();

        Chunk second = read(FIRST + SECOND, first.job(), 1);
        assertThat(second.records()).hasSize(1);
        assertThat(second.job().lines()).isEqualTo(5);
        assertThat(second.job().records()).isEqualTo(2);
    }

    @Test
    void setsRecordsAsideWhoseChildrenStandElsewhere() throws Exception {
        Chunk chunk = read(order(1) + order(2) + line(11, 1) + line(21, 2), FROM_THE_START, 10);

        assertThat(chunk.strays()).containsExactly("gid://shopify/Order/1");
        assertThat(chunk.records().get(1).path("lineItems").path("nodes")).hasSize(1);
    }

    @Test
    void leavesOutTheLastRecordOfAPartAsItMayLackChildren() throws Exception {
        content = (FIRST + SECOND + "{\"id\":\"gid").getBytes(StandardCharsets.UTF_8);
        Chunk chunk = records.read(new BulkFile(http, "job", uri(), true, 0), FROM_THE_START, 10);

        assertThat(chunk.records()).hasSize(1);
        assertThat(chunk.job().last()).isEqualTo("1");
        assertThat(chunk.isEnd()).isTrue();
    }

    @Test
    void remembersTheLastIdOnlyWhileIdsAscend() throws Exception {
        assertThat(read(order(9) + order(10), FROM_THE_START, 10).job().last()).isEqualTo("10");
        assertThat(read(order(10) + order(9) + order(11), FROM_THE_START, 10)
                        .job()
                        .last())
                .isEmpty();
    }

    @Test
    void takesAFileThatIsGivenWholeOnlyWhereItIsSmall() throws Exception {
        status = 200;
        assertThat(read(FIRST, FROM_THE_START, 10).records()).hasSize(1);
        content = new byte[BulkFile.PART + 1];
        assertThatThrownBy(() -> new BulkFile(http, "job", uri(), false, 0).peek())
                .isInstanceOfSatisfying(
                        BulkFileException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(BulkFileException.Kind.PARTS));
    }

    @Test
    void refusesALineThatIsNoneWithoutQuotingIt() {
        assertThatThrownBy(() -> read(order(1) + "somebody@example.com\n", FROM_THE_START, 10))
                .isInstanceOf(BulkFileException.class)
                .hasMessageContaining("byte")
                .hasMessageNotContaining("somebody");
    }

    private Chunk read(String text, Job from, int enough) throws SourceException, BulkFileException {
        content = text.getBytes(StandardCharsets.UTF_8);
        return records.read(new BulkFile(http, "job", uri(), false, from.bytes()), from, enough);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + store.getAddress().getPort() + "/file.jsonl");
    }

    private static String order(int id) {
        return "{\"id\":\"gid://shopify/Order/%d\",\"refunds\":[]}\n".formatted(id);
    }

    private static String line(int id, int order) {
        return "{\"__typename\":\"LineItem\",\"id\":\"gid://shopify/LineItem/%d\",\"__parentId\":\"gid://shopify/Order/%d\"}\n"
                .formatted(id, order);
    }
}
