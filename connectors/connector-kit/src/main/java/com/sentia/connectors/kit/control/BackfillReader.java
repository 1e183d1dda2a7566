package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.SourceException;

/** Reads what a backfill asks for from one feed's vendor, step by step. */
@FunctionalInterface
public interface BackfillReader {
    /** Reads on, leaving live reading what it needs. A step that fails has changed nothing. */
    BackfillStep read(Backfill backfill) throws SourceException;
}
