/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the scanner: the bytes of a JSON document, its words and where they stand. */
#pragma once

#include "plenum-json-scanner.h"

G_BEGIN_DECLS

typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable; /* of the call that runs */
  char         *name;
  guint8       *buffer;
  gsize         pos, filled;
  guint64       consumed;    /* bytes before the buffer */
  guint64       line;
  guint64       line_start;  /* byte where it begins */
  GString      *text;        /* the last string */
  gint64        integer;     /* the last number */
  double        real;
} PlenumJsonLexer;

void     plenum_json_lexer_init        (PlenumJsonLexer  *self,
                                        GInputStream     *stream,
                                        const char       *name);
void     plenum_json_lexer_clear       (PlenumJsonLexer  *self);
gboolean plenum_json_lexer_fail        (PlenumJsonLexer  *self,
                                        PlenumJsonError   code,
                                        const char       *message,
                                        GError          **error);
guint64  plenum_json_lexer_get_offset  (PlenumJsonLexer  *self);
int      plenum_json_lexer_peek        (PlenumJsonLexer  *self,
                                        GError          **error);
gboolean plenum_json_lexer_peek_line   (PlenumJsonLexer  *self,
                                        const char      **line,
                                        gsize            *length,
                                        GError          **error);
int      plenum_json_lexer_need        (PlenumJsonLexer  *self,
                                        GError          **error);
gboolean plenum_json_lexer_skip_space  (PlenumJsonLexer  *self,
                                        GError          **error);
gboolean plenum_json_lexer_read_string (PlenumJsonLexer  *self,
                                        GError          **error);
gboolean plenum_json_lexer_read_number (PlenumJsonLexer  *self,
                                        PlenumJsonToken  *token,
                                        GError          **error);
gboolean plenum_json_lexer_read_word   (PlenumJsonLexer  *self,
                                        const char       *word,
                                        GError          **error);

G_END_DECLS
