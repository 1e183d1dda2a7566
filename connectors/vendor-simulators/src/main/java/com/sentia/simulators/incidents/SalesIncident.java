package com.sentia.simulators.incidents;

import java.util.List;

/** An incident that is nothing but orders or refunds, and the lines it adds to the retail file. */
record SalesIncident(Incident incident, List<AddedLine> lines) {}
