package org.intakehub.planted.core;

/** Prints. */
record WithPrint(String text) {
    void print() {
        System.out.println(text);
    }
}
