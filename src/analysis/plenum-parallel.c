/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of work on as many threads as there are processors. How the work is cut
 * never depends on their number, and so neither does what comes out. */
#include "plenum-parallel.h"

#define MOST_THREADS 16

typedef struct
{
  PlenumPieceFunc run;
  gpointer        data;
  guint           n_pieces;
  guint           next; /* atomic */
} Work;

static guint chosen; /* atomic; 0: as many as there are processors */
static GPrivate within;

static gpointer
take_pieces (gpointer data)
{
  Work *work = data;
  gpointer outer = g_private_get (&within);
  guint piece;

  g_private_set (&within, work);
  while ((piece = (guint) g_atomic_int_add (&work->next, 1)) < work->n_pieces)
    work->run (piece, work->data);
  g_private_set (&within, outer);

  return NULL;
}

/**
 * plenum_parallel_run:
 * @run: called once for each piece, on any thread, in any order
 *
 * Returns when all is done. Within a piece this runs its pieces one after the other.
 */
void
plenum_parallel_run (guint n_pieces, PlenumPieceFunc run, gpointer data)
{
  Work work = { run, data, n_pieces, 0 };
  guint n_threads = g_atomic_int_get (&chosen), n_started = 0;
  GThread *threads[MOST_THREADS];

  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  n_threads = g_private_get (&within) != NULL ? 1 : MIN (MIN (n_threads, MOST_THREADS), n_pieces);
  /* Where no more threads are to be had, those that there are do it. */
  while (n_started + 1 < n_threads
         && (threads[n_started] = g_thread_try_new ("analysis", take_pieces, &work, NULL)) != NULL)
    n_started++;
  take_pieces (&work);
  for (guint i = 0; i < n_started; i++)
    g_thread_join (threads[i]);
}

/**
 * plenum_parallel_set_threads:
 * @n_threads: at most so many from now on; 0 for as many as there are processors
 */
void
plenum_parallel_set_threads (guint n_threads)
{
  g_atomic_int_set (&chosen, n_threads);
}
