package com.sentia.normalizer.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sentia.hooks.HookSource;
import com.sentia.hooks.mapping.CanonicalMapping;
import com.sentia.hooks.mapping.UnfitValueException;
import com.sentia.normalizer.facts.Fact;
import com.sentia.normalizer.mapping.UnmappableException.Reason;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A record of a declared source as the one canonical record that its declaration says. */
public final class DeclaredMapper implements PayloadMapper {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final Map<String, HookSource> sources;

    public DeclaredMapper(List<HookSource> sources) {
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(HookSource::name, source -> source));
    }

    /** The topics that records of the sources become. */
    public List<Topic> targets() {
        return sources.values().stream()
                .map(source -> source.mapping().topic())
                .distinct()
                .sorted(java.util.Comparator.comparing(Topic::name))
                .toList();
    }

    @Override
    public Optional<Topic> target(RawRecord raw) {
        return Optional.ofNullable(sources.get(raw.getVendor()))
                .map(source -> source.mapping().topic());
    }

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        @Nullable HookSource source = sources.get(raw.getVendor());
        if (source == null) {
            throw new UnmappableException(
                    Reason.UNKNOWN_SOURCE, "$", "no source " + raw.getVendor() + " is declared any more");
        }
        CanonicalMapping mapping = source.mapping();
        SpecificRecord content = made(mapping, raw);
        return List.of(new Fact(mapping.topic(), CanonicalMapping.key(content), content));
    }

    private static SpecificRecord made(CanonicalMapping mapping, RawRecord raw) throws UnmappableException {
        ByteBuffer payload = raw.getPayload();
        if (payload == null) {
            throw new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, "$", "missing from an upsert");
        }
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        try {
            return mapping.make(raw.getVendor(), raw.getUnit(), raw.getVersion(), JSON.readTree(bytes));
        } catch (UnfitValueException e) {
            throw new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, e.pointer(), e.rule());
        } catch (JsonProcessingException e) {
            throw new UnmappableException(
                    Reason.UNMAPPABLE_PAYLOAD,
                    "$",
                    "not JSON at byte " + e.getLocation().getByteOffset());
        } catch (IOException expected) {
            throw new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, "$", "not JSON");
        }
    }
}
