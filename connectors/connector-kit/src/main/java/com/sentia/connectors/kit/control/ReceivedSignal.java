package com.sentia.connectors.kit.control;

import com.sentia.schemas.ConnectorSignal;
import org.jspecify.annotations.Nullable;

/**
 * A signal to this connector, and where it stands.
 *
 * @param position its place in the topic
 * @param signal what it says; null when that can't be read
 */
public record ReceivedSignal(long position, @Nullable ConnectorSignal signal) {}
