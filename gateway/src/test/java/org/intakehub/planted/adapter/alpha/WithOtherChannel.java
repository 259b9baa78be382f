package org.intakehub.planted.adapter.alpha;

import org.intakehub.planted.adapter.beta.Beta;

/** An adapter that needs another channel. */
record WithOtherChannel(Beta beta) {}
