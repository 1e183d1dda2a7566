package com.sentia.queryapi.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An answer's JSON form, written field by field. */
public interface View {
    /** Writes exactly one JSON value. */
    void writeTo(JsonGenerator json) throws IOException;
}
