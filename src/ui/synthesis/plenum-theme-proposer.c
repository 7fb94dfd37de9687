/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposes themes for cards, on a thread of its own. What the cards are compared by
 * is worked out once, so that more or fewer themes come quickly. */
#include "plenum-theme-proposer.h"

#include <glib/gi18n.h>

#include "plenum-themes.h"

/* A theme that people have, and those of its cards that have to stay in it. */
typedef struct
{
  PlenumRecord  *record;
  char         **ideas;
} Known;

struct _PlenumThemeProposer
{
  GObject            parent_instance;

  PlenumCorpus      *corpus;
  GPtrArray         *known;   /* of Known */
  GMutex             mutex;   /* one run at a time: it guards what follows */
  PlenumTextVectors *vectors; /* nullable: not worked out yet */
  gboolean           sealed;
};

G_DEFINE_FINAL_TYPE (PlenumThemeProposer, plenum_theme_proposer, G_TYPE_OBJECT)

static void
known_free (gpointer data)
{
  Known *known = data;

  g_object_unref (known->record);
  g_strfreev (known->ideas);
  g_free (known);
}

static void
proposed_free (gpointer data)
{
  PlenumProposedTheme *theme = data;

  g_object_unref (theme->record);
  g_strfreev (theme->ideas);
  g_free (theme->typicalities);
  g_free (theme);
}

static void
plenum_theme_proposer_finalize (GObject *object)
{
  PlenumThemeProposer *self = PLENUM_THEME_PROPOSER (object);

  g_clear_pointer (&self->vectors, plenum_text_vectors_free);
  plenum_corpus_unref (self->corpus);
  g_ptr_array_unref (self->known);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (plenum_theme_proposer_parent_class)->finalize (object);
}

static void
plenum_theme_proposer_class_init (PlenumThemeProposerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_theme_proposer_finalize;
}

static void
plenum_theme_proposer_init (PlenumThemeProposer *self)
{
  self->corpus = plenum_corpus_new ();
  self->known = g_ptr_array_new_with_free_func (known_free);
  g_mutex_init (&self->mutex);
}

PlenumThemeProposer *
plenum_theme_proposer_new (void)
{
  return g_object_new (PLENUM_TYPE_THEME_PROPOSER, NULL);
}

/**
 * plenum_theme_proposer_add_card:
 * @language: (nullable): "de", "en", or %NULL to find it out
 *
 * To be called before the first run.
 */
void
plenum_theme_proposer_add_card (PlenumThemeProposer *self, const char *id, const char *text, const char *language)
{
  g_return_if_fail (PLENUM_IS_THEME_PROPOSER (self));

  plenum_corpus_add (self->corpus, id, text, language);
}

/**
 * plenum_theme_proposer_add_theme:
 * @theme: one that there is and that stays
 * @ideas: ids of its cards, which stay in it
 *
 * To be called before the first run.
 */
void
plenum_theme_proposer_add_theme (PlenumThemeProposer *self, PlenumRecord *theme, const char * const *ideas)
{
  Known *known;

  g_return_if_fail (PLENUM_IS_THEME_PROPOSER (self));

  known = g_new (Known, 1);
  known->record = g_object_ref (theme);
  known->ideas = g_strdupv ((char **) ideas);
  g_ptr_array_add (self->known, known);
}

static PlenumProposedTheme *
make_theme (PlenumThemeProposer *self, PlenumThemes *themes, guint number)
{
  const PlenumTheme *found = plenum_themes_get (themes, number);
  PlenumProposedTheme *theme = g_new0 (PlenumProposedTheme, 1);

  theme->known = number < self->known->len;
  if (theme->known)
    theme->record = g_object_ref (((Known *) self->known->pdata[number])->record);
  else
    {
      theme->record = plenum_record_new (PLENUM_THEME, NULL);
      plenum_record_set_text (theme->record, PLENUM_THEME_TITLE, *found->name != '\0' ? found->name : _("Without words"));
    }
  theme->ideas = g_new0 (char *, found->members->len + 1);
  theme->typicalities = g_new0 (double, found->members->len);
  for (guint i = 0; i < found->members->len; i++)
    {
      guint text = g_array_index (found->members, guint, i);

      theme->ideas[i] = g_strdup (plenum_corpus_get (self->corpus, text)->id);
      theme->typicalities[i] = plenum_themes_get_typicality (themes, text);
    }

  return theme;
}

static PlenumThemes *
find (PlenumThemeProposer *self, guint n_themes, GCancellable *cancellable, GError **error)
{
  g_autofree PlenumKnownTheme *known = g_new0 (PlenumKnownTheme, self->known->len + 1);
  PlenumThemeOptions options = { .n_themes = n_themes, .known = known, .n_known = self->known->len };

  if (!self->sealed && !plenum_corpus_seal (self->corpus, error))
    return NULL;
  self->sealed = TRUE;
  if (self->vectors == NULL && (self->vectors = plenum_text_vectors_new (self->corpus, NULL, NULL, cancellable, error)) == NULL)
    return NULL;

  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *theme = self->known->pdata[i];

      known[i].name = plenum_record_get_text (theme->record, PLENUM_THEME_TITLE);
      known[i].ids = (const char * const *) theme->ideas;
    }

  return plenum_themes_find (self->vectors, &options, cancellable, error);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlenumThemeProposer *self = source;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumThemes) themes = find (self, GPOINTER_TO_UINT (data), cancellable, &error);
  GPtrArray *proposed;

  if (themes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  proposed = g_ptr_array_new_with_free_func (proposed_free);
  for (guint i = 0; i < plenum_themes_get_n (themes); i++)
    g_ptr_array_add (proposed, make_theme (self, themes, i));
  g_task_return_pointer (task, proposed, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plenum_theme_proposer_run_async:
 * @n_themes: how many, or 0 to let the texts decide
 */
void
plenum_theme_proposer_run_async (PlenumThemeProposer *self,
                                 guint                n_themes,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (PLENUM_IS_THEME_PROPOSER (self));

  g_task_set_source_tag (task, plenum_theme_proposer_run_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (n_themes), NULL);
  g_task_run_in_thread (task, run);
}

/**
 * plenum_theme_proposer_run_finish:
 *
 * Returns: (transfer full) (nullable) (element-type PlenumProposedTheme): the themes,
 *   those that there were first
 */
GPtrArray *
plenum_theme_proposer_run_finish (PlenumThemeProposer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
