#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#define WIDEST __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
#define WIDE __attribute__((target("avx2")))
#define INLINED __attribute__((always_inline))
#define UNROLLED _Pragma("clang loop unroll(full)")

/* Of one direction: a network of 1,024 units a word. */
#define MOST_LANES 64

/* 0: neither, 1: 256 bits, 2: 512 bits with sums of products in one instruction. */
static int width_of_vectors(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni"))
    return 2;
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}

/* The sums of four vectors side by side. */
WIDE static inline __m128i four_sums(__m256i a, __m256i b, __m256i c, __m256i d) {
  __m256i both = _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
  return _mm_add_epi32(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
}

/* Sums of products of pairs. Clang makes two instructions of the intrinsic in loops like those below: 87 thousand million
   products a second, where this gives 110. */
WIDEST INLINED static inline __m512i widest_step(__m512i sums, __m512i a, __m512i b) {
  __asm__("vpdpwssd %2, %1, %0" : "+v"(sums) : "v"(a), "v"(b));
  return sums;
}

/* `tile` vectors with one or two blocks of sixteen rows: a lane belongs to a row, so that no lanes are summed up at the
   end, and a pair of a vector's numbers is loaded once for both blocks. */
WIDEST INLINED static inline void widest_tile(
  const int16_t *w, size_t columns, const int16_t *x, int32_t *sums, size_t rows, __mmask16 last, const int blocks,
  const int tile) {
  __m512i acc[8][2];
  UNROLLED for (int v = 0; v < tile; v++)
    UNROLLED for (int b = 0; b < blocks; b++) acc[v][b] = _mm512_setzero_si512();
  for (size_t c = 0; c < columns; c += 2) {
    __m512i row[2];
    UNROLLED for (int b = 0; b < blocks; b++) row[b] = _mm512_loadu_si512(w + (b * columns + c) * 16);
    UNROLLED for (int v = 0; v < tile; v++) {
      int32_t pair;
      memcpy(&pair, x + v * columns + c, sizeof pair);
      __m512i input = _mm512_set1_epi32(pair);
      UNROLLED for (int b = 0; b < blocks; b++) acc[v][b] = widest_step(acc[v][b], row[b], input);
    }
  }
  UNROLLED for (int v = 0; v < tile; v++)
    UNROLLED for (int b = 0; b < blocks; b++)
      _mm512_mask_storeu_epi32(sums + v * rows + b * 16, b + 1 == blocks ? last : 0xFFFF, acc[v][b]);
}

WIDEST INLINED static inline void widest_blocks(
  const int16_t *w, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums, size_t rows, __mmask16 last,
  const int blocks) {
  size_t v = 0;
  for (; v + 8 <= vectors; v += 8)
    widest_tile(w, columns, inputs + v * columns, sums + v * rows, rows, last, blocks, 8);
  for (; v + 4 <= vectors; v += 4)
    widest_tile(w, columns, inputs + v * columns, sums + v * rows, rows, last, blocks, 4);
  for (; v + 2 <= vectors; v += 2)
    widest_tile(w, columns, inputs + v * columns, sums + v * rows, rows, last, blocks, 2);
  if (v < vectors) widest_tile(w, columns, inputs + v * columns, sums + v * rows, rows, last, blocks, 1);
}

WIDEST static void widest_multiply(
  const int16_t *packed, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums) {
  for (size_t r = 0; r < rows; r += 32) {
    size_t left = rows - r;
    const int16_t *w = packed + r * columns;
    __mmask16 last = left % 16 == 0 || left >= 32 ? 0xFFFF : (1u << left % 16) - 1;
    if (left > 16)
      widest_blocks(w, columns, inputs, vectors, sums + r, rows, last, 2);
    else
      widest_blocks(w, columns, inputs, vectors, sums + r, rows, last, 1);
  }
}

/* Sixteen numbers, or the last eight. */
WIDE static inline __m256i load(const int16_t *from, size_t left) {
  return left >= 16 ? _mm256_loadu_si256((const __m256i *)from)
                    : _mm256_zextsi128_si256(_mm_loadu_si128((const __m128i *)from));
}

WIDE static inline void wide_tile(
  const int16_t *w, size_t columns, const int16_t *x, int32_t *sums, size_t rows, const int tile) {
  __m256i acc[2][4];
  for (int v = 0; v < tile; v++)
    for (int r = 0; r < 4; r++) acc[v][r] = _mm256_setzero_si256();
  for (size_t c = 0; c < columns; c += 16) {
    __m256i input[2];
    for (int v = 0; v < tile; v++) input[v] = load(x + v * columns + c, columns - c);
    for (int r = 0; r < 4; r++) {
      __m256i row = load(w + r * columns + c, columns - c);
      for (int v = 0; v < tile; v++) acc[v][r] = _mm256_add_epi32(acc[v][r], _mm256_madd_epi16(row, input[v]));
    }
  }
  for (int v = 0; v < tile; v++)
    _mm_storeu_si128((__m128i *)(sums + v * rows), four_sums(acc[v][0], acc[v][1], acc[v][2], acc[v][3]));
}

WIDE static void wide_multiply(
  const int16_t *weights, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums) {
  for (size_t r = 0; r < rows; r += 4) {
    const int16_t *w = weights + r * columns;
    size_t v = 0;
    for (; v + 2 <= vectors; v += 2) wide_tile(w, columns, inputs + v * columns, sums + v * rows + r, rows, 2);
    for (; v < vectors; v++) wide_tile(w, columns, inputs + v * columns, sums + v * rows + r, rows, 1);
  }
}

WIDE static void wide_sum_rows(
  const int16_t *table, size_t columns, const uint16_t *chosen, size_t count, int32_t *total) {
  /* 64 columns at a time stay in registers over all rows. */
  size_t c = 0;
  for (; c + 64 <= columns; c += 64) {
    __m256i sum[8];
    for (int i = 0; i < 8; i++) sum[i] = _mm256_setzero_si256();
    for (size_t r = 0; r < count; r++) {
      const __m128i *row = (const __m128i *)(table + (size_t)chosen[r] * columns + c);
      for (int i = 0; i < 8; i++) sum[i] = _mm256_add_epi32(sum[i], _mm256_cvtepi16_epi32(_mm_loadu_si128(row + i)));
    }
    for (int i = 0; i < 8; i++) _mm256_storeu_si256((__m256i *)(total + c) + i, sum[i]);
  }
  for (; c < columns; c += 8) {
    __m256i sum = _mm256_setzero_si256();
    for (size_t r = 0; r < count; r++)
      sum = _mm256_add_epi32(
        sum, _mm256_cvtepi16_epi32(_mm_loadu_si128((const __m128i *)(table + (size_t)chosen[r] * columns + c))));
    _mm256_storeu_si256((__m256i *)(total + c), sum);
  }
}

WIDE static inline __m256 gate(__m256 x) {
  const __m256 half = _mm256_set1_ps(0.5f);
  __m256 y = _mm256_mul_ps(x, half);
  __m256 root = _mm256_sqrt_ps(_mm256_add_ps(_mm256_set1_ps(1), _mm256_mul_ps(y, y)));
  return _mm256_add_ps(half, _mm256_div_ps(_mm256_mul_ps(half, y), root));
}

/* A word at a time and its lanes within, which do not wait for each other. */
WIDE static void wide_run_units(
  size_t first, size_t end, bool backwards, size_t lanes, size_t count, const int32_t *sums, const float *bias,
  const float *peepholes, const float *inputs, float product, float *outputs) {
  const __m256 unit = _mm256_set1_ps(product);
  __m256 states[MOST_LANES];
  for (size_t lane = first; lane < end; lane++) states[lane - first] = _mm256_setzero_ps();
  for (size_t step = 0; step < count; step++) {
    size_t word = backwards ? count - 1 - step : step;
    for (size_t lane = first; lane < end; lane++) {
      __m256 state = states[lane - first];
      __m256 part[3];
      for (size_t p = 0; p < 3; p++) {
        size_t place = (p * lanes + lane) * 8;
        __m256i sum = _mm256_loadu_si256((const __m256i *)(sums + word * lanes * 24 + place));
        part[p] = _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(sum), unit), _mm256_loadu_ps(bias + place));
      }
      __m256 forget = gate(_mm256_add_ps(part[1], _mm256_mul_ps(_mm256_loadu_ps(peepholes + lane * 8), state)));
      __m256 output =
        gate(_mm256_add_ps(part[2], _mm256_mul_ps(_mm256_loadu_ps(peepholes + (lanes + lane) * 8), state)));
      __m256 input = _mm256_loadu_ps(inputs + (word * lanes + lane) * 8);
      state = _mm256_add_ps(part[0], _mm256_mul_ps(forget, _mm256_sub_ps(state, part[0])));
      states[lane - first] = state;
      _mm256_storeu_ps(
        outputs + (word * lanes + lane) * 8, _mm256_add_ps(input, _mm256_mul_ps(output, _mm256_sub_ps(state, input))));
    }
  }
}

