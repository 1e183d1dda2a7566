/** Whether the rows a catalogue would make are ones a database should have to bear. */
@NullMarked
package com.sentia.launcher.estimate;

import org.jspecify.annotations.NullMarked;
