/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The forms of cards, as in moderation: a contribution, a remark, two for headings,
 * a topic. */
typedef enum
{
  PLENUM_FORM_RECTANGLE,
  PLENUM_FORM_OVAL,
  PLENUM_FORM_CIRCLE,
  PLENUM_FORM_STRIP,
  PLENUM_FORM_CLOUD,
} PlenumCardForm;

PlenumCardForm plenum_card_form_find     (const char     *name);
void           plenum_card_form_get_size (PlenumCardForm  form,
                                          const char     *size,
                                          double         *width,
                                          double         *height);

G_END_DECLS
