/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-settings.h"

G_BEGIN_DECLS

typedef struct _PlenumMethod PlenumMethod;

typedef enum
{
  PLENUM_SETTING_INTEGER,
  PLENUM_SETTING_CHOICE, /* one of a few words */
  PLENUM_SETTING_TEXT,
} PlenumSettingKind;

typedef struct
{
  const char         *name;          /* in a poll's settings */
  const char         *label;         /* untranslated: plenum_setting_get_label() */
  PlenumSettingKind   kind;
  const char         *default_value; /* of an integer too, in decimal digits */
  gint64              minimum;       /* of an integer */
  gint64              maximum;
  const char * const *choices;       /* %NULL-terminated, of a choice */
} PlenumSetting;

/* What the integer beside an option means on a ballot. */
typedef enum
{
  PLENUM_PAPER_POINTS,  /* points given; by show of hands the points it got */
  PLENUM_PAPER_SET,     /* 1 chosen, 0 not; by show of hands how many chose it */
  PLENUM_PAPER_STANCES, /* 1 agree, -1 disagree, 0 pass; absent: not answered */
} PlenumPaperKind;

const PlenumMethod  *plenum_method_find            (const char            *id);
const PlenumMethod  *plenum_method_get             (guint                  index);
guint                plenum_method_count           (void);
const char          *plenum_method_get_id          (const PlenumMethod    *self);
const char          *plenum_method_get_name        (const PlenumMethod    *self);
const char          *plenum_method_get_purpose     (const PlenumMethod    *self);
const char          *plenum_method_get_rule        (const PlenumMethod    *self);
PlenumPaperKind      plenum_method_get_paper_kind  (const PlenumMethod    *self);
gboolean             plenum_method_takes_hands     (const PlenumMethod    *self);
const PlenumSetting *plenum_method_get_setting     (const PlenumMethod    *self,
                                                    guint                  index);
const PlenumSetting *plenum_method_find_setting    (const PlenumMethod    *self,
                                                    const char            *name);
const char          *plenum_setting_get_label      (const PlenumSetting   *self);
gboolean             plenum_method_check_settings  (const PlenumMethod    *self,
                                                    const PlenumSettings  *settings,
                                                    GError               **error);

G_END_DECLS
