/* To carry another file: one BYTES line and one row, both under its name. */
#include "CEmbeddedFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define BYTES(name) static const unsigned char name[] =
#define ROW(path, name) {path, name, sizeof name}

BYTES(states) {
#embed "lexicons/states.tsv"
};

BYTES(groups) {
#embed "lexicons/groups.tsv"
};

BYTES(organisations) {
#embed "lexicons/organisations.tsv"
};

BYTES(cues) {
#embed "lexicons/cues.tsv"
};

BYTES(events) {
#embed "lexicons/events.tsv"
};

const hearsay_embedded_file hearsay_embedded_files[] = {
    ROW("lexicons/states.tsv", states),
    ROW("lexicons/groups.tsv", groups),
    ROW("lexicons/organisations.tsv", organisations),
    ROW("lexicons/cues.tsv", cues),
    ROW("lexicons/events.tsv", events),
    {NULL, NULL, 0},
};
