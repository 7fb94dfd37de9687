/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-record.h"

G_BEGIN_DECLS

/* Why a card is in its theme. */
typedef struct
{
  double         typicality; /* how typical it is of the theme, from 0 to 1 */
  double         certainty;  /* how much nearer than the next best one it is, from -1 to 1 */
  char         **words;      /* that weigh most; maybe none */
  char          *theme;      /* the id of the theme */
  char          *next;       /* nullable: the id of the next best one */
} PlenumThemeReason;

/* A theme as the analysis proposes it, or as it sees one that there is. */
typedef struct
{
  PlenumRecord       *record;   /* one that there is, or one that would be made */
  gboolean            known;    /* whether there is such a theme already */
  char              **ideas;    /* of its cards */
  PlenumThemeReason  *reasons;  /* one for each */
  double              cohesion; /* how near its cards are to its middle, from 0 to 1 */
} PlenumProposedTheme;

PlenumProposedTheme *plenum_proposed_theme_new (PlenumRecord       *record,
                                                const char * const *ideas);
void                 plenum_proposed_theme_free (PlenumProposedTheme *self);

#define PLENUM_TYPE_THEME_PROPOSER (plenum_theme_proposer_get_type ())
G_DECLARE_FINAL_TYPE (PlenumThemeProposer, plenum_theme_proposer, PLENUM, THEME_PROPOSER, GObject)

PlenumThemeProposer *plenum_theme_proposer_new       (void);
void                 plenum_theme_proposer_add_card  (PlenumThemeProposer  *self,
                                                      const char           *id,
                                                      const char           *text,
                                                      const char           *language);
void                 plenum_theme_proposer_add_theme (PlenumThemeProposer  *self,
                                                      PlenumRecord         *theme,
                                                      const char * const   *ideas);
void                 plenum_theme_proposer_run_async (PlenumThemeProposer  *self,
                                                      guint                 n_themes,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void                 plenum_theme_proposer_describe_async (PlenumThemeProposer *self,
                                                      GPtrArray            *themes,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
GPtrArray           *plenum_theme_proposer_run_finish (PlenumThemeProposer *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
