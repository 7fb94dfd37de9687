/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-keys.h"

#include <glib/gi18n.h>

static const PlenumKey table[] = {
  { N_("General"), N_("New workshop"), "win.new-workshop", NULL, "<Control>n" },
  { N_("General"), N_("All workshops"), "win.show-library", NULL, "<Control>l" },
  { N_("General"), N_("Import"), "win.import", NULL, "<Control>o" },
  { N_("General"), N_("Search"), "win.search", NULL, "<Control>f" },
  { N_("General"), N_("Undo"), "win.undo", NULL, "<Control>z" },
  { N_("General"), N_("Redo"), "win.redo", NULL, "<Control><Shift>z <Control>y" },
  { N_("General"), N_("History"), "win.history", NULL, "<Control>h" },
  { N_("General"), N_("Back"), "win.back", NULL, "<Alt>Left" },
  { N_("General"), N_("Help"), "app.help", NULL, "F1" },
  { N_("General"), N_("Keyboard shortcuts"), "win.show-help-overlay", NULL, "<Control>question" },
  { N_("General"), N_("Preferences"), "app.preferences", NULL, "<Control>comma" },
  { N_("General"), N_("Close the window"), "window.close", NULL, "<Control>w" },
  { N_("General"), N_("Quit"), "app.quit", NULL, "<Control>q" },

  { N_("Library"), N_("Rename or edit the workshop"), "library.edit", "''", "F2" },
  { N_("Library"), N_("Delete the workshop"), "library.delete", "''", "Delete" },
  { N_("Library"), N_("Menu of the workshop"), "library.menu", NULL, "Menu <Shift>F10" },

  { N_("Workshop"), N_("Agenda"), "workshop.show", "'agenda'", "<Alt>1" },
  { N_("Workshop"), N_("Boards"), "workshop.show", "'boards'", "<Alt>2" },
  { N_("Workshop"), N_("Participants"), "workshop.show", "'participants'", "<Alt>3" },
  { N_("Workshop"), N_("Voting"), "workshop.show", "'voting'", "<Alt>4" },

  { N_("Workshop"), N_("Show on the beamer"), "workshop.present", NULL, "F5" },
  { N_("Workshop"), N_("Next page on the beamer"), "workshop.turn", "1", "<Alt>Page_Down" },
  { N_("Workshop"), N_("Page before on the beamer"), "workshop.turn", "-1", "<Alt>Page_Up" },
  { N_("Workshop"), N_("Timer"), "workshop.timer", NULL, "<Control>t" },
  { N_("Workshop"), N_("Fill the beamer with the time"), "workshop.large-timer", NULL, "<Control>F5" },
  { N_("Workshop"), N_("Print the board"), "workshop.print", NULL, "<Control>p" },

  { N_("Beamer"), N_("Next page"), "presenter.turn", "1", "space Right Down Page_Down" },
  { N_("Beamer"), N_("Page before"), "presenter.turn", "-1", "BackSpace Left Up Page_Up" },
  { N_("Beamer"), N_("Fill the screen"), "presenter.fullscreen", NULL, "F11" },
  { N_("Beamer"), N_("The time large or small"), "presenter.timer", NULL, "t" },
  { N_("Beamer"), N_("Light or dark ground"), "presenter.ground", NULL, "d" },
  { N_("Beamer"), N_("Leave the beamer"), "presenter.leave", NULL, "Escape" },

  { N_("Agenda"), N_("Details of the step"), "agenda.details", "''", "<Control>Return" },
  { N_("Agenda"), N_("Start the step"), "agenda.start", "''", "s" },
  { N_("Agenda"), N_("Finish the step"), "agenda.finish", "''", "f" },
  { N_("Agenda"), N_("Type a step above this one"), "agenda.insert", "''", "n" },
  { N_("Agenda"), N_("Move the step up"), "agenda.move-up", "''", "<Alt>Up" },
  { N_("Agenda"), N_("Move the step down"), "agenda.move-down", "''", "<Alt>Down" },
  { N_("Agenda"), N_("Go to the board of the step"), "agenda.go-to-board", "''", "b" },
  { N_("Agenda"), N_("Go to the vote of the step"), "agenda.go-to-poll", "''", "v" },
  { N_("Agenda"), N_("Delete the step"), "agenda.delete", "''", "Delete" },
  { N_("Agenda"), N_("Menu of the step"), "agenda.menu", NULL, "Menu <Shift>F10" },

  { N_("Participants"), N_("Details of the person"), "participants.details", NULL, "<Control>Return" },
  { N_("Participants"), N_("Record consent"), "participants.consent", "true", "<Control>e" },
  { N_("Participants"), N_("Delete the chosen people"), "participants.delete", NULL, "Delete" },
  { N_("Participants"), N_("Copy cells"), "participants.copy", NULL, "<Control>c" },
  { N_("Participants"), N_("Paste cells"), "participants.paste", NULL, "<Control>v" },
  { N_("Participants"), N_("Check in"), "participants.check-in", NULL, "<Control>i" },

  { N_("Cards"), N_("Edit the card, open the theme"), "card.activate", NULL, "Return KP_Enter" },
  { N_("Cards"), N_("Edit the text or the name"), "card.edit", NULL, "F2" },
  { N_("Cards"), N_("Details of the card"), "card.details", NULL, "<Control>Return" },
  { N_("Cards"), N_("Show the card on the beamer"), "card.present", NULL, "<Shift>F5" },
  { N_("Cards"), N_("Type a new card in this area"), "card.new", NULL, "n" },
  { N_("Cards"), N_("Delete, or dissolve the theme"), "card.delete", NULL, "Delete" },
  { N_("Cards"), N_("Pick up: arrow keys move, Enter drops"), "card.move", NULL, "m" },
  { N_("Cards"), N_("Select or deselect"), "card.toggle", NULL, "space <Control>space" },
  { N_("Cards"), N_("Select the area’s cards"), "card.select-all", NULL, "<Control>a" },
  { N_("Cards"), N_("Select upwards"), "card.extend", "'up'", "<Shift>Up" },
  { N_("Cards"), N_("Select downwards"), "card.extend", "'down'", "<Shift>Down" },
  { N_("Cards"), N_("Make a theme of what is selected"), "card.group", NULL, "<Control>g" },
  { N_("Cards"), N_("Take out of the theme"), "card.take-out", NULL, "<Control><Shift>g" },
  { N_("Cards"), N_("Menu of the card"), "card.menu", NULL, "Menu <Shift>F10" },
  { N_("Cards"), N_("Make it an idea"), "card.kind", "'idea'", "<Control>1" },
  { N_("Cards"), N_("Make it a need"), "card.kind", "'need'", "<Control>2" },
  { N_("Cards"), N_("Make it a question"), "card.kind", "'question'", "<Control>3" },
  { N_("Cards"), N_("Make it a resource"), "card.kind", "'resource'", "<Control>4" },
  { N_("Cards"), N_("Make it a remark"), "card.kind", "'remark'", "<Control>5" },
  { N_("Cards"), N_("Make it a lesson"), "card.kind", "'lesson'", "<Control>6" },
  { N_("Cards"), N_("Copy"), "card.copy", NULL, "<Control>c" },
  { N_("Cards"), N_("Cut"), "card.cut", NULL, "<Control>x" },
  { N_("Cards"), N_("Paste cards, or lines of text as cards"), "card.paste", NULL, "<Control>v" },
  { N_("Cards"), N_("Duplicate"), "card.duplicate", NULL, "<Control>d" },
  { N_("Cards"), N_("Merge what is selected into one card"), "card.merge", NULL, "<Control>m" },
  { N_("Cards"), N_("Split a merged card again"), "card.split", NULL, "<Control><Shift>m" },
  { N_("Cards"), N_("Tags of what is selected"), "card.tags", NULL, "<Control><Shift>t" },
  { N_("Cards"), N_("Comment"), "card.comment", NULL, "c" },
  { N_("Cards"), N_("Link to the card it builds on"), "card.link", "'builds-on'", "<Control>k" },
  { N_("Cards"), N_("Link to the need it answers"), "card.link", "'answers-need'", "<Control><Shift>k" },
  { N_("Cards"), N_("Follow the link of the card"), "card.follow", NULL, "k" },
  { N_("Cards"), N_("Draw a lesson from the card"), "card.lesson", NULL, "l" },
  { N_("Cards"), N_("Find a card and go there"), "board.jump", NULL, "<Control>j" },
  { N_("Cards"), N_("Card above"), "card.focus", "'up'", "Up" },
  { N_("Cards"), N_("Card below"), "card.focus", "'down'", "Down" },
  { N_("Cards"), N_("Area to the left, close the theme"), "card.focus", "'left'", "Left" },
  { N_("Cards"), N_("Area to the right, open the theme"), "card.focus", "'right'", "Right" },
  { N_("Cards"), N_("First card"), "card.focus", "'first'", "Home" },
  { N_("Cards"), N_("Last card"), "card.focus", "'last'", "End" },

  { N_("Areas"), N_("New area"), "board.new-area", NULL, "<Control><Shift>n" },
  { N_("Areas"), N_("Type a new card, from the title of the area"), "area.new-card", NULL, "n" },
  { N_("Areas"), N_("Edit the title of the area"), "area.rename", NULL, "F2" },
  { N_("Areas"), N_("Move the area to the left"), "area.move", "-1", "<Control>Left" },
  { N_("Areas"), N_("Move the area to the right"), "area.move", "1", "<Control>Right" },
  { N_("Areas"), N_("Fold or unfold the area"), "area.fold", NULL, "<Control>minus" },

  { N_("Synthesis"), N_("Next card"), "synthesis.go", "1", "j" },
  { N_("Synthesis"), N_("Card before"), "synthesis.go", "-1", "k" },
  { N_("Synthesis"), N_("Move to a theme"), "synthesis.assign", NULL, "t" },
  { N_("Synthesis"), N_("New theme with what is selected"), "synthesis.new-theme", NULL, "n" },
  { N_("Synthesis"), N_("In none of the themes"), "synthesis.not-here", NULL, "x Delete" },
  { N_("Synthesis"), N_("Answer those who wrote the card"), "synthesis.answer", NULL, "a" },
  { N_("Synthesis"), N_("Rename the theme"), "synthesis.rename", NULL, "F2" },
  { N_("Synthesis"), N_("Close the card"), "synthesis.close-details", NULL, "Escape" },

  { N_("Canvas and matrix"), N_("Show all"), "wall.zoom", "'fit'", "f" },
  { N_("Canvas and matrix"), N_("Look closer"), "wall.zoom", "'in'", "<Control>plus <Control>equal <Control>KP_Add" },
  { N_("Canvas and matrix"), N_("Look from farther away"), "wall.zoom", "'out'", "<Control>minus <Control>KP_Subtract" },
  { N_("Canvas and matrix"), N_("Usual size"), "wall.zoom", "'normal'", "<Control>0 <Control>KP_0" },
  { N_("Canvas and matrix"), N_("Look farther up"), "wall.pan", "'up'", "Page_Up" },
  { N_("Canvas and matrix"), N_("Look farther down"), "wall.pan", "'down'", "Page_Down" },
  { N_("Canvas and matrix"), N_("Look farther to the left"), "wall.pan", "'left'", "<Shift>Page_Up" },
  { N_("Canvas and matrix"), N_("Look farther to the right"), "wall.pan", "'right'", "<Shift>Page_Down" },
  { N_("Canvas and matrix"), N_("Select to the left"), "card.extend", "'left'", "<Shift>Left" },
  { N_("Canvas and matrix"), N_("Select to the right"), "card.extend", "'right'", "<Shift>Right" },
  { N_("Canvas and matrix"), N_("Arrange as grid"), "wall.arrange", "'grid'", "g" },
  { N_("Canvas and matrix"), N_("Align the left edges"), "wall.arrange", "'left'", "<Shift>l" },
  { N_("Canvas and matrix"), N_("Align the upper edges"), "wall.arrange", "'top'", "<Shift>t" },
  { N_("Canvas and matrix"), N_("Name the axes"), "wall.axes", NULL, "x" },
  { N_("Canvas and matrix"), N_("Take off the matrix"), "wall.take-off", NULL, "BackSpace" },
  { N_("Canvas and matrix"), N_("Move the area to the left"), "wall.frame", "(-1, 0, false)", "<Control>Left" },
  { N_("Canvas and matrix"), N_("Move the area to the right"), "wall.frame", "(1, 0, false)", "<Control>Right" },
  { N_("Canvas and matrix"), N_("Move the area up"), "wall.frame", "(0, -1, false)", "<Control>Up" },
  { N_("Canvas and matrix"), N_("Move the area down"), "wall.frame", "(0, 1, false)", "<Control>Down" },
  { N_("Canvas and matrix"), N_("Make the area narrower"), "wall.frame", "(-1, 0, true)", "<Control><Shift>Left" },
  { N_("Canvas and matrix"), N_("Make the area wider"), "wall.frame", "(1, 0, true)", "<Control><Shift>Right" },
  { N_("Canvas and matrix"), N_("Make the area lower"), "wall.frame", "(0, -1, true)", "<Control><Shift>Up" },
  { N_("Canvas and matrix"), N_("Make the area higher"), "wall.frame", "(0, 1, true)", "<Control><Shift>Down" },
};

