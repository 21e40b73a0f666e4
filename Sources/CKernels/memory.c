#include "CKernels.h"

#if defined(__linux__)
#include <malloc.h>
#include <sys/resource.h>
#endif

/* What is given back has to be cleared when it is asked for again: a tenth of the time of making a small graph. */
#define LITTLE_KILOBYTES (512 * 1024)

void hearsay_return_free_memory(void) {
#if defined(__GLIBC__)
  struct rusage usage;
  if (getrusage(RUSAGE_SELF, &usage) == 0 && usage.ru_maxrss < LITTLE_KILOBYTES) return;
  malloc_trim(0);
#endif
}

/* As much as the allocator takes from one heap of its own. */
#define LARGE_BYTES (32 << 20)
#define KEPT_BYTES (256 << 20)

void hearsay_keep_freed_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
  mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
#endif
}

size_t hearsay_allocated_bytes(void) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}
