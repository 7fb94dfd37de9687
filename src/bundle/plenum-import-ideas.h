/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: ideas of other programs into a library, each with its
 * author, theme, tags and comments, and known again when they come again. */
#pragma once

#include "plenum-foreign.h"
#include "plenum-import-place.h"

G_BEGIN_DECLS

typedef struct
{
  PlenumImportRun   *run;
  const char        *system;  /* where they come from */
  PlenumImportPlace  place;
  GHashTable        *names;   /* ids and texts that stood there → how often */
  GHashTable        *themes;  /* id of a theme → whether it is there */
  GHashTable        *authors; /* name → id, or NULL for who was deleted */
} PlenumImportIdeas;

void      plenum_import_ideas_init    (PlenumImportIdeas           *self,
                                       PlenumImportRun             *run,
                                       const char                  *system);
void      plenum_import_ideas_clear   (PlenumImportIdeas           *self);
gboolean  plenum_import_ideas_put     (PlenumImportIdeas           *self,
                                       const PlenumForeignIdea     *idea,
                                       char                       **id,
                                       GError                     **error);
gboolean  plenum_import_ideas_comment (PlenumImportIdeas           *self,
                                       const char                  *idea,
                                       const PlenumForeignComment  *comment,
                                       GError                     **error);
char     *plenum_import_ideas_theme   (PlenumImportIdeas           *self,
                                       const PlenumForeignIdea     *idea);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlenumImportIdeas, plenum_import_ideas_clear)

G_END_DECLS
