/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the entries of a board model what the library says. What an announcement
 * touches is noted, and looked at again when all lists have heard of it. */
#include "plenum-board-model-private.h"

#include "plenum-answers.h"

/* Cards inside cards inside cards; more is a circle. */
#define MOST_FACES 16

static PlenumRecordList *
get_list (PlenumBoardModel *self, PlenumRecordType type)
{
  return plenum_workshop_model_get_list (self->workshop, type);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char **) a, *(const char **) b);
}

/* The names of what the records refer to or are called, sorted, with commas. */
static char *
join_names (PlenumBoardModel *self, GPtrArray *records, gboolean memberships)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      PlenumRecord *record = records->pdata[i];
      const char *name;

      if (!memberships)
        name = plenum_record_get_text (record, PLENUM_TAG_NAME);
      else
        {
          record = plenum_record_list_lookup (get_list (self, PLENUM_THEME),
                                              plenum_record_get_text (record, PLENUM_MEMBERSHIP_THEME));
          if (record == NULL || !plenum_record_is_null (record, PLENUM_THEME_AREA))
            continue;
          name = plenum_record_get_text (record, PLENUM_THEME_TITLE);
        }
      if (name != NULL)
        g_ptr_array_add (names, (gpointer) name);
    }

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
dup_author (PlenumBoardModel *self, PlenumRecord *idea)
{
  PlenumRecord *author = plenum_record_list_lookup (get_list (self, PLENUM_PARTICIPANT),
                                                    plenum_record_get_text (idea, PLENUM_IDEA_AUTHOR));
  const char *name;

  if (author == NULL)
    return NULL;

  name = plenum_record_get_text (author, PLENUM_PARTICIPANT_NAME);
  return g_strdup (name != NULL && *name != '\0' ? name : plenum_record_get_text (author, PLENUM_PARTICIPANT_PSEUDONYM));
}

static PlenumBoardArea *
find_area (PlenumBoardModel *self, const char *id)
{
  PlenumBoardArea *area = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return area != NULL ? area : self->unplaced;
}

/* After a merge a card can be in two stacks; it is shown in the same one everywhere. */
static PlenumBoardEntry *
find_stack (PlenumBoardModel *self, const char *idea)
{
  GPtrArray *memberships = plenum_record_index_find (self->indexes[BY_IDEA], idea);
  PlenumBoardEntry *found = NULL;

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      const char *theme = plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_THEME);
      PlenumBoardEntry *stack = theme != NULL ? g_hash_table_lookup (self->entries, theme) : NULL;

      if (stack != NULL && (found == NULL || g_strcmp0 (stack->id, found->id) < 0))
        found = stack;
    }

  return found;
}

/* Whether a card is shown by another one, which it was merged into. Should two
 * laptops have merged two cards into each other, both are shown. */
static gboolean
is_inside (PlenumBoardModel *self, PlenumRecord *idea)
{
  for (guint depth = 0; depth < MOST_FACES; depth++)
    {
      PlenumRecord *face = plenum_record_list_lookup (get_list (self, PLENUM_IDEA), plenum_record_get_text (idea, PLENUM_IDEA_FACE));

      if (face == NULL)
        return depth > 0;
      idea = face;
    }

  return FALSE;
}

/* What the cards inside say, and how many comments they have, at every depth. */
static void
look_inside (PlenumBoardModel *self, const char *face, GString *texts, guint *n_comments, guint depth)
{
  GPtrArray *inside = plenum_record_index_find (self->indexes[INSIDE], face);

  for (guint i = 0; inside != NULL && i < inside->len && depth < MOST_FACES; i++)
    {
      const char *id = plenum_record_get_id (inside->pdata[i]);
      const char *title = plenum_record_get_text (inside->pdata[i], PLENUM_IDEA_TITLE);
      const char *text = plenum_record_get_text (inside->pdata[i], PLENUM_IDEA_TEXT);
      GPtrArray *comments = plenum_record_index_find (self->indexes[COMMENTS], id);

      g_string_append_printf (texts, "%s\n%s\n", title != NULL ? title : "", text != NULL ? text : "");
      *n_comments += comments != NULL ? comments->len : 0;
      look_inside (self, id, texts, n_comments, depth + 1);
    }
}

