package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.SourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads pages of what a search finds. */
interface PageReader {
    /**
     * The page after a position, the first one when it is null; with the count of the whole window when asked for and known.
     *
     * @return empty when something in the page can't be read
     */
    Optional<Page> read(String search, @Nullable String token, boolean count) throws SourceException;

    /** The same page with nothing but ids and update times, for when one of its records can't be read. */
    Page readIds(String search, @Nullable String token) throws SourceException;
}
