/* Loops that need instructions which not every machine has, and that Swift has no words for. What a machine lacks is
   found out when they are called; the caller has a loop of its own for that case. All of them work on whole numbers and
   wrap, so that any loop gives the same result. */
#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* sums[v * rows + r] = the product of row r of `weights` (rows × columns) with vector v of `inputs` (vectors × columns).
   `rows` is a multiple of 4, `columns` of 8. False, and nothing done, on a machine without wide vectors. */
bool hearsay_multiply(
  const int16_t *weights, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums);

/* How many rows stand side by side in a matrix for hearsay_multiply_packed; 0 on a machine that it does nothing on. */
size_t hearsay_packed_rows(void);

/* The same as hearsay_multiply with the matrix in blocks of hearsay_packed_rows() rows, the last filled up with zeros: of
   each block the first two numbers of each row, then the next two. */
bool hearsay_multiply_packed(
  const int16_t *packed, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums);

/* Recurrent units over `count` words, those of the lanes (eight units each) from `first` up to `end`; arrays as
   SentenceNetwork has them. Each number comes out as plain single operations round it: nothing is fused. False, and
   nothing done, on a machine without wide vectors. */
bool hearsay_run_units(
  size_t first, size_t end, bool backwards, size_t lanes, size_t count, const int32_t *sums, const float *bias,
  const float *peepholes, const float *inputs, float product, float *outputs);

/* total[c] = the sum over those rows of `table` (each of `columns` numbers, a multiple of 8) that `chosen` names.
   False, and nothing done, on a machine without wide vectors. */
bool hearsay_sum_rows(const int16_t *table, size_t columns, const uint16_t *chosen, size_t count, int32_t *total);

/* Gives memory that was freed back to the system, where the allocator can be asked to and the program has ever held
   half a gigabyte. */
void hearsay_return_free_memory(void);

/* Keeps memory that was freed, up to 256 MB, where the allocator can be asked to: what is given back has to be cleared by
   the system when it is asked for again. */
void hearsay_keep_freed_memory(void);

/* Bytes that the program has asked for and not freed; 0 where the allocator does not tell. Looks through its lists of free
   pieces: for measurements alone. */
size_t hearsay_allocated_bytes(void);

/* For loops that look whether another thread is done: leaves the processor to others that share it, for some ten
   nanoseconds. */
static inline void hearsay_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
