/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: the two lists of a secret poll. */
#pragma once

#include "plenum-record.h"
#include "plenum-store.h"

G_BEGIN_DECLS

gboolean   plenum_urn_prepare     (PlenumStore   *store,
                                   const char    *poll,
                                   GError       **error);
gint64     plenum_urn_count       (PlenumStore   *store,
                                   const char    *poll);
gint64     plenum_urn_count_named (PlenumStore   *store,
                                   const char    *poll);
gboolean   plenum_urn_has_voted   (PlenumStore   *store,
                                   const char    *poll,
                                   const char    *participant);
char      *plenum_urn_put         (PlenumStore   *store,
                                   PlenumRecord  *ballot,
                                   GPtrArray     *options,
                                   GError       **error);
gboolean   plenum_urn_take        (PlenumStore   *store,
                                   const char    *poll,
                                   const char    *participant,
                                   const char    *receipt,
                                   GError       **error);
GPtrArray *plenum_urn_open        (PlenumStore   *store,
                                   const char    *poll,
                                   GError       **error);
gboolean   plenum_urn_settle      (PlenumStore   *store,
                                   GError       **error);
gboolean   plenum_urn_erase       (PlenumStore   *store,
                                   const char    *workshop,
                                   GError       **error);

G_END_DECLS
