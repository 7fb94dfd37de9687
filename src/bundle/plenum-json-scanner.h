/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PLENUM_JSON_MAX_DEPTH  64
#define PLENUM_JSON_MAX_VALUE  (16 * 1024 * 1024) /* bytes of one value that is read whole */
#define PLENUM_JSON_MAX_NODES  (256 * 1024)       /* numbers, strings, … in it */

#define PLENUM_JSON_ERROR (plenum_json_error_quark ())
GQuark plenum_json_error_quark (void);

typedef enum
{
  PLENUM_JSON_ERROR_SYNTAX,    /* not what RFC 8259 allows */
  PLENUM_JSON_ERROR_TRUNCATED, /* ends too early */
  PLENUM_JSON_ERROR_ENCODING,  /* no UTF-8, a NUL or half a surrogate pair */
  PLENUM_JSON_ERROR_NUMBER,    /* beyond what a double keeps exactly, or infinite */
  PLENUM_JSON_ERROR_DEPTH,     /* nested too deeply */
  PLENUM_JSON_ERROR_TOO_LARGE, /* a value out of bounds */
  PLENUM_JSON_ERROR_DUPLICATE, /* a member twice */
} PlenumJsonError;

typedef enum
{
  PLENUM_JSON_END,
  PLENUM_JSON_OBJECT,
  PLENUM_JSON_OBJECT_END,
  PLENUM_JSON_ARRAY,
  PLENUM_JSON_ARRAY_END,
  PLENUM_JSON_KEY,
  PLENUM_JSON_STRING,
  PLENUM_JSON_INTEGER,
  PLENUM_JSON_DOUBLE,
  PLENUM_JSON_TRUE,
  PLENUM_JSON_FALSE,
  PLENUM_JSON_NULL,
} PlenumJsonToken;

typedef struct _PlenumJsonScanner PlenumJsonScanner;

PlenumJsonScanner *plenum_json_scanner_new         (GInputStream       *stream,
                                                    const char         *name);
void               plenum_json_scanner_free        (PlenumJsonScanner  *self);
gboolean           plenum_json_scanner_next        (PlenumJsonScanner  *self,
                                                    PlenumJsonToken    *token,
                                                    GCancellable       *cancellable,
                                                    GError            **error);
gboolean           plenum_json_scanner_peek_line   (PlenumJsonScanner  *self,
                                                    const char        **line,
                                                    gsize              *length,
                                                    GCancellable       *cancellable,
                                                    GError            **error);
void               plenum_json_scanner_take        (PlenumJsonScanner  *self,
                                                    gsize               length);
const char        *plenum_json_scanner_get_text    (PlenumJsonScanner  *self);
gint64             plenum_json_scanner_get_integer (PlenumJsonScanner  *self);
double             plenum_json_scanner_get_double  (PlenumJsonScanner  *self);
guint64            plenum_json_scanner_get_line    (PlenumJsonScanner  *self);
guint64            plenum_json_scanner_get_offset  (PlenumJsonScanner  *self);
gboolean           plenum_json_scanner_fail        (PlenumJsonScanner  *self,
                                                    PlenumJsonError     code,
                                                    const char         *message,
                                                    GError            **error);
JsonNode          *plenum_json_scanner_read_node   (PlenumJsonScanner  *self,
                                                    PlenumJsonToken     first,
                                                    GCancellable       *cancellable,
                                                    GError            **error);

JsonNode          *plenum_json_parse               (const char         *text,
                                                    gssize              length,
                                                    const char         *name,
                                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumJsonScanner, plenum_json_scanner_free)

G_END_DECLS
