/** What a vendor's webhooks are to the gateway, whoever the vendor is. */
@NullMarked
package com.sentia.gateway.hook;

import org.jspecify.annotations.NullMarked;
