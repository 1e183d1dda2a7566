package com.sentia.verification.facts;

import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import org.apache.avro.specific.SpecificRecord;

/** A thing of the company that changes, and how it stands on its topic at any moment. */
interface Entity {
    Topic topic();

    String key();

    /** The content as it is now, as that version. */
    SpecificRecord as(Version version, Op op);
}