static void
mark_area (GHashTable *areas, PlenumBoardArea *area)
{
  if (area != NULL && !g_hash_table_contains (areas, area))
    g_hash_table_add (areas, g_object_ref (area));
}

static void
take_out (PlenumBoardEntry *entry, GHashTable *areas)
{
  mark_area (areas, entry->area);
  if (entry->area != NULL)
    plenum_board_area_remove (entry->area, entry);
}

static void
drop_entry (PlenumBoardModel *self, PlenumBoardEntry *entry, GHashTable *areas)
{
  take_out (entry, areas);
  plenum_board_entry_set_stack (entry, NULL);
  plenum_card_selection_forget (self->selection, entry);
  g_hash_table_remove (self->entries, entry->id);
}

/* Sorts @entry in where it shall be, unless it is there already. */
static void
place (PlenumBoardEntry *entry, PlenumBoardArea *area, PlenumBoardEntry *stack, const char *position, GHashTable *areas)
{
  mark_area (areas, area);
  if (entry->area == area && entry->stack == stack && g_strcmp0 (entry->position, position) == 0)
    return;

  take_out (entry, areas);
  plenum_board_entry_set_stack (entry, stack);
  g_free (entry->position);
  entry->position = g_strdup (position);
  plenum_board_area_insert (area, entry);
}

static PlenumBoardEntry *
get_entry (PlenumBoardModel *self, PlenumRecord *record)
{
  PlenumBoardEntry *entry = g_hash_table_lookup (self->entries, plenum_record_get_id (record));

  if (entry == NULL)
    {
      entry = plenum_board_entry_new (record);
      g_hash_table_insert (self->entries, entry->id, entry);
    }
  plenum_board_entry_set_record (entry, record);

  return entry;
}

/* The cards of a theme are looked at again whenever it is, for they stand where it stands. */
static void
update_theme (PlenumBoardModel *self, const char *id, GHashTable *areas)
{
  PlenumRecord *theme = plenum_record_list_lookup (get_list (self, PLENUM_THEME), id);
  PlenumBoardEntry *entry = g_hash_table_lookup (self->entries, id);
  GPtrArray *memberships = plenum_record_index_find (self->indexes[BY_THEME], id);

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    g_hash_table_add (self->stale, g_strdup (plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_IDEA)));

  /* Out before their stack is sorted in anew: they are compared by its place. */
  while (entry != NULL && entry->cards->len > 0)
    {
      g_autoptr (PlenumBoardEntry) card = g_object_ref (entry->cards->pdata[0]);

      take_out (card, areas);
      plenum_board_entry_set_stack (card, NULL);
      g_hash_table_add (self->stale, g_strdup (card->id));
    }

  if (theme == NULL || plenum_record_is_null (theme, PLENUM_THEME_AREA))
    {
      if (entry != NULL)
        drop_entry (self, entry, areas);
      return;
    }

  entry = get_entry (self, theme);
  place (entry, find_area (self, plenum_record_get_text (theme, PLENUM_THEME_AREA)), NULL,
         plenum_record_get_text (theme, PLENUM_THEME_POSITION), areas);
  plenum_board_entry_match (entry, (const char *const *) self->words);
  plenum_board_entry_changed (entry);
}

static void
set_details (PlenumBoardModel *self, PlenumBoardEntry *entry, PlenumRecord *idea)
{
  GPtrArray *comments = plenum_record_index_find (self->indexes[COMMENTS], entry->id);
  GPtrArray *inside = plenum_record_index_find (self->indexes[INSIDE], entry->id);
  g_autoptr (GString) texts = inside != NULL ? g_string_new (NULL) : NULL;
  guint n_comments = comments != NULL ? comments->len : 0;

  if (inside != NULL)
    look_inside (self, entry->id, texts, &n_comments, 0);
  plenum_board_entry_set_details (entry,
                                  join_names (self, plenum_record_index_find (self->indexes[TAGS], entry->id), FALSE),
                                  plenum_board_model_is_anonymous (self, entry) ? NULL : dup_author (self, idea),
                                  join_names (self, plenum_record_index_find (self->indexes[BY_IDEA], entry->id), TRUE),
                                  n_comments);
  plenum_board_entry_set_answers (entry, plenum_answers_join (plenum_record_index_find (self->indexes[ANSWERS], entry->id)));
  plenum_board_entry_set_inside (entry, inside != NULL ? inside->len : 0, texts != NULL ? texts->str : NULL);
}

