/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text search's words: cut by SQLite's own Unicode tokenizer, folded as
 * everywhere in Plenum. A word with an umlaut is two words at one place, so that
 * "für" is found by fuer, fur and für, and finds them. */
#include "plenum-tokenizer.h"

#include <string.h>

#include "plenum-fold.h"
#include "plenum-store.h"

typedef struct
{
  fts5_tokenizer  cutter;
  Fts5Tokenizer  *instance;
  GString        *two, *plain; /* the last word, folded */
} Tokenizer;

typedef struct
{
  Tokenizer *tokenizer;
  void *context;
  int (*token) (void *, int, const char *, int, int, int);
} Target;

static void
tokenizer_free (Fts5Tokenizer *data)
{
  Tokenizer *self = (Tokenizer *) data;

  if (self->instance != NULL)
    self->cutter.xDelete (self->instance);
  g_string_free (self->two, TRUE);
  g_string_free (self->plain, TRUE);
  g_free (self);
}

static int
tokenizer_new (void *api_pointer, const char **arguments, int n_arguments, Fts5Tokenizer **out)
{
  fts5_api *api = api_pointer;
  Tokenizer *self = g_new0 (Tokenizer, 1);
  const char *keep_accents[] = { "remove_diacritics", "0" };
  void *cutter_data;
  int result;

  self->two = g_string_new (NULL);
  self->plain = g_string_new (NULL);
  result = api->xFindTokenizer (api, "unicode61", &cutter_data, &self->cutter);
  if (result == SQLITE_OK)
    result = self->cutter.xCreate (cutter_data, keep_accents, 2, &self->instance);
  if (result != SQLITE_OK)
    {
      tokenizer_free ((Fts5Tokenizer *) self);
      return result;
    }

  *out = (Fts5Tokenizer *) self;
  return SQLITE_OK;
}

static int
fold_token (void *data, int flags, const char *token, int length, int start, int end)
{
  Target *target = data;
  GString *two = target->tokenizer->two;
  GString *plain = target->tokenizer->plain;
  int result;

  plenum_fold_both (token, length, two, plain);
  result = target->token (target->context, flags, two->str, two->len, start, end);
  if (result == SQLITE_OK && !g_string_equal (two, plain))
    result = target->token (target->context, flags | FTS5_TOKEN_COLOCATED, plain->str, plain->len, start, end);

  return result;
}

static int
tokenize (Fts5Tokenizer *data, void *context, int flags, const char *text, int length,
          int (*token) (void *, int, const char *, int, int, int))
{
  Tokenizer *self = (Tokenizer *) data;
  Target target = { self, context, token };

  return self->cutter.xTokenize (self->instance, &target, flags, text, length, fold_token);
}

/**
 * plenum_tokenizer_register:
 * @handle: a connection
 *
 * Makes the tokenizer "plenum" known to it.
 */
gboolean
plenum_tokenizer_register (sqlite3 *handle, GError **error)
{
  fts5_tokenizer tokenizer = { tokenizer_new, tokenizer_free, tokenize };
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (handle, "SELECT fts5(?1)", -1, &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  if (api == NULL || api->xCreateTokenizer (api, "plenum", api, &tokenizer, NULL) != SQLITE_OK)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                           "This SQLite has no full-text search (FTS5)");
      return FALSE;
    }

  return TRUE;
}
