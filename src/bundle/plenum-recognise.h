/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-input.h"

G_BEGIN_DECLS

/* What is in a file. */
typedef enum
{
  PLENUM_CONTENT_BUNDLE,
  PLENUM_CONTENT_TABLE,
  PLENUM_CONTENT_POLIS_COMMENTS,
  PLENUM_CONTENT_POLIS_VOTES,
  PLENUM_CONTENT_POLIS_PARTICIPANTS,
  PLENUM_CONTENT_POLIS_SUMMARY,
} PlenumContent;

/* A file of a conversation. */
typedef struct
{
  PlenumInput   *input;
  PlenumContent  content;
} PlenumRecognised;

gboolean   plenum_recognise_input (PlenumInput    *input,
                                   const char     *format,
                                   PlenumContent  *content,
                                   GCancellable   *cancellable,
                                   GError        **error);
GPtrArray *plenum_recognise_group (GPtrArray      *inputs,
                                   GArray         *contents,
                                   guint           first);

G_END_DECLS
