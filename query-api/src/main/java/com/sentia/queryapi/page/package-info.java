/** The built-in page's files, served from memory. */
@NullMarked
package com.sentia.queryapi.page;

import org.jspecify.annotations.NullMarked;
