/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C library's logarithm may differ in its last digit from processor to
 * processor; equal texts shall give equal bytes on all of them. */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* @x above 0. By ln((1 + t) / (1 - t)) = 2 (t + t³/3 + t⁵/5 + …), with |t| below
 * 0.172: twelve terms are as exact as a double is. Only operations that IEEE 754
 * rounds in one way. */
static inline double
plenum_logarithm (double x)
{
  int exponent;
  double mantissa = frexp (x, &exponent), t, square, sum = 0.0;

  if (mantissa < G_SQRT2 / 2.0)
    {
      mantissa *= 2.0;
      exponent--;
    }
  t = (mantissa - 1.0) / (mantissa + 1.0);
  square = t * t;
  for (int i = 23; i >= 1; i -= 2)
    sum = sum * square + 1.0 / i;

  return exponent * G_LN2 + 2.0 * t * sum;
}

G_END_DECLS
