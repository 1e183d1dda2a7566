package com.sentia.launcher.connectors;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The topic of notices, as far back as it is kept. */
public final class NoticeLog {
    private final TopicRecords topic;

    public NoticeLog(String servers, URI registry) {
        this.topic = new TopicRecords(Topics.CONNECTOR_NOTICE, servers, registry);
    }

    /** All of one connector, oldest first. */
    public List<ConnectorNotice> of(String connector) {
        List<ConnectorNotice> notices = new ArrayList<>();
        try {
            topic.read((key, record) -> {
                if (key.equals(connector) && record instanceof ConnectorNotice notice) {
                    notices.add(notice);
                }
            });
        } catch (IOException e) {
            throw new LauncherException(e.getMessage() + ": is the stack up? (./sentia status)", e);
        }
        return notices;
    }

    /** Those that answer one signal, oldest first. */
    List<ConnectorNotice> answering(String connector, String signal) {
        return of(connector).stream()
                .filter(notice -> signal.equals(notice.getSignal()))
                .toList();
    }
}
