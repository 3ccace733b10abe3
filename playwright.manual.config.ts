import { defineConfig } from '@playwright/test';
import specs from './playwright.config.ts';

/** npm run manual: takes the pictures of docs/manual anew, one after the other. */
export default defineConfig({ ...specs, testDir: 'tests/manual', workers: 1, reporter: 'list' });
