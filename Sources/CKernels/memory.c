#include "CKernels.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void hearsay_return_free_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
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
