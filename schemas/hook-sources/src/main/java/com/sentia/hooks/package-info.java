/** Sources that nobody wrote a connector for: declared in YAML, told to the gateway's generic hook, mapped by the normalizer. */
@NullMarked
package com.sentia.hooks;

import org.jspecify.annotations.NullMarked;
