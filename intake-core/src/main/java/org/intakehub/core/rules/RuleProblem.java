package org.intakehub.core.rules;

/**
 * One thing that is wrong in the rules.
 *
 * @param file name of the file, or the directory that is wrong as a whole
 * @param line counted from 1; 0 if the file as a whole is wrong
 * @param column the column's name; empty if the line as a whole is wrong
 * @param what what is wrong, and what is expected
 */
public record RuleProblem(String file, int line, String column, String what) {
    /** As a line of a log or a terminal, which editors can follow. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
    }
}
