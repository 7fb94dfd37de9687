/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BENCH_TYPE_FRAMES (bench_frames_get_type ())
G_DECLARE_FINAL_TYPE (BenchFrames, bench_frames, BENCH, FRAMES, GtkWidget)

/**
 * BenchStep:
 * @step: the number of the frame, from 0
 *
 * Makes the change that the frame then shows; called before it begins, timed with it.
 */
typedef void (*BenchStep) (guint step, gpointer data);

/* A window's only child, which times the frames of its own child. A frame's own work
 * is everything between the clock's beginning of a frame and the nodes that are to be
 * painted: the step, layout, snapshot. The painting itself is the renderer's, and
 * reported beside it. */
GtkWidget *bench_frames_new       (void);
void       bench_frames_set_child (BenchFrames *self,
                                   GtkWidget   *child);
gboolean   bench_frames_is_drawn  (BenchFrames *self);

/* Draws so many frames, then prints what they cost. */
void       bench_frames_run       (BenchFrames *self,
                                   guint        n_frames,
                                   BenchStep    step,
                                   gpointer     data);


/* Resident, in MB. */
glong      bench_memory           (void);

G_END_DECLS