static void
update_idea (PlenumBoardModel *self, const char *id, GHashTable *areas)
{
  PlenumRecord *idea = plenum_record_list_lookup (get_list (self, PLENUM_IDEA), id);
  PlenumBoardEntry *entry = g_hash_table_lookup (self->entries, id);
  PlenumBoardEntry *stack;

  if (idea == NULL || is_inside (self, idea))
    {
      if (entry != NULL)
        drop_entry (self, entry, areas);
      return;
    }

  entry = get_entry (self, idea);
  stack = find_stack (self, id);
  place (entry, stack != NULL ? stack->area : find_area (self, plenum_record_get_text (idea, PLENUM_IDEA_AREA)), stack,
         plenum_record_get_text (idea, PLENUM_IDEA_POSITION), areas);
  set_details (self, entry, idea);
  plenum_board_entry_match (entry, (const char *const *) self->words);
  plenum_board_entry_changed (entry);
  if (stack != NULL)
    plenum_board_entry_changed (stack);
}

/* Areas are few: when one is different, all are looked at. Those that came or
 * went take everything with them, for a card may lie there already. */
static void
update_areas (PlenumBoardModel *self)
{
  GListModel *list = G_LIST_MODEL (get_list (self, PLENUM_AREA));
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (list, i);
      PlenumBoardArea *area = g_hash_table_lookup (self->by_id, plenum_record_get_id (record));

      if (area == NULL)
        {
          area = plenum_board_area_new ();
          g_hash_table_insert (self->by_id, g_strdup (plenum_record_get_id (record)), area);
          self->all_stale = TRUE;
        }
      plenum_board_area_set_record (area, record);
    }

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (plenum_record_list_lookup (get_list (self, PLENUM_AREA), id) == NULL)
      {
        g_hash_table_iter_remove (&iter);
        self->all_stale = TRUE;
      }
}

static void
mark_all (PlenumBoardModel *self, PlenumRecordType type)
{
  GListModel *list = G_LIST_MODEL (get_list (self, type));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (list, i);

      g_hash_table_add (self->stale, g_strdup (plenum_record_get_id (record)));
    }
}

static gboolean
is_theme (PlenumBoardModel *self, const char *id)
{
  PlenumBoardEntry *entry = g_hash_table_lookup (self->entries, id);

  return (entry != NULL && plenum_board_entry_is_stack (entry))
         || plenum_record_list_lookup (get_list (self, PLENUM_THEME), id) != NULL;
}

/* What a card says belongs to the one it was merged into, too. */
static void
mark_faces (PlenumBoardModel *self, const char *id)
{
  for (guint depth = 0; id != NULL && depth < MOST_FACES; depth++)
    {
      PlenumRecord *idea = plenum_record_list_lookup (get_list (self, PLENUM_IDEA), id);

      g_hash_table_add (self->stale, g_strdup (id));
      id = idea != NULL ? plenum_record_get_text (idea, PLENUM_IDEA_FACE) : NULL;
    }
}

static void
update_entries (PlenumBoardModel *self, GHashTable *areas)
{
  g_autoptr (GHashTable) stale = g_steal_pointer (&self->stale);
  g_autoptr (GHashTable) cards = NULL;
  GHashTableIter iter;
  gpointer id;

  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (is_theme (self, id))
        update_theme (self, id, areas);
      else
        mark_faces (self, id);
    }

  cards = g_steal_pointer (&self->stale);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, cards);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    update_idea (self, id, areas);
}

