/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corpora that tests of the analysis share. */
#pragma once

#include "plenum-corpus.h"

PlenumCorpus *make_sample (const char * const *texts,
                           const char         *language);
PlenumCorpus *make_topics (guint               n,
                           guint               n_topics,
                           gboolean            backwards);
