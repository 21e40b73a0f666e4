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

BYTES(abbreviations) {
#embed "lexicons/abbreviations.tsv"
};

BYTES(boilerplate) {
#embed "lexicons/boilerplate.tsv"
};

BYTES(figures) {
#embed "lexicons/figures.tsv"
};

BYTES(hedges) {
#embed "lexicons/hedges.tsv"
};

BYTES(roles) {
#embed "lexicons/roles.tsv"
};

BYTES(titles) {
#embed "lexicons/titles.tsv"
};

BYTES(media) {
#embed "lexicons/media.tsv"
};

BYTES(case_01_kerman_bombings) {
#embed "case/01-kerman-bombings.txt"
};

BYTES(case_02_kerman_arrests) {
#embed "case/02-kerman-arrests.txt"
};

BYTES(case_03_us_warning) {
#embed "case/03-us-warning.txt"
};

BYTES(case_04_crocus_attack) {
#embed "case/04-crocus-attack.txt"
};

BYTES(case_05_who_is_blamed) {
#embed "case/05-who-is-blamed.txt"
};

BYTES(case_06_iran_warned_russia) {
#embed "case/06-iran-warned-russia.txt"
};

BYTES(case_07_two_warnings) {
#embed "case/07-two-warnings.txt"
};

BYTES(case_08_tajik_talks) {
#embed "case/08-tajik-talks.txt"
};

BYTES(english_model) {
#embed "model/english.model"
};

BYTES(places) {
#embed "lexicons/places.tsv"
};

BYTES(firstnames) {
#embed "lexicons/firstnames.tsv"
};

BYTES(headnouns) {
#embed "lexicons/headnouns.tsv"
};

const hearsay_embedded_file hearsay_embedded_files[] = {
    ROW("lexicons/states.tsv", states),
    ROW("lexicons/groups.tsv", groups),
    ROW("lexicons/organisations.tsv", organisations),
    ROW("lexicons/cues.tsv", cues),
    ROW("lexicons/events.tsv", events),
    ROW("lexicons/abbreviations.tsv", abbreviations),
    ROW("lexicons/boilerplate.tsv", boilerplate),
    ROW("lexicons/figures.tsv", figures),
    ROW("lexicons/hedges.tsv", hedges),
    ROW("lexicons/roles.tsv", roles),
    ROW("lexicons/titles.tsv", titles),
    ROW("lexicons/media.tsv", media),
    ROW("case/01-kerman-bombings.txt", case_01_kerman_bombings),
    ROW("case/02-kerman-arrests.txt", case_02_kerman_arrests),
    ROW("case/03-us-warning.txt", case_03_us_warning),
    ROW("case/04-crocus-attack.txt", case_04_crocus_attack),
    ROW("case/05-who-is-blamed.txt", case_05_who_is_blamed),
    ROW("case/06-iran-warned-russia.txt", case_06_iran_warned_russia),
    ROW("case/07-two-warnings.txt", case_07_two_warnings),
    ROW("case/08-tajik-talks.txt", case_08_tajik_talks),
    ROW("model/english.model", english_model),
    ROW("lexicons/places.tsv", places),
    ROW("lexicons/firstnames.tsv", firstnames),
    ROW("lexicons/headnouns.tsv", headnouns),
    {NULL, NULL, 0},
};
