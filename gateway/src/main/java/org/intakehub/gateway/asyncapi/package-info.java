/** The AsyncAPI description of the units' queues and webhooks, made of the very types that are sent and read. */
@NullMarked
package org.intakehub.gateway.asyncapi;

import org.jspecify.annotations.NullMarked;
