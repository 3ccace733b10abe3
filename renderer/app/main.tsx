import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-cn';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import './app.css';
import { App } from './app.tsx';
import { PageBoundary } from './frame/page-boundary.tsx';
import { theme, variables } from './theme.ts';

/** Draws the program into the window. */
export function showProgram(): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
      <Router hook={useHashLocation}>
        {/* First start, lock and recovery stand outside the frame and the boundary around its pages. */}
        <PageBoundary place="program">
          <App />
        </PageBoundary>
      </Router>
    </MantineProvider>,
  );
}
