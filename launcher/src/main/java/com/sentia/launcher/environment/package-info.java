/** What an operator writes down to run the stack with vendors of one's own: shops, dates, where secrets are. */
@NullMarked
package com.sentia.launcher.environment;

import org.jspecify.annotations.NullMarked;
