/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-format.h"

/* A printed code names the row of its card, so that a photo can be measured:
 * rows are only ever added, and their measures never change. */
static const PlenumCardFormat table[] = {
  { .id = "a6-sheet", .page_width = 297, .page_height = 210, .width = 148.5, .height = 105, .columns = 2, .rows = 2,
    .step_x = 148.5, .step_y = 105, .code = 36, .code_edge = 9, .cut = TRUE },
  { .id = "a6", .page_width = 148, .page_height = 105, .width = 148, .height = 105, .columns = 1, .rows = 1,
    .step_x = 148, .step_y = 105, .code = 36, .code_edge = 9 },
  { .id = "card-sheet", .page_width = 210, .page_height = 297, .width = 200, .height = 95, .columns = 1, .rows = 3,
    .left = 5, .top = 6, .step_x = 200, .step_y = 95, .code = 36, .code_edge = 9, .cut = TRUE },
  { .id = "heading-sheet", .page_width = 210, .page_height = 297, .width = 200, .height = 71, .columns = 1, .rows = 4,
    .left = 5, .top = 6.5, .step_x = 200, .step_y = 71, .code = 36, .code_edge = 9, .cut = TRUE, .heading = TRUE },
  { .id = "label-8", .page_width = 210, .page_height = 297, .width = 99.1, .height = 67.7, .columns = 2, .rows = 4,
    .left = 4.65, .top = 13.1, .step_x = 101.6, .step_y = 67.7, .code = 30, .code_edge = 6 },
  { .id = "label-10", .page_width = 210, .page_height = 297, .width = 105, .height = 57, .columns = 2, .rows = 5,
    .top = 6, .step_x = 105, .step_y = 57, .code = 28, .code_edge = 6 },
  { .id = "label-21", .page_width = 210, .page_height = 297, .width = 63.5, .height = 38.1, .columns = 3, .rows = 7,
    .left = 7.25, .top = 15.15, .step_x = 66.04, .step_y = 38.1, .code = 22, .code_edge = 4.5 },
  { .id = "label-24", .page_width = 210, .page_height = 297, .width = 70, .height = 37, .columns = 3, .rows = 8,
    .top = 0.5, .step_x = 70, .step_y = 37, .code = 22, .code_edge = 5.5 },
};

/**
 * plenum_card_format_get_table:
 * @length: (out): how many there are
 *
 * Returns: (transfer none): the formats, in the order in which codes count them
 */
const PlenumCardFormat *
plenum_card_format_get_table (guint *length)
{
  *length = G_N_ELEMENTS (table);

  return table;
}

/**
 * plenum_card_format_find:
 * @id: (nullable): such as "a6-sheet"
 *
 * Returns: its number in the table, or -1
 */
int
plenum_card_format_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      return i;

  return -1;
}
