package com.sentia.hooks;

import com.fasterxml.jackson.core.JsonPointer;
import com.sentia.hooks.mapping.Transform;

/**
 * Where a record's time of update is found.
 *
 * @param form one of the forms of time
 */
public record TimeRule(JsonPointer pointer, Transform form) {}
