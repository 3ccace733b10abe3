// What the window reads first, and little of it: a style sheet here would hold it back. The store is opened, in its worker,
// while the pages are still being read.
import { noteFault, watchFaults } from '../desktop/note-fault.ts';
import { beginOpening } from './opening.ts';

watchFaults();
void beginOpening();
import('./main.tsx').then(({ showProgram }) => showProgram(), noteFault);
