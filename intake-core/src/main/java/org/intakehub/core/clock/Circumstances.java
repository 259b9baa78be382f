package org.intakehub.core.clock;

import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;

/** What a policy is chosen by. */
public record Circumstances(String channel, AppealType type, Urgency urgency, Journey journey) {}
