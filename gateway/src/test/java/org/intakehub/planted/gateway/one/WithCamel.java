package org.intakehub.planted.gateway.one;

import org.apache.camel.CamelContext;

/** A feature that is a route. */
record WithCamel(CamelContext camel) {}
