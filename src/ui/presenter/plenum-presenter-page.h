/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_PAGE (plenum_presenter_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (PlenumPresenterPage, plenum_presenter_page, PLENUM, PRESENTER_PAGE, GtkWidget)

/**
 * PlenumPresenterPageClass:
 * @fill: puts as much into the box as there is room for
 */
struct _PlenumPresenterPageClass
{
  GtkWidgetClass parent_class;

  void (*fill) (PlenumPresenterPage *self);
};

void       plenum_presenter_page_set_up      (PlenumPresenterPage *self,
                                              const char          *style,
                                              int                  text_share);
void       plenum_presenter_page_set_line    (PlenumPresenterPage *self);
GtkWidget *plenum_presenter_page_new_label   (const char          *text,
                                              const char          *style,
                                              int                  lines);
void       plenum_presenter_page_set_title   (GtkWidget           *label,
                                              const char          *title);
GtkWidget *plenum_presenter_page_get_box     (PlenumPresenterPage *self);
int        plenum_presenter_page_get_width   (PlenumPresenterPage *self);
int        plenum_presenter_page_get_height  (PlenumPresenterPage *self);
void       plenum_presenter_page_set_frozen  (PlenumPresenterPage *self,
                                              gboolean             frozen);
void       plenum_presenter_page_queue_fill  (PlenumPresenterPage *self);
int        plenum_presenter_page_need_height (GtkWidget           *widget,
                                              int                  width);

G_END_DECLS
