/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-corpus.h"
#include "plenum-progress.h"

G_BEGIN_DECLS

#define PLENUM_SIGNATURE_LENGTH 128

typedef struct _PlenumShingles PlenumShingles;

PlenumShingles *plenum_shingles_new           (PlenumCorpus    *corpus,
                                               GCancellable    *cancellable,
                                               GError         **error);
void            plenum_shingles_free          (PlenumShingles  *self);
guint           plenum_shingles_get_n         (PlenumShingles  *self,
                                               guint            text);
guint64         plenum_shingles_get_whole     (PlenumShingles  *self,
                                               guint            text);
double          plenum_shingles_compare       (PlenumShingles  *self,
                                               guint            a,
                                               guint            b);
void            plenum_shingles_sign          (PlenumShingles  *self,
                                               guint            text,
                                               guint32          signature[PLENUM_SIGNATURE_LENGTH]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumShingles, plenum_shingles_free)

typedef struct _PlenumShingleTable PlenumShingleTable;

PlenumShingleTable *plenum_shingle_table_new     (PlenumShingles      *shingles);
void                plenum_shingle_table_free    (PlenumShingleTable  *self);
void                plenum_shingle_table_set     (PlenumShingleTable  *self,
                                                  guint                text);
double              plenum_shingle_table_compare (PlenumShingleTable  *self,
                                                  guint                text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumShingleTable, plenum_shingle_table_free)

G_END_DECLS
