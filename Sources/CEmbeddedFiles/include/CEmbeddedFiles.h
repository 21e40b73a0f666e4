/* The files that travel inside the binary: lexicons, the language model, the bundled case.
   SwiftPM's own resources become a folder beside the binary, or an array literal that takes
   minutes to compile; `#embed` does neither. */
#ifndef HEARSAY_EMBEDDED_FILES_H
#define HEARSAY_EMBEDDED_FILES_H

#include <stddef.h>

typedef struct {
  const char *path;             /* "lexicons/states.tsv" */
  const unsigned char *bytes;   /* not terminated; NULL ends the table */
  size_t count;
} hearsay_embedded_file;

extern const hearsay_embedded_file hearsay_embedded_files[];

/* The same table, for callers whose language sees an array of unknown length as no array. */
static inline const hearsay_embedded_file *hearsay_embedded_file_table(void) { return hearsay_embedded_files; }

#endif
