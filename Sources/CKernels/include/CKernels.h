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

/* total[c] = the sum over those rows of `table` (each of `columns` numbers, a multiple of 8) that `chosen` names.
   False, and nothing done, on a machine without wide vectors. */
bool hearsay_sum_rows(const int16_t *table, size_t columns, const uint16_t *chosen, size_t count, int32_t *total);

#endif
