/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Languages whose stop words and stems are known; words of others stay as they are. */
typedef enum
{
  PLENUM_LANGUAGE_GERMAN,
  PLENUM_LANGUAGE_ENGLISH,
  PLENUM_LANGUAGE_OTHER,
} PlenumLanguage;

PlenumLanguage plenum_language_from_code (const char     *code);
gboolean       plenum_language_guess     (const char     *text,
                                          PlenumLanguage *language);
gboolean       plenum_is_stop_word       (const char     *folded,
                                          PlenumLanguage  language);

G_END_DECLS
