package org.intakehub.planted.exchange;

import org.intakehub.planted.adapter.beta.Beta;

/** Something shared that knows one of its channels. */
record WithAdapter(Beta beta) {}
