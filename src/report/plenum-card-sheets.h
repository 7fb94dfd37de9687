/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-card-format.h"
#include "plenum-drawing.h"
#include "plenum-record.h"

G_BEGIN_DECLS

#define PLENUM_POINTS_PER_MM (72 / 25.4)

/* A card to be printed. */
typedef struct
{
  char     *id;
  char     *text;
  int       bold;    /* so many bytes of it are its title */
  char     *kind;
  gboolean  heading;
  gboolean  blank;   /* to be written on by hand */
} PlenumPrintCard;

PlenumPrintCard *plenum_print_card_new_idea  (PlenumRecord          *idea);
PlenumPrintCard *plenum_print_card_new_blank (guint                  number);
void             plenum_print_card_free      (PlenumPrintCard       *self);

PlenumDrawing   *plenum_card_sheets_draw     (const PlenumPrintCard *card,
                                              guint                  format);
GPtrArray       *plenum_card_sheets_new      (GPtrArray             *cards,
                                              guint                  format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPrintCard, plenum_print_card_free)

G_END_DECLS