/* An accelerator of the application comes before what has the focus. These
 * keys mean something in a text entry too, so there the entry comes first. */
static gboolean
comes_late (const PlenumKey *key)
{
  return g_str_equal (key->action, "win.undo") || g_str_equal (key->action, "win.redo");
}

static gboolean
is_accelerator (const PlenumKey *key)
{
  return !comes_late (key)
         && (g_str_has_prefix (key->action, "app.") || g_str_has_prefix (key->action, "win.")
             || g_str_has_prefix (key->action, "window."));
}

static char *
get_detailed_action (const PlenumKey *key)
{
  return key->target == NULL
    ? g_strdup (key->action) : g_strdup_printf ("%s(%s)", key->action, key->target);
}

/**
 * plenum_keys_get_table:
 * @length: (out): how many rows it has
 *
 * Returns: (transfer none): the table, by section
 */
const PlenumKey *
plenum_keys_get_table (guint *length)
{
  *length = G_N_ELEMENTS (table);

  return table;
}

/**
 * plenum_keys_apply:
 *
 * Gives the actions of the application and of its windows their keys.
 */
void
plenum_keys_apply (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);
      g_autofree char *action = get_detailed_action (&table[i]);

      if (is_accelerator (&table[i]))
        gtk_application_set_accels_for_action (application, action, (const char * const *) keys);
    }
}

