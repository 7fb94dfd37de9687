/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-csv.h"
#include "plenum-input.h"

G_BEGIN_DECLS

/* What is in a file. */
typedef enum
{
  PLENUM_CONTENT_BUNDLE,
  PLENUM_CONTENT_TABLE,
  PLENUM_CONTENT_FOREIGN_TABLE,
  PLENUM_CONTENT_FOREIGN_JSON,
  PLENUM_CONTENT_ELECTION,
  PLENUM_CONTENT_POLIS_COMMENTS,
  PLENUM_CONTENT_POLIS_VOTES,
  PLENUM_CONTENT_POLIS_PARTICIPANTS,
  PLENUM_CONTENT_POLIS_SUMMARY,
} PlenumContent;

/* What a file is. */
typedef struct
{
  PlenumContent  content;
  const char    *format; /* one of plenum_import_list_formats() */
} PlenumKind;

/* A file of a conversation. */
typedef struct
{
  PlenumInput   *input;
  PlenumContent  content;
} PlenumRecognised;

gboolean   plenum_recognise_input (PlenumInput    *input,
                                   const char     *format,
                                   PlenumKind     *kind,
                                   GCancellable   *cancellable,
                                   GError        **error);
GPtrArray *plenum_recognise_group (GPtrArray      *inputs,
                                   GArray         *kinds,
                                   guint           first);

const char *plenum_recognise_table (PlenumCsvReader *reader);
const char *plenum_recognise_json  (const char      *text,
                                    gsize            length);

G_END_DECLS
