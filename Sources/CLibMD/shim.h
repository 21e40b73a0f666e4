#ifndef HEARSAY_LIBMD_SHIM_H
#define HEARSAY_LIBMD_SHIM_H

#include <sys/types.h>
#include <stdint.h>
#include <sha256.h>

#endif