static GtkShortcut *
make_shortcut (const PlenumKey *key, const char *trigger)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (key->action));

  if (key->target != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (key->target));

  return shortcut;
}

/* Those of one class: @func gets each once for each of its keys. */
static void
foreach_key (const char *prefix, void (*func) (gpointer data, GtkShortcut *shortcut), gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) keys = NULL;

      if (is_accelerator (&table[i]) || !g_str_has_prefix (table[i].action, prefix))
        continue;

      keys = g_strsplit (table[i].keys, " ", -1);
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autoptr (GtkShortcut) shortcut = make_shortcut (&table[i], keys[k]);

          func (data, shortcut);
        }
    }
}

static void
add_to_class (gpointer widget_class, GtkShortcut *shortcut)
{
  gtk_widget_class_add_shortcut (widget_class, shortcut);
}

/**
 * plenum_keys_bind:
 * @widget_class: the class whose instances offer the actions
 * @prefix: how the names of its actions begin, for example "board."
 *
 * Gives the actions of one class of widgets their keys.
 */
void
plenum_keys_bind (GtkWidgetClass *widget_class, const char *prefix)
{
  foreach_key (prefix, add_to_class, widget_class);
}

static void
add_to_controller (gpointer controller, GtkShortcut *shortcut)
{
  gtk_shortcut_controller_add_shortcut (controller, g_object_ref (shortcut));
}

