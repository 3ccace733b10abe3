import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-cn';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { watchFaults } from '../desktop/note-fault.ts';
import './app.css';
import { App } from './app.tsx';
import { theme, variables } from './theme.ts';

watchFaults();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
      <Router hook={useHashLocation}>
        <App />
      </Router>
    </MantineProvider>,
  );
}
