/** Looks for personal data wherever the pipeline keeps anything: topics, tables, logs. */
@NullMarked
package com.sentia.verification.privacy;

import org.jspecify.annotations.NullMarked;
