/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-corpus.h"

G_BEGIN_DECLS

typedef struct _PlenumConstraints PlenumConstraints;

PlenumConstraints *plenum_constraints_new          (void);
void               plenum_constraints_free         (PlenumConstraints  *self);
void               plenum_constraints_add_together (PlenumConstraints  *self,
                                                    const char         *a,
                                                    const char         *b);
void               plenum_constraints_add_apart    (PlenumConstraints  *self,
                                                    const char         *a,
                                                    const char         *b);
gboolean           plenum_constraints_resolve      (PlenumConstraints  *self,
                                                    PlenumCorpus       *corpus,
                                                    GError            **error);
guint              plenum_constraints_get_unit     (PlenumConstraints  *self,
                                                    guint               text);
gboolean           plenum_constraints_are_apart    (PlenumConstraints  *self,
                                                    guint               a,
                                                    guint               b);
gboolean           plenum_constraints_is_apart     (PlenumConstraints  *self,
                                                    guint               text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumConstraints, plenum_constraints_free)

G_END_DECLS
