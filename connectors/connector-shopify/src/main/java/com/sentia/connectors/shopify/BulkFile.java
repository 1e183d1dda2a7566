package com.sentia.connectors.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.HttpAnswer;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.shopify.BulkFileException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of a bulk operation, read line by line from any line on. It is fetched in parts, so that neither memory nor the time of a
 * request grows with it, and so that nothing has to be held open between polls.
 */
final class BulkFile {
    /** Bytes fetched at once. */
    static final int PART = 4 << 20;

    /** A line is one object and nothing behind it. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:\\*|\\d+-\\d+)/(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * One object.
     *
     * @param end place behind it
     */
    record Line(ObjectNode object, long end) {}

    private final HttpExchange http;
    private final String job;
    private final URI uri;
    private final boolean partial;
    private byte[] buffer = new byte[0];
    /** Place in the file of the first byte of the buffer. */
    private long base;
    /** Place in the buffer of the first byte that was not taken. */
    private int start;

    private long size = Long.MAX_VALUE;
    private @Nullable Line next;

    /**
     * @param partial whether it may end anywhere, as the operation failed
     * @param from place of a line's first byte
     */
    BulkFile(HttpExchange http, String job, URI uri, boolean partial, long from) {
        this.http = http;
        this.job = job;
        this.uri = uri;
        this.partial = partial;
        this.base = from;
    }

    boolean isAt(String wanted, long place) {
        return job.equals(wanted) && base + start == place;
    }

    boolean isPartial() {
        return partial;
    }

    /** The next line, which stays the next one; null at the end. */
    @Nullable
    Line peek() throws SourceException, BulkFileException {
        if (next != null) {
            return next;
        }
        int end = endOfLine(start);
        while (end < 0 && base + buffer.length < size) {
            // What was searched already stands first in the buffer afterwards.
            int searched = buffer.length - start;
            fetch();
            end = endOfLine(searched);
        }
        int to = end < 0 ? buffer.length : end;
        if (to == start && end < 0) {
            return null;
        }
        next = new Line(object(start, to), base + to + (end < 0 ? 0 : 1));
        return next;
    }

    /** Takes the line that was looked at. */
    void take() {
        if (next != null) {
            start = (int) (next.end() - base);
            next = null;
        }
    }

    private int endOfLine(int from) {
        for (int i = from; i < buffer.length; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private ObjectNode object(int from, int to) throws BulkFileException {
        try {
            JsonNode node = JSON.readTree(buffer, from, to - from);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // The message would quote the line.
            throw new BulkFileException(Kind.CONTENT, "the line at byte " + (base + from) + " is no JSON");
        } catch (IOException e) {
            throw new BulkFileException(Kind.CONTENT, "the line at byte " + (base + from) + " can't be read");
        }
        throw new BulkFileException(Kind.CONTENT, "the line at byte " + (base + from) + " is no object");
    }

    /** Appends the next part to what was not taken yet. */
    private void fetch() throws SourceException, BulkFileException {
        byte[] rest = Arrays.copyOfRange(buffer, start, buffer.length);
        long place = base + buffer.length;
        HttpAnswer answer = http.getPart(uri, place, PART);
        byte[] body = body(answer, place);
        byte[] joined = Arrays.copyOf(rest, rest.length + body.length);
        System.arraycopy(body, 0, joined, rest.length, body.length);
        base += start;
        start = 0;
        buffer = joined;
    }

    private byte[] body(HttpAnswer answer, long place) throws SourceException, BulkFileException {
        int status = answer.status();
        if (status == 206) {
            size = sizeTold(answer, place + answer.body().length);
            return answer.body();
        }
        if (status == 416) {
            size = place;
            return new byte[0];
        }
        if (status == 200 && place == 0 && answer.body().length > 0) {
            size = answer.body().length;
            return answer.body();
        }
        if (status == 200) {
            throw new BulkFileException(Kind.PARTS, "the file is only given whole");
        }
        if (status == 429) {
            throw new SourceException.Wait(PATIENCE, "the file's store asks for patience");
        }
        if (status >= 500 || status == 408) {
            throw new SourceException.Retry("HTTP " + status + " from the file's store", null);
        }
        throw new BulkFileException(Kind.ADDRESS, "HTTP " + status + " at the file's address");
    }

    /** Where it is not told, a part that is shorter than was asked for is the last. */
    private static long sizeTold(HttpAnswer answer, long reached) {
        Matcher range = CONTENT_RANGE.matcher(
                answer.headers().firstValue("Content-Range").orElse(""));
        if (range.matches()) {
            return Long.parseLong(range.group(1));
        }
        return answer.body().length < PART ? reached : Long.MAX_VALUE;
    }
}
