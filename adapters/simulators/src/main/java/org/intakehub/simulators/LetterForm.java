package org.intakehub.simulators;

/** The shapes in which letters to the mayor come. */
public enum LetterForm {
    /** UTF-8 text in base64. */
    PLAIN,
    /** HTML with a text alternative. */
    HTML,
    /** The charset of older Chinese mail programs, in headers and body. */
    GB18030,
    /** Text with a photo under a Chinese name. */
    ATTACHMENT,
    /** An answer above the quoted history of an earlier mail. */
    REPLY,
    /** A machine's note that somebody is on holiday; answering it would start a loop. */
    VACATION,
    /** An unknown charset, broken base64, and a multipart that never ends. */
    DAMAGED
}