void
plenum_board_sync_flush (PlenumBoardModel *self)
{
  g_autoptr (GHashTable) areas = NULL;
  gboolean areas_stale = self->areas_stale;
  GHashTableIter iter;
  gpointer area;

  g_clear_handle_id (&self->source, g_source_remove);
  if (g_hash_table_size (self->stale) == 0 && !self->areas_stale && !self->all_stale)
    return;

  areas = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->areas_stale = FALSE;
  if (areas_stale)
    update_areas (self);
  if (self->all_stale)
    {
      mark_all (self, PLENUM_IDEA);
      mark_all (self, PLENUM_THEME);
    }
  self->all_stale = FALSE;
  update_entries (self, areas);

  g_hash_table_iter_init (&iter, areas);
  while (g_hash_table_iter_next (&iter, &area, NULL))
    plenum_board_area_update (area, self->words != NULL);
  plenum_board_model_updated (self);
}

static gboolean
flush_cb (gpointer data)
{
  PlenumBoardModel *self = data;

  self->source = 0;
  plenum_board_sync_flush (self);

  return G_SOURCE_REMOVE;
}

/* What is read for the first time comes without an announcement. */
static void
queue_flush (PlenumBoardModel *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, flush_cb, self, NULL);
}

static void
id_touched_cb (PlenumRecordIndex *index, const char *id, PlenumBoardModel *self)
{
  g_hash_table_add (self->stale, g_strdup (id));
  queue_flush (self);
}

/* Who has written a card is shown on it; that somebody is renamed is rare. */
static void
person_touched_cb (PlenumRecordIndex *index, const char *id, PlenumBoardModel *self)
{
  self->all_stale = TRUE;
  queue_flush (self);
}

/* Whether authors are shown is the board's to say. */
static void
board_touched_cb (PlenumRecordIndex *index, const char *id, PlenumBoardModel *self)
{
  self->areas_stale = TRUE;
  person_touched_cb (index, id, self);
}

static void
area_touched_cb (PlenumRecordIndex *index, const char *id, PlenumBoardModel *self)
{
  self->areas_stale = TRUE;
  queue_flush (self);
}

static void
library_changed_cb (PlenumLibrary *library, gpointer changes, PlenumBoardModel *self)
{
  plenum_board_sync_flush (self);
}

/* Follows the lists of the workshop from now on. */
void
plenum_board_sync_start (PlenumBoardModel *self)
{
  /* Areas come first and ideas last, so that a card is sorted in once. */
  const struct { guint index; PlenumRecordType type; int field; GCallback touched; } table[] = {
    { AREAS, PLENUM_AREA, -1, G_CALLBACK (area_touched_cb) },
    { BOARDS, PLENUM_BOARD, -1, G_CALLBACK (board_touched_cb) },
    { PEOPLE, PLENUM_PARTICIPANT, -1, G_CALLBACK (person_touched_cb) },
    { TAGS, PLENUM_TAG, PLENUM_TAG_IDEA, G_CALLBACK (id_touched_cb) },
    { COMMENTS, PLENUM_COMMENT, PLENUM_COMMENT_IDEA, G_CALLBACK (id_touched_cb) },
    { ANSWERS, PLENUM_ANSWER, PLENUM_ANSWER_IDEA, G_CALLBACK (id_touched_cb) },
    { INSIDE, PLENUM_IDEA, PLENUM_IDEA_FACE, G_CALLBACK (id_touched_cb) },
    { THEMES, PLENUM_THEME, -1, G_CALLBACK (id_touched_cb) },
    { BY_IDEA, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_IDEA, G_CALLBACK (id_touched_cb) },
    { BY_THEME, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, G_CALLBACK (id_touched_cb) },
    { IDEAS, PLENUM_IDEA, -1, G_CALLBACK (id_touched_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      self->indexes[table[i].index] = plenum_record_index_new (get_list (self, table[i].type), table[i].field);
      g_signal_connect (self->indexes[table[i].index], "touched", table[i].touched, self);
    }

  self->areas_stale = TRUE;
  self->all_stale = TRUE;
  /* After the lists, which were made by now and are told first. */
  g_signal_connect_object (plenum_workshop_model_get_library (self->workshop), "changed",
                           G_CALLBACK (library_changed_cb), self, G_CONNECT_AFTER);
  plenum_board_sync_flush (self);
}

void
plenum_board_sync_stop (PlenumBoardModel *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < N_INDEXES; i++)
    {
      g_signal_handlers_disconnect_by_data (self->indexes[i], self);
      g_object_unref (self->indexes[i]);
    }
}
