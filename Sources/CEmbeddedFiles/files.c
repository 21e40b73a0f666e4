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

BYTES(matters) {
#embed "lexicons/matters.tsv"
};

BYTES(things) {
#embed "lexicons/things.tsv"
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

BYTES(changelog) {
#embed "../../CHANGELOG.md"
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

BYTES(queries_actors_most_spoken_of) {
#embed "../../queries/actors/most-spoken-of.gql"
};

BYTES(queries_actors_what_they_are_to_each_other) {
#embed "../../queries/actors/what-they-are-to-each-other.gql"
};

BYTES(queries_attack_arrests) {
#embed "../../queries/attack/arrests.gql"
};

BYTES(queries_attack_attack_on_crocus_city_hall) {
#embed "../../queries/attack/attack-on-crocus-city-hall.gql"
};

BYTES(queries_attack_what_happened_when) {
#embed "../../queries/attack/what-happened-when.gql"
};

BYTES(queries_blame_claims_of_responsibility) {
#embed "../../queries/blame/claims-of-responsibility.gql"
};

BYTES(queries_blame_denials) {
#embed "../../queries/blame/denials.gql"
};

BYTES(queries_blame_who_blames_whom) {
#embed "../../queries/blame/who-blames-whom.gql"
};

BYTES(queries_blame_who_will_not_say) {
#embed "../../queries/blame/who-will-not-say.gql"
};

BYTES(queries_blame_without_one_source) {
#embed "../../queries/blame/without-one-source.gql"
};

BYTES(queries_figures_known_when) {
#embed "../../queries/figures/known-when.gql"
};

BYTES(queries_figures_the_toll_over_time) {
#embed "../../queries/figures/the-toll-over-time.gql"
};

BYTES(queries_language_aggregation) {
#embed "../../queries/language/aggregation.gql"
};

BYTES(queries_language_paths) {
#embed "../../queries/language/paths.gql"
};

BYTES(queries_language_typos_are_explained) {
#embed "../../queries/language/typos-are-explained.gql"
};

BYTES(queries_sources_chains) {
#embed "../../queries/sources/chains.gql"
};

BYTES(queries_sources_reports) {
#embed "../../queries/sources/reports.gql"
};

BYTES(queries_sources_unnamed_speakers) {
#embed "../../queries/sources/unnamed-speakers.gql"
};

BYTES(queries_sources_why_is_this_edge_here) {
#embed "../../queries/sources/why-is-this-edge-here.gql"
};

BYTES(queries_warnings_reports_behind_irans_warning) {
#embed "../../queries/warnings/reports-behind-irans-warning.gql"
};

BYTES(queries_warnings_what_was_foreseen) {
#embed "../../queries/warnings/what-was-foreseen.gql"
};

BYTES(queries_warnings_who_warned_russia) {
#embed "../../queries/warnings/who-warned-russia.gql"
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
    ROW("lexicons/matters.tsv", matters),
    ROW("lexicons/things.tsv", things),
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
    ROW("CHANGELOG.md", changelog),
    ROW("model/english.model", english_model),
    ROW("lexicons/places.tsv", places),
    ROW("lexicons/firstnames.tsv", firstnames),
    ROW("lexicons/headnouns.tsv", headnouns),
    ROW("queries/actors/most-spoken-of.gql", queries_actors_most_spoken_of),
    ROW("queries/actors/what-they-are-to-each-other.gql", queries_actors_what_they_are_to_each_other),
    ROW("queries/attack/arrests.gql", queries_attack_arrests),
    ROW("queries/attack/attack-on-crocus-city-hall.gql", queries_attack_attack_on_crocus_city_hall),
    ROW("queries/attack/what-happened-when.gql", queries_attack_what_happened_when),
    ROW("queries/blame/claims-of-responsibility.gql", queries_blame_claims_of_responsibility),
    ROW("queries/blame/denials.gql", queries_blame_denials),
    ROW("queries/blame/who-blames-whom.gql", queries_blame_who_blames_whom),
    ROW("queries/blame/who-will-not-say.gql", queries_blame_who_will_not_say),
    ROW("queries/blame/without-one-source.gql", queries_blame_without_one_source),
    ROW("queries/figures/known-when.gql", queries_figures_known_when),
    ROW("queries/figures/the-toll-over-time.gql", queries_figures_the_toll_over_time),
    ROW("queries/language/aggregation.gql", queries_language_aggregation),
    ROW("queries/language/paths.gql", queries_language_paths),
    ROW("queries/language/typos-are-explained.gql", queries_language_typos_are_explained),
    ROW("queries/sources/chains.gql", queries_sources_chains),
    ROW("queries/sources/reports.gql", queries_sources_reports),
    ROW("queries/sources/unnamed-speakers.gql", queries_sources_unnamed_speakers),
    ROW("queries/sources/why-is-this-edge-here.gql", queries_sources_why_is_this_edge_here),
    ROW("queries/warnings/reports-behind-irans-warning.gql", queries_warnings_reports_behind_irans_warning),
    ROW("queries/warnings/what-was-foreseen.gql", queries_warnings_what_was_foreseen),
    ROW("queries/warnings/who-warned-russia.gql", queries_warnings_who_warned_russia),
    {NULL, NULL, 0},
};
