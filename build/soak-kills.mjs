// Part of npm run soak: the specs that kill the program, round after round, at other moments each time.
process.env.SOAK_ROUNDS ??= '25';
process.argv.push('kill.spec', 'recovery.spec');
await import('./e2e.mjs');
