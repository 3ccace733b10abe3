// What the window reads first. The store is opened, in its worker, while the pages are still being read.
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import { noteFault, watchFaults } from '../desktop/note-fault.ts';
import { beginOpening } from './opening.ts';

watchFaults();
void beginOpening();
import('./main.tsx').then(({ showProgram }) => showProgram(), noteFault);
