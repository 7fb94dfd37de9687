/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposes themes for cards, on a thread of its own. What the cards are compared by
 * is worked out once, so that more or fewer themes come quickly. */
#include "plenum-theme-proposer.h"

#include <glib/gi18n.h>

#include "plenum-themes.h"

#define MOST_WORDS 5 /* that are named as the reason for a card */

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

/**
 * plenum_proposed_theme_new:
 * @record: a theme that there is
 * @ideas: ids of its cards
 *
 * Returns: (transfer full): the theme, of which nothing else is known yet
 */
PlenumProposedTheme *
plenum_proposed_theme_new (PlenumRecord *record, const char * const *ideas)
{
  PlenumProposedTheme *self = g_new0 (PlenumProposedTheme, 1);

  self->record = g_object_ref (record);
  self->known = TRUE;
  self->ideas = g_strdupv ((char **) ideas);
  self->reasons = g_new0 (PlenumThemeReason, g_strv_length (self->ideas) + 1);

  return self;
}

void
plenum_proposed_theme_free (PlenumProposedTheme *self)
{
  for (guint i = 0; self->ideas[i] != NULL; i++)
    {
      g_strfreev (self->reasons[i].words);
      g_free (self->reasons[i].theme);
      g_free (self->reasons[i].next);
    }
  g_object_unref (self->record);
  g_strfreev (self->ideas);
  g_free (self->reasons);
  g_free (self);
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
  gboolean known = number < self->known->len;
  g_autoptr (PlenumRecord) record = known ? g_object_ref (((Known *) self->known->pdata[number])->record)
                                          : plenum_record_new (PLENUM_THEME, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ideas = NULL;
  PlenumProposedTheme *theme;

  if (!known)
    plenum_record_set_text (record, PLENUM_THEME_TITLE, *found->name != '\0' ? found->name : _("Without words"));
  for (guint i = 0; i < found->members->len; i++)
    g_strv_builder_add (builder, plenum_corpus_get (self->corpus, g_array_index (found->members, guint, i))->id);
  ideas = g_strv_builder_end (builder);
  theme = plenum_proposed_theme_new (record, (const char * const *) ideas);
  theme->known = known;

  return theme;
}

static char **
dup_words (GPtrArray *words)
{
  char **copy = g_new0 (char *, words->len + 1);

  for (guint i = 0; i < words->len; i++)
    copy[i] = g_strdup (words->pdata[i]);

  return copy;
}

/* Says of all cards of @proposed why they are where @themes has them. */
static void
give_reasons (PlenumThemeProposer *self, PlenumThemes *themes, GPtrArray *proposed)
{
  g_autoptr (GPtrArray) words =
    plenum_theme_reasons (self->vectors->terms, plenum_themes_get_labels (themes), proposed->len, MOST_WORDS);

  for (guint i = 0; i < proposed->len; i++)
    {
      PlenumProposedTheme *theme = proposed->pdata[i];

      theme->cohesion = plenum_themes_get (themes, i)->cohesion;
      for (guint k = 0; theme->ideas[k] != NULL; k++)
        {
          PlenumThemeReason *reason = &theme->reasons[k];
          guint text, next;

          if (!plenum_corpus_find (self->corpus, theme->ideas[k], &text))
            continue;
          next = plenum_themes_get_next_best (themes, text);
          reason->typicality = plenum_themes_get_typicality (themes, text);
          reason->certainty = plenum_themes_get_certainty (themes, text);
          reason->words = dup_words (words->pdata[text]);
          reason->theme = g_strdup (plenum_record_get_id (theme->record));
          if (next != PLENUM_NO_THEME)
            reason->next = g_strdup (plenum_record_get_id (((PlenumProposedTheme *) proposed->pdata[next])->record));
        }
    }
}

/* Works out once what the cards are compared by. */
static gboolean
prepare (PlenumThemeProposer *self, GCancellable *cancellable, GError **error)
{
  if (!self->sealed && !plenum_corpus_seal (self->corpus, error))
    return FALSE;
  self->sealed = TRUE;
  if (self->vectors == NULL)
    self->vectors = plenum_text_vectors_new (self->corpus, NULL, NULL, cancellable, error);

  return self->vectors != NULL;
}

static PlenumThemes *
find (PlenumThemeProposer *self, guint n_themes, GCancellable *cancellable, GError **error)
{
  g_autofree PlenumKnownTheme *known = g_new0 (PlenumKnownTheme, self->known->len + 1);
  PlenumThemeOptions options = { .n_themes = n_themes, .known = known, .n_known = self->known->len };

  if (!prepare (self, cancellable, error))
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

  proposed = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_proposed_theme_free);
  for (guint i = 0; i < plenum_themes_get_n (themes); i++)
    g_ptr_array_add (proposed, make_theme (self, themes, i));
  give_reasons (self, themes, proposed);
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

static void
describe (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlenumThemeProposer *self = source;
  GPtrArray *described = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (PlenumThemes) themes = NULL;
  g_autofree guint32 *labels = NULL;
  GError *error = NULL;
  guint n;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!prepare (self, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  n = plenum_corpus_get_size (self->corpus);
  labels = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    labels[i] = PLENUM_NO_THEME;
  for (guint i = 0; i < described->len; i++)
    for (char **idea = ((PlenumProposedTheme *) described->pdata[i])->ideas; *idea != NULL; idea++)
      {
        guint text;

        if (plenum_corpus_find (self->corpus, *idea, &text))
          labels[text] = i;
      }
  themes = plenum_themes_describe (self->vectors, labels, described->len);
  give_reasons (self, themes, described);
  g_task_return_pointer (task, g_ptr_array_ref (described), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plenum_theme_proposer_describe_async:
 * @themes: (transfer full) (element-type PlenumProposedTheme): themes that there are;
 *   not to be touched until it is done
 *
 * Finds out what there is to say of these themes and of the cards in them, and leaves
 * them as they are. To be finished like a run; the answer is @themes.
 */
void
plenum_theme_proposer_describe_async (PlenumThemeProposer *self,
                                      GPtrArray           *themes,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (PLENUM_IS_THEME_PROPOSER (self));

  g_task_set_source_tag (task, plenum_theme_proposer_describe_async);
  g_task_set_task_data (task, themes, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, describe);
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
