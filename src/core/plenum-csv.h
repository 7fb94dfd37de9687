/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files come from anywhere: no line, field or record may fill the memory. */
#define PLENUM_CSV_MAX_FIELD   (1024 * 1024)      /* bytes of UTF-8 */
#define PLENUM_CSV_MAX_RECORD  (16 * 1024 * 1024) /* the same */
#define PLENUM_CSV_MAX_COLUMNS 4096

#define PLENUM_CSV_ERROR (plenum_csv_error_quark ())
GQuark plenum_csv_error_quark (void);

typedef enum
{
  PLENUM_CSV_ERROR_ENCODING,  /* fits no encoding we read, or mixes two */
  PLENUM_CSV_ERROR_NUL,       /* a NUL byte: no text file */
  PLENUM_CSV_ERROR_QUOTE,     /* a quoted field that does not end where it should */
  PLENUM_CSV_ERROR_TOO_LARGE, /* a field, a record or a number of columns out of bounds */
} PlenumCsvError;

typedef struct _PlenumCsvReader PlenumCsvReader;
typedef struct _PlenumCsvWriter PlenumCsvWriter;

PlenumCsvReader *plenum_csv_reader_new           (GInputStream      *stream,
                                                  const char        *name);
void             plenum_csv_reader_free          (PlenumCsvReader   *self);
void             plenum_csv_reader_set_raw_last  (PlenumCsvReader   *self,
                                                  guint              n_columns);
gboolean         plenum_csv_reader_read          (PlenumCsvReader   *self,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
guint            plenum_csv_reader_get_n_fields  (PlenumCsvReader   *self);
const char      *plenum_csv_reader_get_field     (PlenumCsvReader   *self,
                                                  guint              index);
guint64          plenum_csv_reader_get_line      (PlenumCsvReader   *self);
char             plenum_csv_reader_get_separator (PlenumCsvReader   *self);
const char      *plenum_csv_reader_get_encoding  (PlenumCsvReader   *self);

const char      *plenum_csv_plain_text           (const char        *field);

PlenumCsvWriter *plenum_csv_writer_new           (GOutputStream     *stream,
                                                  char               separator);
void             plenum_csv_writer_free          (PlenumCsvWriter   *self);
void             plenum_csv_writer_add_text      (PlenumCsvWriter   *self,
                                                  const char        *text);
void             plenum_csv_writer_add_integer   (PlenumCsvWriter   *self,
                                                  gint64             value);
void             plenum_csv_writer_add_number    (PlenumCsvWriter   *self,
                                                  const char        *number);
gboolean         plenum_csv_writer_end_record    (PlenumCsvWriter   *self,
                                                  GCancellable      *cancellable,
                                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCsvReader, plenum_csv_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCsvWriter, plenum_csv_writer_free)

G_END_DECLS