bool hearsay_run_units(
  size_t first, size_t end, bool backwards, size_t lanes, size_t count, const int32_t *sums, const float *bias,
  const float *peepholes, const float *inputs, float product, float *outputs) {
  if (width_of_vectors() == 0 || end < first || end - first > MOST_LANES) return false;
  wide_run_units(first, end, backwards, lanes, count, sums, bias, peepholes, inputs, product, outputs);
  return true;
}

bool hearsay_multiply(
  const int16_t *weights, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums) {
  if (width_of_vectors() == 0) return false;
  wide_multiply(weights, rows, columns, inputs, vectors, sums);
  return true;
}

size_t hearsay_packed_rows(void) { return width_of_vectors() == 2 ? 16 : 0; }

bool hearsay_multiply_packed(
  const int16_t *packed, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums) {
  if (width_of_vectors() != 2) return false;
  widest_multiply(packed, rows, columns, inputs, vectors, sums);
  return true;
}

bool hearsay_sum_rows(const int16_t *table, size_t columns, const uint16_t *chosen, size_t count, int32_t *total) {
  if (width_of_vectors() == 0) return false;
  wide_sum_rows(table, columns, chosen, count, total);
  return true;
}

#else

bool hearsay_run_units(
  size_t first, size_t end, bool backwards, size_t lanes, size_t count, const int32_t *sums, const float *bias,
  const float *peepholes, const float *inputs, float product, float *outputs) {
  (void)first, (void)end, (void)backwards, (void)lanes, (void)count, (void)sums, (void)bias, (void)peepholes;
  (void)inputs, (void)product, (void)outputs;
  return false;
}

bool hearsay_multiply(
  const int16_t *weights, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums) {
  (void)weights, (void)rows, (void)columns, (void)inputs, (void)vectors, (void)sums;
  return false;
}

size_t hearsay_packed_rows(void) { return 0; }

bool hearsay_multiply_packed(
  const int16_t *packed, size_t rows, size_t columns, const int16_t *inputs, size_t vectors, int32_t *sums) {
  (void)packed, (void)rows, (void)columns, (void)inputs, (void)vectors, (void)sums;
  return false;
}

bool hearsay_sum_rows(const int16_t *table, size_t columns, const uint16_t *chosen, size_t count, int32_t *total) {
  (void)table, (void)columns, (void)chosen, (void)count, (void)total;
  return false;
}

#endif
