'use strict';
const { spawn } = require('node:child_process');
const path = require('node:path');

/** Quiet, offline, and the same every time. */
const SWITCHES = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--disable-back-forward-cache',
  '--disable-breakpad',
  '--password-store=basic',
  '--use-mock-keychain',
  '--lang=zh-CN',
  '--force-color-profile=srgb',
];

/**
 * Starts Chromium with two doors: a pipe for the stand-in itself, and the port Playwright asked for. It stays in this
 * process's group, so killing the group leaves nothing behind; and it ends by itself when the pipe closes.
 */
exports.startChromium = ({ executable, userDataDir, debuggingPort }) => {
  const chromium = spawn(
    executable,
    [
      ...(process.env.STANDIN_HEADED ? [] : ['--headless']),
      // Chromium refuses to sandbox itself for root, which is what containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...SWITCHES,
      '--remote-debugging-pipe',
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
      `--user-data-dir=${path.join(userDataDir, 'chromium')}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  // Playwright waits for this very line on Electron's stderr.
  chromium.stderr.on('data', (data) => {
    for (const line of String(data).split('\n'))
      if (process.env.STANDIN_DEBUG || line.startsWith('DevTools listening')) process.stderr.write(`${line}\n`);
  });
  return chromium;
};
