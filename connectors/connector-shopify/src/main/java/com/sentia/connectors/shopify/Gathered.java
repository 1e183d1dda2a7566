package com.sentia.connectors.shopify;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of one step gave, before anything is handed on.
 *
 * @param drafts records with their first pages
 * @param toFetch global ids of records whose page was unreadable
 * @param ids global ids of all records on the pages, those left out as known too
 * @param newestAt update time of the last of them; null when there were none
 * @param atNewest how many records on the pages have that time
 * @param newestId global id of the last of them
 * @param token position to go on from; null at the end of the feed
 * @param count the window's number of records, when these pages are all of it
 * @param date Shopify's clock at the last of the answers
 */
record Gathered(
        List<Draft> drafts,
        List<String> toFetch,
        List<String> ids,
        @Nullable Instant newestAt,
        int atNewest,
        String newestId,
        @Nullable String token,
        OptionalLong count,
        Instant date) {

    /** Whether there may be more records of the newest one's time on earlier pages. */
    boolean isOfOneTime() {
        return atNewest == ids.size();
    }

    boolean isEndOfFeed() {
        return token == null;
    }
}
