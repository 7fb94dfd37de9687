/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumCorpus PlenumCorpus;

/* One text of a corpus; all of it belongs to the corpus. */
typedef struct
{
  const char *id;
  const char *text;     /* valid UTF-8, NFC */
  const char *language; /* "de", "en", or NULL: to be found out */
} PlenumText;

PlenumCorpus     *plenum_corpus_new      (void);
PlenumCorpus     *plenum_corpus_ref      (PlenumCorpus  *self);
void              plenum_corpus_unref    (PlenumCorpus  *self);
void              plenum_corpus_add      (PlenumCorpus  *self,
                                          const char    *id,
                                          const char    *text,
                                          const char    *language);
gboolean          plenum_corpus_seal     (PlenumCorpus  *self,
                                          GError       **error);
guint             plenum_corpus_get_size (PlenumCorpus  *self);
const PlenumText *plenum_corpus_get      (PlenumCorpus  *self,
                                          guint          index);
gboolean          plenum_corpus_find     (PlenumCorpus  *self,
                                          const char    *id,
                                          guint         *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCorpus, plenum_corpus_unref)

G_END_DECLS
