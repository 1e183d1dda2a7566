/** Finding and forgetting a person: which records and rows hold the pseudonym, and how they lose it. */
@NullMarked
package com.sentia.launcher.privacy;

import org.jspecify.annotations.NullMarked;
