/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the kinds of cards look on paper and in pictures: as they do in the window. */
#include "plenum-card-look.h"

/* The paper is what the window mixes on a light ground; the symbols are those of
 * its icons, on a grid of 16. */
static const PlenumCardLook table[] = {
  { "idea", { 0.987, 0.938, 0.704 },
    "M 8 0 C 5.85 0 3.94 1.38 3.26 3.42 C 2.58 5.46 3.28 7.71 5 9 L 5 11 C 5 11.55 5.45 12 6 12 L 10 12 C "
    "10.55 12 11 11.55 11 11 L 11 9 C 12.72 7.71 13.42 5.46 12.74 3.42 C 12.06 1.38 10.15 0 8 0 Z M 8 2 C "
    "9.36 2 10.55 2.91 10.9 4.22 C 11.25 5.54 10.68 6.92 9.5 7.6 L 9 8 L 9 10 L 7 10 L 7 8 L 6.5 7.6 C 5.32 "
    "6.92 4.75 5.54 5.1 4.22 C 5.45 2.91 6.64 2 8 2 Z M 6 13 L 6 14 C 6 15.1 6.9 16 8 16 C 9.1 16 10 15.1 10 "
    "14 L 10 13 Z" },
  { "need", { 0.778, 0.865, 0.970 },
    "M 8 14.5 L 2.3 8.8 C 0.97 7.25 1.06 4.94 2.5 3.5 C 3.94 2.06 6.25 1.97 7.8 3.3 L 8 3.5 L 8.2 3.3 C 9.75 "
    "1.97 12.06 2.06 13.5 3.5 C 14.94 4.94 15.03 7.25 13.7 8.8 Z M 8 11.7 L 12.3 7.4 C 13.05 6.65 13.05 5.45 "
    "12.3 4.7 C 11.55 3.95 10.35 3.95 9.6 4.7 L 8 6.3 L 6.4 4.7 C 5.65 3.95 4.45 3.95 3.7 4.7 C 2.95 5.45 "
    "2.95 6.65 3.7 7.4 Z" },
  { "question", { 1.000, 0.831, 0.680 },
    "M 8 1 C 5.79 1 4 2.79 4 5 L 6 5 C 6 4.06 6.66 3.25 7.57 3.05 C 8.49 2.85 9.43 3.31 9.82 4.17 C 10.21 "
    "5.02 9.95 6.04 9.2 6.6 C 7.9 7.6 7 8.4 7 10 L 7 10.5 L 9 10.5 L 9 10 C 9 9.4 9.3 9.1 10.4 8.2 C 11.78 "
    "7.17 12.34 5.37 11.79 3.74 C 11.25 2.1 9.72 1 8 1 Z M 7 12 L 7 14.2 L 9 14.2 L 9 12 Z" },
  { "resource", { 0.771, 0.933, 0.858 },
    "M 8 0.8 L 1.5 4.2 L 1.5 11.8 L 8 15.2 L 14.5 11.8 L 14.5 4.2 Z M 8 3.1 L 11.5 5 L 8 6.8 L 4.5 5 Z M 3.5 "
    "6.6 L 7 8.4 L 7 12.5 L 3.5 10.7 Z M 12.5 6.6 L 12.5 10.7 L 9 12.5 L 9 8.4 Z" },
  { "remark", { 0.881, 0.880, 0.876 },
    "M 3 1.5 C 1.9 1.5 1 2.4 1 3.5 L 1 9.5 C 1 10.6 1.9 11.5 3 11.5 L 4 11.5 L 4 15 L 8 11.5 L 13 11.5 C 14.1 "
    "11.5 15 10.6 15 9.5 L 15 3.5 C 15 2.4 14.1 1.5 13 1.5 Z M 3 3.5 L 13 3.5 L 13 9.5 L 3 9.5 Z" },
  { "lesson", { 0.888, 0.806, 0.915 },
    "M 8 2 L 0 6 L 8 10 L 14 7 L 14 11 L 16 11 L 16 6 Z M 3 8.8 L 3 11 C 3 12.7 5.2 14 8 14 C 10.8 14 13 12.7 "
    "13 11 L 13 8.8 L 8 11.3 Z" },
};

/* A card may have a colour of its own, which is mostly that of a kind. */
static const struct { const char *colour; PlenumInk paper; } papers[] = {
  { "yellow", { 0.987, 0.938, 0.704 } }, { "orange", { 1.000, 0.831, 0.680 } }, { "red", { 0.979, 0.760, 0.769 } },
  { "purple", { 0.888, 0.806, 0.915 } }, { "blue", { 0.778, 0.865, 0.970 } }, { "green", { 0.771, 0.933, 0.858 } },
  { "grey", { 0.881, 0.880, 0.876 } }, { "white", { 1, 1, 1 } },
};

/**
 * plenum_card_look_find_paper:
 * @kind: (nullable): of an idea
 * @colour: (nullable): its own
 *
 * Returns: (transfer none): what its paper looks like
 */
const PlenumInk *
plenum_card_look_find_paper (const char *kind, const char *colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_strcmp0 (papers[i].colour, colour) == 0)
      return &papers[i].paper;

  return &plenum_card_look_find (kind)->paper;
}

/**
 * plenum_card_look_find:
 * @kind: (nullable): of an idea
 *
 * Returns: (transfer none): its look; that of the first where a newer program made
 *   the kind up
 */
const PlenumCardLook *
plenum_card_look_find (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].kind, kind) == 0)
      return &table[i];

  return &table[0];
}
