/** Child processes: started in order, restarted when they die, found again after the launcher died, stopped in order. */
@NullMarked
package com.sentia.launcher.supervision;

import org.jspecify.annotations.NullMarked;
