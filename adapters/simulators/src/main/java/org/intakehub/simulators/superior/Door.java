package org.intakehub.simulators.superior;

import java.util.Map;
import java.util.Optional;

/** Lets in who proves who they are. */
interface Door {
    /** The body as it was before it was sealed; empty if the proof is none. */
    Optional<byte[]> opened(Map<String, String> headers, byte[] body);

    /** The body of an answer, sealed if calls are. */
    default byte[] sealed(byte[] answer) {
        return answer;
    }
}
