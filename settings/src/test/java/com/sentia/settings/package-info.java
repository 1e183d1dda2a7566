@NullMarked
package com.sentia.settings;

import org.jspecify.annotations.NullMarked;
