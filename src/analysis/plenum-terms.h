/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-corpus.h"

G_BEGIN_DECLS

#define PLENUM_NO_TERM G_MAXUINT32

/* A stem, or a part of a compound. */
typedef struct
{
  const char *stem;
  const char *written; /* nullable: as most write it; it stands in compounds only */
  guint       n_texts;
  guint       n;       /* how often it stands, in all texts */
} PlenumTerm;

/* A word as it is written, in one language. */
typedef struct
{
  const char *written;
  const char *folded;
  guint       n;
  guint       term;
} PlenumForm;

typedef struct _PlenumTerms PlenumTerms;

PlenumTerms      *plenum_terms_new         (PlenumCorpus   *corpus,
                                            GCancellable   *cancellable,
                                            GError        **error);
void              plenum_terms_free        (PlenumTerms    *self);
guint             plenum_terms_get_n_texts (PlenumTerms    *self);
guint             plenum_terms_get_n       (PlenumTerms    *self);
guint             plenum_terms_get_n_forms (PlenumTerms    *self);
const PlenumTerm *plenum_terms_get         (PlenumTerms    *self,
                                            guint           term);
const PlenumForm *plenum_terms_get_form    (PlenumTerms    *self,
                                            guint           form);
const guint32    *plenum_terms_get_text    (PlenumTerms    *self,
                                            guint           text,
                                            guint          *n);
const guint32    *plenum_terms_get_forms   (PlenumTerms    *self,
                                            guint           text,
                                            guint          *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTerms, plenum_terms_free)

G_END_DECLS
