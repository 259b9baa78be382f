package org.intakehub.planted.adapter.alpha;

import org.intakehub.planted.core.rules.CityRule;

/** An adapter that decides. */
record WithRules(CityRule rule) {}
