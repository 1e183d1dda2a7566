package com.sentia.timescale;

/**
 * How far one feed has been counted; in the table completeTo never goes back.
 *
 * @param vendor lower-case vendor name
 * @param unit shop, tenant or account
 * @param entity kind of record
 * @param completeToMicros every change in the source before this has been counted, UTC
 * @param atMicros when the connector found it, UTC
 */
public record SourceProgressRow(String vendor, String unit, String entity, long completeToMicros, long atMicros) {}
