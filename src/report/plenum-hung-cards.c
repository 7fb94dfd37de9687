/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the codes on a photo to the cards on the wall. */
#include "plenum-hung-cards.h"

#include <math.h>

#include "plenum-card-format.h"

/**
 * plenum_hung_cards_measure:
 * @codes: (element-type PlenumPhotoCode): what was found on one photo
 *
 * Returns: (transfer full) (element-type PlenumHungCard): where the cards hang, in
 *   the order of @codes
 */
GArray *
plenum_hung_cards_measure (GArray *codes)
{
  guint n_formats;
  const PlenumCardFormat *formats = plenum_card_format_get_table (&n_formats);
  GArray *hung = g_array_new (FALSE, TRUE, sizeof (PlenumHungCard));
  g_autofree PlenumSurveyMark *marks = g_new0 (PlenumSurveyMark, codes->len + 1);
  g_autofree PlenumSurveyPlace *places = g_new0 (PlenumSurveyPlace, codes->len + 1);
  double left = INFINITY, top = INFINITY;

  for (guint i = 0; i < codes->len; i++)
    {
      const PlenumPhotoCode *code = &g_array_index (codes, PlenumPhotoCode, i);

      marks[i].side = formats[code->code.format].code;
      for (guint k = 0; k < 4; k++)
        marks[i].corners[k] = code->corners[k];
    }
  if (!plenum_survey_measure (marks, codes->len, places))
    return hung;

  for (guint i = 0; i < codes->len; i++)
    {
      const PlenumPhotoCode *code = &g_array_index (codes, PlenumPhotoCode, i);
      const PlenumCardFormat *format = &formats[code->code.format];
      double x = format->width / 2 - format->code_edge - format->code / 2;
      double y = format->height / 2 - format->code_edge - format->code / 2;
      double c = cos (places[i].angle), s = sin (places[i].angle);
      PlenumHungCard card = { .code = code->code, .width = format->width, .height = format->height, .angle = places[i].angle };

      card.x = places[i].centre.x - (c * x - s * y) - format->width / 2;
      card.y = places[i].centre.y - (s * x + c * y) - format->height / 2;
      left = MIN (left, card.x);
      top = MIN (top, card.y);
      g_array_append_val (hung, card);
    }
  for (guint i = 0; i < hung->len; i++)
    {
      g_array_index (hung, PlenumHungCard, i).x -= left;
      g_array_index (hung, PlenumHungCard, i).y -= top;
    }

  return hung;
}
