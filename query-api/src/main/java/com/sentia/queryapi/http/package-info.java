/** What every route shares: parameters, problems, JSON, security headers, the router. */
@NullMarked
package com.sentia.queryapi.http;

import org.jspecify.annotations.NullMarked;
