/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-import-part.h"

G_BEGIN_DECLS

/* Where foreign ideas go: a workshop, an area on one of its boards, and the
 * position after what stands there. */
typedef struct
{
  char       *workshop;
  char       *area;
  char       *position;      /* nullable: of the last idea */
  GHashTable *areas;         /* nullable: folded title → id, or NULL for one that was deleted */
  char       *area_position; /* of the last area that was made */
} PlenumImportPlace;

gboolean plenum_import_place_find  (PlenumImportPlace  *self,
                                    PlenumImportRun    *run,
                                    PlenumRecord       *workshop,
                                    const char         *area_title,
                                    GError            **error);
gboolean plenum_import_place_find_area (PlenumImportPlace  *self,
                                        PlenumImportRun    *run,
                                        const char         *title,
                                        char              **area,
                                        GError            **error);
char    *plenum_import_place_next  (PlenumImportPlace  *self);
void     plenum_import_place_clear (PlenumImportPlace  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlenumImportPlace, plenum_import_place_clear)

G_END_DECLS
