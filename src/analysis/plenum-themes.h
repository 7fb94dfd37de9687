/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-constraints.h"
#include "plenum-text-vectors.h"
#include "plenum-theme-names.h"

G_BEGIN_DECLS

typedef struct _PlenumThemes PlenumThemes;

/* A theme that people have: its name stays, and so do the texts that are in it. */
typedef struct
{
  const char         *name; /* nullable: by its words */
  const char * const *ids;
} PlenumKnownTheme;

typedef struct
{
  guint                   n_themes;      /* 0: chosen by the texts */
  PlenumConstraints      *constraints;   /* nullable; resolved */
  const PlenumKnownTheme *known;         /* they come first, in this order */
  guint                   n_known;
  PlenumProgressFunc      progress;      /* nullable; called on the thread that works */
  gpointer                progress_data;
} PlenumThemeOptions;

typedef struct
{
  char      *name;           /* empty if its texts have no words */
  GPtrArray *keywords;       /* of char */
  GArray    *members;        /* guint, ascending */
  guint      representative; /* the text nearest to the centre */
  double     cohesion;       /* how near the texts are to it, from 0 to 1 */
} PlenumTheme;

PlenumThemes      *plenum_themes_find           (PlenumTextVectors         *vectors,
                                                 const PlenumThemeOptions  *options,
                                                 GCancellable              *cancellable,
                                                 GError                   **error);
PlenumThemes      *plenum_themes_describe       (PlenumTextVectors         *vectors,
                                                 const guint32             *labels,
                                                 guint                      n_themes);
void               plenum_themes_free           (PlenumThemes              *self);
guint              plenum_themes_get_n          (PlenumThemes              *self);
const PlenumTheme *plenum_themes_get            (PlenumThemes              *self,
                                                 guint                      theme);
guint              plenum_themes_get_theme      (PlenumThemes              *self,
                                                 guint                      text);
guint              plenum_themes_get_next_best  (PlenumThemes              *self,
                                                 guint                      text);
double             plenum_themes_get_typicality (PlenumThemes              *self,
                                                 guint                      text);
double             plenum_themes_get_certainty  (PlenumThemes              *self,
                                                 guint                      text);
GArray            *plenum_themes_get_unassigned (PlenumThemes              *self);
const guint32     *plenum_themes_get_labels     (PlenumThemes              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumThemes, plenum_themes_free)

G_END_DECLS
