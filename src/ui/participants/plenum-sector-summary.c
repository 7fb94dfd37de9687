/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many people come from which sector: a slim bar, and the figures below it. */
#include "plenum-sector-summary.h"

#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-record.h"
#include "plenum-sector-chooser.h"
#include "plenum-sector.h"
#include "plenum-segment-bar.h"
#include "plenum-wrap-layout.h"

/* The known sectors, all others together, and those of none. */
#define N_GROUPS (PLENUM_N_SECTORS + 2)

struct _PlenumSectorSummary
{
  GtkWidget  parent_instance;

  GtkWidget *bar;
  GtkWidget *legend;
  GtkWidget *figures[N_GROUPS]; /* labels in the legend */
};

G_DEFINE_FINAL_TYPE (PlenumSectorSummary, plenum_sector_summary, GTK_TYPE_WIDGET)

static const char *
group_sector (guint group)
{
  return group < PLENUM_N_SECTORS ? plenum_sector_get_id (group)
         : group == PLENUM_N_SECTORS ? "other" : NULL;
}

static const char *
group_name (guint group)
{
  if (group < PLENUM_N_SECTORS)
    return plenum_sector_get_name (plenum_sector_get_id (group));

  return group == PLENUM_N_SECTORS ? C_("sector", "Other") : C_("sector", "Not given");
}

static guint
find_group (const char *sector)
{
  if (sector == NULL || *sector == '\0')
    return N_GROUPS - 1;

  for (guint i = 0; i < PLENUM_N_SECTORS; i++)
    if (g_strcmp0 (sector, plenum_sector_get_id (i)) == 0)
      return i;

  return PLENUM_N_SECTORS;
}

/**
 * plenum_sector_summary_update:
 * @people: (element-type PlenumRecord): who is counted
 */
void
plenum_sector_summary_update (PlenumSectorSummary *self, GListModel *people)
{
  guint counts[N_GROUPS] = { 0 };
  guint n = g_list_model_get_n_items (people);
  g_autoptr (GString) description = g_string_new (NULL);

  g_return_if_fail (PLENUM_IS_SECTOR_SUMMARY (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) person = g_list_model_get_item (people, i);

      counts[find_group (plenum_record_get_text (person, PLENUM_PARTICIPANT_SECTOR))]++;
    }

  plenum_segment_bar_clear (PLENUM_SEGMENT_BAR (self->bar));
  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *number = plenum_format_number (counts[i]);
      /* Translators: a sector and how many people come from it. */
      g_autofree char *figure = g_strdup_printf (C_("sector", "%s %s"), group_name (i), number);

      plenum_segment_bar_append (PLENUM_SEGMENT_BAR (self->bar),
                                 plenum_sector_get_style (group_sector (i)), counts[i]);
      gtk_label_set_label (GTK_LABEL (self->figures[i]), figure);
      gtk_widget_set_visible (gtk_widget_get_parent (self->figures[i]), counts[i] > 0);
      if (counts[i] > 0)
        g_string_append_printf (description, "%s%s", description->len > 0 ? ", " : "", figure);
    }
  plenum_segment_bar_set (PLENUM_SEGMENT_BAR (self->bar), n, description->str);
}

static void
plenum_sector_summary_dispose (GObject *object)
{
  PlenumSectorSummary *self = PLENUM_SECTOR_SUMMARY (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_sector_summary_parent_class)->dispose (object);
}

static void
plenum_sector_summary_class_init (PlenumSectorSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_sector_summary_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sectorsummary");
}

static void
add_figure (PlenumSectorSummary *self, guint group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->figures[group] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->figures[group], "numeric");
  gtk_widget_add_css_class (self->figures[group], "caption");
  gtk_box_append (GTK_BOX (box), plenum_sector_dot_new (group_sector (group)));
  gtk_box_append (GTK_BOX (box), self->figures[group]);
  gtk_widget_set_parent (box, self->legend);
}

static void
plenum_sector_summary_init (PlenumSectorSummary *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->bar = plenum_segment_bar_new ();
  gtk_widget_add_css_class (self->bar, "slim");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  self->legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->legend, plenum_wrap_layout_new (18, FALSE));
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  for (guint i = 0; i < N_GROUPS; i++)
    add_figure (self, i);
}

GtkWidget *
plenum_sector_summary_new (void)
{
  return g_object_new (PLENUM_TYPE_SECTOR_SUMMARY, NULL);
}
