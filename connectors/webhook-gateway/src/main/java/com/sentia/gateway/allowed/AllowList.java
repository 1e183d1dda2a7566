package com.sentia.gateway.allowed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/**
 * Copies what is allowed of a JSON object, in one pass and without a tree: what is not on the list is dropped unseen, numbers keep
 * their digits. A value of another kind than the list says is dropped too, so that nothing slips through in a new shape.
 */
public final class AllowList {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int SMALLEST_COPY = 1_024;
    private static final int USUAL_SHARE = 4;

    private final Allowed.Fields root;

    private AllowList(Allowed.Fields root) {
        this.root = root;
    }

    /** The list in a file beside a class; see {@link AllowedTree} for its form. */
    public static AllowList beside(Class<?> type, String file) {
        return new AllowList(AllowedTree.beside(type, file));
    }

    /** The list that is written as JSON; see {@link AllowedTree} for its form. */
    public static AllowList of(JsonNode rules, String name) {
        return new AllowList(AllowedTree.of(rules, name));
    }

    /**
     * The allowed part of an object that has been read already.
     *
     * @param pseudonym makes a pseudonym of a person's id
     */
    public Copied copy(ObjectNode object, UnaryOperator<String> pseudonym) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(SMALLEST_COPY);
        try (JsonParser in = object.traverse();
                JsonGenerator to = JSON.createGenerator(out)) {
            JsonToken unused = in.nextToken();
            Copying copying = new Copying(in, to, pseudonym);
            copying.root(root);
            to.flush();
            return new Copied(ByteBuffer.wrap(out.toByteArray()), copying.scalars());
        } catch (IOException e) {
            throw new UncheckedIOException("copying in memory failed", e);
        }
    }

    /**
     * The allowed part of a body.
     *
     * @param body UTF-8 JSON
     * @param pseudonym makes a pseudonym of a person's id
     * @throws UnreadableBodyException when the body is not exactly one JSON object
     */
    public Copied copy(byte[] body, UnaryOperator<String> pseudonym) throws UnreadableBodyException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(SMALLEST_COPY, body.length / USUAL_SHARE));
        try (JsonParser in = JSON.createParser(body);
                JsonGenerator to = JSON.createGenerator(out)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableBodyException("the body is no JSON object");
            }
            Copying copying = new Copying(in, to, pseudonym);
            copying.root(root);
            if (in.nextToken() != null) {
                throw new UnreadableBodyException("something follows the body's JSON object");
            }
            to.flush();
            return new Copied(ByteBuffer.wrap(out.toByteArray()), copying.scalars());
        } catch (JsonProcessingException e) {
            // Its message quotes the body.
            throw new UnreadableBodyException(
                    "no JSON any more at byte " + e.getLocation().getByteOffset());
        } catch (IOException expected) {
            throw new UnreadableBodyException("the body is no UTF-8 text");
        }
    }
}
