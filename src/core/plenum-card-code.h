/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-uuid.h"

G_BEGIN_DECLS

#define PLENUM_CARD_CODE_LENGTH 29

/* What the code on a card says. */
typedef struct
{
  char     id[PLENUM_UUID_LENGTH + 1]; /* of the idea */
  guint    format;                     /* a row of the table of card formats */
  gboolean blank;                      /* printed without an idea, to be written on by hand */
} PlenumCardCode;

void     plenum_card_code_write      (const PlenumCardCode *code,
                                      char                  text[PLENUM_CARD_CODE_LENGTH + 1]);
gboolean plenum_card_code_read       (const char           *text,
                                      PlenumCardCode       *code);

char    *plenum_card_code_new_blank  (guint                 number);
guint    plenum_card_code_get_number (const char           *id);

G_END_DECLS
