"""From clips to batches: a frame store on disk, and what each training step draws from it."""
