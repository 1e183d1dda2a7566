/** The dead-letter job: every record set aside, whatever part set it aside, becomes a row that can be looked at. */
@NullMarked
package com.sentia.jobs.deadletter;

import org.jspecify.annotations.NullMarked;