static void
map_cb (GtkWidget *widget, const char *prefix)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  foreach_key (prefix, add_to_controller, controller);
  g_object_set_data (G_OBJECT (widget), "plenum-keys", controller);
  gtk_widget_add_controller (widget, controller);
}

static void
unmap_cb (GtkWidget *widget)
{
  gpointer controller = g_object_steal_data (G_OBJECT (widget), "plenum-keys");

  if (controller != NULL)
    gtk_widget_remove_controller (widget, controller);
}

/**
 * plenum_keys_bind_everywhere:
 * @widget: what offers the actions
 * @prefix: (transfer none): a static string: how the names of its actions begin
 *
 * Lets its keys work from anywhere in the window for as long as @widget is seen.
 */
void
plenum_keys_bind_everywhere (GtkWidget *widget, const char *prefix)
{
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), (gpointer) prefix);
  g_signal_connect (widget, "unmap", G_CALLBACK (unmap_cb), NULL);
}

static void
append_section (GString *ui, guint *i)
{
  const char *section = table[*i].section;
  g_autofree char *title = g_markup_escape_text (_(section), -1);

  g_string_append_printf (ui, "<child><object class='GtkShortcutsGroup'>"
                          "<property name='title'>%s</property>", title);
  for (; *i < G_N_ELEMENTS (table) && g_str_equal (table[*i].section, section); (*i)++)
    {
      g_autofree char *text = g_markup_escape_text (_(table[*i].title), -1);
      g_autofree char *keys = g_markup_escape_text (table[*i].keys, -1);

      g_string_append_printf (ui, "<child><object class='GtkShortcutsShortcut'>"
                              "<property name='title'>%s</property>"
                              "<property name='accelerator'>%s</property>"
                              "</object></child>", text, keys);
    }
  g_string_append (ui, "</object></child>");
}

/**
 * plenum_keys_window:
 *
 * Returns: (transfer full): a window that shows the whole table
 */
GtkWidget *
plenum_keys_window (void)
{
  g_autoptr (GString) ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                         "<property name='modal'>1</property>"
                                         "<child><object class='GtkShortcutsSection'>"
                                         "<property name='section-name'>keys</property>"
                                         "<property name='max-height'>12</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table);)
    append_section (ui, &i);
  g_string_append (ui, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (ui->str, ui->len);

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "window")));
}
